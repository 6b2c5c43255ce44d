import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Folders as no clerk would fill them: everything that can be read is done beside what cannot, and nothing else is
/// made, waited for or passed over in silence.
@Suite struct NastyFolderTests {
  private enum Fate {
    /// Its text lies under this name.
    case done(String)
    case told(String)
    case leftOut
  }

  private struct Case {
    let name: [UInt8]
    let make: Making
    let fate: Fate

    init(_ name: String, _ make: Making, _ fate: Fate) { self.init(Array(name.utf8), make, fate) }

    init(_ name: [UInt8], _ make: Making, _ fate: Fate) {
      self.name = name
      self.make = make
      self.fate = fate
    }
  }

  private enum Making {
    /// A short document with a number of its own.
    case document
    case bytes([UInt8])
    case copy(String, bytes: Int = .max)
    case link(String)
    case pipe, socket
  }

  /// As long as a name may be, and what is left of it with room for the longest extension.
  private static let longName = String(repeating: "ệ", count: 83)
  private static let cutName = String(repeating: "ệ", count: 73)

  private static let cases: [Case] =
    [
      Case("good.txt", .document, .done("good.txt")),
      Case("below/deep/good.txt", .document, .done("below/deep/good.txt")),
      // Names.
      Case("v\u{103}n b\u{1EA3}n.txt", .document, .done("v\u{103}n b\u{1EA3}n-2.txt")),
      Case("va\u{306}n ba\u{309}n.txt", .document, .done("v\u{103}n b\u{1EA3}n.txt")),
      Case("right\u{202E}txt.exe.txt", .document, .done("right\u{202E}txt.exe.txt")),
      Case("new\nline.txt", .document, .done("new_line.txt")),
      Case("-o.txt", .document, .done("-o.txt")),
      Case("%s%n$(id);`id`.txt", .document, .done("%s%n$(id);`id`.txt")),
      Case("x\\..\\..\\y.txt", .document, .done("x\\..\\..\\y.txt")),
      Case(longName + ".txt", .document, .done(cutName + ".txt")),
      Case(Array("broken\u{2D}".utf8) + [0xFF, 0xFE] + Array(".txt".utf8), .document, .told("broken-")),
      Case(".hidden.txt", .document, .leftOut),
      // Wrong kinds.
      Case("text.pdf", .document, .done("text.txt")), Case("empty.pdf", .bytes([]), .told("empty")),
      Case("zip.pdf", .bytes([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 60)), .told("ZIP")),
      Case("zeros.txt", .bytes([UInt8](repeating: 0, count: 1 << 20)), .told("unknown type")),
      Case("random.jpg", .copy("broken/random.bin"), .told("unknown type")),
      // Cut off.
      Case("cut.jpg", .copy("scans/telegram.scan.jpg", bytes: 3000), .told("damaged")),
      Case("cut.png", .copy("broken/truncated.png"), .told("damaged")),
      Case("cut.tif", .copy("broken/truncated.tif"), .told("damaged")),
      Case("cut-off.pdf", .copy("broken/truncated.pdf"), .told("damaged")),
      Case("start.pdf", .copy("scans/decree.digital.pdf", bytes: 9), .told("damaged")),
      // Bombs and loops.
      Case("wide.png", .copy("bombs/wide.png"), .told("more than the limit")),
      Case("vast.png", .copy("broken/huge-dimensions.png"), .told("more than the limit")),
      Case("swells.pdf", .copy("bombs/objects-swell.pdf"), .told("swells")),
      Case("branches.pdf", .copy("bombs/tree-loops.pdf"), .told("damaged")),
      Case("laughs.pdf", .copy("bombs/forms-laugh.pdf"), .done("laughs.txt")),
      Case("circle.pdf", .copy("bombs/forms-loop.pdf"), .done("circle.txt")),
      // No files.
      Case("pipe.txt", .pipe, .leftOut), Case("pipe.pdf", .pipe, .leftOut),
      Case("socket.pdf", .socket, .leftOut), Case("zero.txt", .link("/dev/zero"), .leftOut),
      Case("terminal.txt", .link("/dev/tty"), .leftOut), Case("loop.pdf", .link("loop.pdf"), .leftOut),
      Case("self", .link("."), .leftOut), Case("below/up", .link("../.."), .leftOut),
      Case("nowhere.txt", .link("not-there.txt"), .leftOut),
      Case("passwords.txt", .link("/etc/passwd"), .leftOut),
    ]

  @Test("each has its fate, and the folder holds what it says and no more", .timeLimit(.minutes(5)))
  func folder() throws {
    let scratch = try ScratchFolder()
    let (input, output) = (scratch.url.path + "/in", scratch.url.path + "/out")
    for (number, item) in Self.cases.enumerated() {
      try Self.make(item, in: input, number: number)
    }
    let run = try Run.sohoa("convert", input, "-o", output, "--format", "txt", "-q")
    #expect(run.status == 21)
    #expect(!run.errors.unicodeScalars.contains("\u{202E}"), "what turns the text around is not shown")
    for item in Self.cases {
      guard case .told(let reason) = item.fate else { continue }
      let name = String(decoding: item.name, as: UTF8.self)
      let isTold = run.errors.split(separator: "\n").contains { $0.contains(name) && $0.contains(reason) }
      #expect(isTold, "\(name): \(reason)\n\(run.errors)")
    }
    let done = Self.cases.compactMap { if case .done(let name) = $0.fate { name } else { nil } }
    let made = try Self.outputs(output)
    #expect(made.sorted() == done.sorted(), "\(Set(made).symmetricDifference(done))")
    #expect(try Self.names(scratch.url.path) == ["in", "out"])
  }

  @Test(
    "what is no file is told and not waited for when it is named",
    .timeLimit(.minutes(2)), arguments: [false, true])
  func named(inProcess: Bool) throws {
    let scratch = try ScratchFolder()
    let input = scratch.url.path + "/in"
    let fates = ["pipe": Making.pipe, "socket": .socket, "loop": .link("loop"), "zero": .link("/dev/zero")]
    for (name, making) in fates { try Self.make(Case(name, making, .leftOut), in: input, number: 0) }
    for name in fates.keys + ["gone"] {
      let output = inProcess ? "-" : scratch.url.path + "/out"
      let run = try Run.sohoa("convert", "\(input)/\(name)", "-o", output, "-q")
      #expect([2, 5].contains(run.status), "\(name): \(run.status) \(run.errors)")
      #expect(run.errors.contains(name) && run.output.isEmpty)
    }
  }

  @Test("a folder and a file that may not be read are told", .enabled(if: NastyFolderTests.mayDropRights))
  func closed() throws {
    let scratch = try ScratchFolder()
    let (input, output) = (scratch.url.path + "/in", scratch.url.path + "/out")
    for (number, name) in ["good.txt", "closed/below.txt", "unread.txt"].enumerated() {
      try Self.make(Case(name, .document, .leftOut), in: input, number: number)
    }
    try Self.allow(scratch.url.path)
    for name in ["closed", "unread.txt"] { #expect(chmod("\(input)/\(name)", 0) == 0) }
    defer { chmod("\(input)/closed", 0o700) }
    let run = try Self.runWithoutRights(["convert", input, "-o", output, "--format", "txt", "-q"])
    #expect(run.status == 21, "\(run.errors)")
    for name in ["closed", "unread.txt"] {
      #expect(
        run.errors.split(separator: "\n").contains { $0.contains(name) && $0.contains("rights") },
        "\(run.errors)")
    }
    #expect(try Self.outputs(output) == ["good.txt"])
  }

  // MARK: Making

  private static func make(_ item: Case, in folder: String, number: Int) throws {
    let path = Array(folder.utf8) + [UInt8(ascii: "/")] + item.name
    let parent = path[..<(path.lastIndex(of: UInt8(ascii: "/"))!)]
    try FileManager.default.createDirectory(
      atPath: String(decoding: parent, as: UTF8.self), withIntermediateDirectories: true)
    let raw = (path + [0]).map { CChar(bitPattern: $0) }
    switch item.make {
    case .document: write(Array(document(number).utf8), to: raw)
    case .bytes(let bytes): write(bytes, to: raw)
    case .copy(let name, let count):
      write(Array(try Data(contentsOf: Fixtures.file(name)).prefix(count)), to: raw)
    case .link(let target): #expect(symlink(target, raw) == 0)
    case .pipe: #expect(mkfifo(raw, 0o600) == 0)
    case .socket: #expect(mknod(raw, S_IFSOCK | 0o600, 0) == 0)
    }
  }

  private static func write(_ bytes: [UInt8], to path: [CChar]) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    #expect(file >= 0)
    #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
    close(file)
  }

  private static func document(_ number: Int) -> String {
    """
    ỦY BAN NHÂN DÂN
    XÃ KHÁNH GIẢNG
    Số: \(number + 100)/TB-UBND
    Khánh Giảng, ngày 05 tháng 3 năm 2026
    THÔNG BÁO
    Về việc trồng hoa đợt \(number)
    """
  }

  /// Files below a folder, without the ledger.
  private static func outputs(_ folder: String) throws -> [String] {
    try names(folder).filter { $0 != ".sohoa" }.flatMap { name -> [String] in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return isFolder.boolValue ? try outputs("\(folder)/\(name)").map { "\(name)/\($0)" } : [name]
    }.sorted()
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  // MARK: Rights

  /// Whoever is root may read everything, and needs a way to be somebody else.
  static var mayDropRights: Bool { geteuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0 }

  private static func allow(_ folder: String) throws {
    guard geteuid() == 0 else { return }
    let run = try Run("chown", ["-R", "65534", folder])
    #expect(run.status == 0)
  }

  private static func runWithoutRights(_ arguments: [String]) throws -> Run {
    let prefix = ["--reuid=65534", "--regid=65534", "--clear-groups", Run.program.path]
    return try Run(
      geteuid() == 0 ? "setpriv" : Run.program.path, (geteuid() == 0 ? prefix : []) + arguments,
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
  }
}
