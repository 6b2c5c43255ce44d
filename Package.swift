// swift-tools-version: 6.1
import PackageDescription

// `make fuzz` builds the harnesses with libFuzzer in the place of their tests (docs/fuzzing.md).
let isFuzzing = Context.environment["SOHOA_FUZZ"] != nil
let harnessDependencies: [Target.Dependency] = [
  "SoHoa", "SoHoaModel", "SoHoaDictionaries", "SoHoaVietnamese", "SoHoaImaging", "SoHoaStructure",
  "SoHoaExtraction", "SoHoaPDF", "SoHoaRegisters", "SoHoaWorkers",
]
let harnesses: Target =
  isFuzzing
  ? .executableTarget(
    name: "Fuzz", dependencies: harnessDependencies, path: "fuzz", exclude: ["seeds", "Tests"],
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  : .testTarget(
    name: "HarnessTests", dependencies: harnessDependencies, path: "fuzz", exclude: ["seeds", "Driver"])

let package = Package(
  name: "SoHoa",
  products: [
    .library(name: "SoHoa", targets: ["SoHoa"]),
    .library(name: "SoHoaVietnamese", targets: ["SoHoaVietnamese"]),
    .executable(name: "sohoa", targets: ["SoHoaCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // C libraries from Debian, found by pkg-config.
    .systemLibrary(name: "CLeptonica", pkgConfig: "lept", providers: [.apt(["libleptonica-dev"])]),
    .systemLibrary(name: "CTesseract", pkgConfig: "tesseract", providers: [.apt(["libtesseract-dev"])]),
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Files: written whole or not at all, known by their SHA-256.
    .target(name: "SoHoaFiles", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    // Values that every stage speaks; knows nobody.
    .target(name: "SoHoaModel"),
    // Where lexicons, gazetteers and models lie, and how their tables are read.
    .target(name: "SoHoaDictionaries"),
    // The language: syllables, folding, n-gram model, restoration. Runs without any OCR.
    .target(name: "SoHoaVietnamese", dependencies: ["SoHoaDictionaries"]),

    // The stages, in the order of the pipeline.
    .target(
      name: "SoHoaImaging", dependencies: ["SoHoaModel", "CPoppler", "CQPDF", "CLeptonica"],
      // Poppler's own way to zlib.
      linkerSettings: [.linkedLibrary("gio-2.0")]),
    .target(name: "SoHoaRecognition", dependencies: ["SoHoaModel", "SoHoaDictionaries", "CTesseract"]),
    .target(name: "SoHoaStructure", dependencies: ["SoHoaModel", "SoHoaDictionaries", "SoHoaVietnamese"]),
    .target(
      name: "SoHoaExtraction",
      dependencies: ["SoHoaModel", "SoHoaDictionaries", "SoHoaVietnamese", "SoHoaStructure"]),
    .target(
      name: "SoHoaExport", dependencies: ["SoHoaModel", "SoHoaDictionaries", "SoHoaFiles", "CArchive"]),
    // Searchable copies of scans: the pages as they came, with their text under them.
    .target(name: "SoHoaPDF", dependencies: ["SoHoaModel", "CQPDF"]),
    // Registers that rows are added to: workbooks and CSV.
    .target(
      name: "SoHoaRegisters",
      dependencies: [
        "SoHoaModel", "SoHoaDictionaries", "SoHoaExport", "SoHoaFiles", "CArchive", "CXlsxWriter",
      ]),

    // Joins the stages; the public entry point.
    .target(
      name: "SoHoa",
      dependencies: [
        "SoHoaModel", "SoHoaDictionaries", "SoHoaVietnamese", "SoHoaImaging", "SoHoaRecognition",
        "SoHoaStructure", "SoHoaExtraction", "SoHoaExport", "SoHoaFiles", "SoHoaPDF",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    // What a worker process may not do: Landlock and seccomp, by bare system calls.
    .target(name: "CSandbox"),
    // Converts in processes of their own: protocol, worker, supervisor.
    .target(
      name: "SoHoaWorkers",
      dependencies: [
        "SoHoa", "SoHoaModel", "SoHoaDictionaries", "SoHoaExport", "SoHoaFiles", "SoHoaPDF", "CSandbox",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    // What is known of a batch: inputs, states, outputs; survives any end of a run.
    .target(
      name: "SoHoaLedger",
      dependencies: [
        "SoHoaModel", "SoHoaFiles", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Files of a folder, each once it is whole.
    .target(name: "CWatch"),
    .target(
      name: "SoHoaWatch",
      dependencies: ["SoHoaModel", "SoHoaFiles", "CWatch"]),
    // What is told of a run: events, progress, summary, report, logs.
    .target(
      name: "SoHoaProgress",
      dependencies: [
        "SoHoaModel", "SoHoaExport", "SoHoaFiles", .product(name: "Logging", package: "swift-log"),
      ]),
    // How right a result is, against a typed truth.
    .target(name: "SoHoaEvaluation", dependencies: ["SoHoaModel", "SoHoaVietnamese"]),
    .executableTarget(
      name: "SoHoaCLI",
      dependencies: [
        "SoHoa", "SoHoaEvaluation", "SoHoaLedger", "SoHoaProgress", "SoHoaRegisters", "SoHoaVietnamese",
        "SoHoaWatch", "SoHoaWorkers",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ]),

    .testTarget(name: "SoHoaModelTests", dependencies: ["SoHoaModel"]),
    .testTarget(
      name: "SoHoaVietnameseTests", dependencies: ["SoHoaVietnamese"], exclude: ["Fixtures"]),
    .testTarget(name: "SoHoaImagingTests", dependencies: ["SoHoaImaging"]),
    .testTarget(name: "SoHoaRecognitionTests", dependencies: ["SoHoaRecognition", "SoHoaImaging"]),
    // Pages made from plain text, for the tests of the stages that read them.
    .target(name: "TestPages", dependencies: ["SoHoaModel", "SoHoaDictionaries"], path: "Tests/TestPages"),
    .testTarget(name: "SoHoaStructureTests", dependencies: ["SoHoaStructure", "TestPages"]),
    .testTarget(name: "SoHoaExtractionTests", dependencies: ["SoHoaExtraction", "TestPages"]),
    .testTarget(name: "SoHoaExportTests", dependencies: ["SoHoaExport", "SoHoaDictionaries", "CArchive"]),
    .testTarget(name: "SoHoaPDFTests", dependencies: ["SoHoa", "SoHoaPDF", "SoHoaImaging", "SoHoaExport"]),
    .testTarget(name: "SoHoaRegistersTests", dependencies: ["SoHoaRegisters", "SoHoaExport"]),
    // A small batch in a process of its own, for the tests that end it in the middle.
    .executableTarget(name: "LedgerTrial", dependencies: ["SoHoaLedger"], path: "Tests/LedgerTrial"),
    .testTarget(
      name: "SoHoaLedgerTests",
      dependencies: [
        "SoHoaLedger", "SoHoaModel", "LedgerTrial", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "SoHoaWatchTests", dependencies: ["SoHoaWatch"]),
    .testTarget(name: "SoHoaProgressTests", dependencies: ["SoHoaProgress"]),
    .testTarget(name: "SoHoaEvaluationTests", dependencies: ["SoHoaEvaluation"]),
    // Enters the sandbox as a worker does, then tries what it must not.
    .executableTarget(name: "SandboxProbe", dependencies: ["SoHoaWorkers"], path: "Tests/SandboxProbe"),
    .testTarget(
      name: "SoHoaWorkersTests", dependencies: ["SoHoaWorkers", "SoHoa", "SoHoaExport", "SandboxProbe"]),
    .testTarget(name: "SoHoaTests", dependencies: ["SoHoa", "SoHoaEvaluation"]),
    // What fuzzing feeds: docs/fuzzing.md.
    harnesses,
  ],
  swiftLanguageModes: [.v6]
)
