import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel

/// The pipeline: acquire → prepare → recognise → restore → structure → extract.
///
/// Holds the dictionaries and as many engines as jobs; converts any number of inputs, side by side if
/// asked to.
public struct Converter: Sendable {
  public let settings: ConversionSettings
  private let pages: PageSelection?
  private let limits: Limits
  private let workers: WorkerPool
  private let legacy: EncodingReader
  /// Loads its dictionaries while the first pages are read.
  private let interpreter: Task<Interpreter, any Error>

  /// - Parameters:
  ///   - jobs: pages that are read at the same time, one engine each.
  ///   - prepare: other than the default only to measure what a step of preparation earns.
  ///   - rawConfidence: values keep the scores of their rules, to learn what these are worth.
  public init(
    settings: ConversionSettings, pages: PageSelection? = nil, jobs: Int = 1, limits: Limits = Limits(),
    prepare: PrepareSettings = PrepareSettings(), rawConfidence: Bool = false, dictionaries: DictionaryFolder
  ) {
    self.settings = settings
    self.pages = pages
    self.limits = limits
    legacy = EncodingReader(dictionaries: dictionaries)
    workers = WorkerPool(jobs: jobs) {
      PageWorker(language: settings.language, dictionaries: dictionaries, prepare: prepare)
    }
    interpreter = Task {
      try Interpreter(dictionaries: dictionaries, language: settings.language, isRaw: rawConfidence)
    }
  }

  /// Converts one input as a whole.
  /// - Throws: `ConversionFailure`; of the kind `classified` for a file with a mark of secrecy, unless the
  ///   settings allow it.
  public func convert(_ input: Input) async throws(ConversionFailure) -> ConvertedFile {
    let opened = try open(input)
    return try await finish(opened, pages: try await read(opened.pageNumbers, of: opened))
  }

  /// Looks at an input without reading a page.
  public func open(_ input: Input) throws(ConversionFailure) -> OpenedInput {
    let bytes = InputBytes(input)
    let file = try inputFile(input, bytes)
    let source = SourceFile(
      name: input.fileName, sha256: bytes.sha256, bytes: bytes.count, mediaType: file.mediaType.rawValue,
      pageCount: file.pageCount, signatures: file.signatures)
    return OpenedInput(
      source: source, pageNumbers: file.pageNumbers, findings: file.findings, pages: PageQueue(file))
  }

  /// Reads some pages, as many at a time as there are workers.
  ///
  /// - Parameter done: called after each page, with its number.
  /// - Returns: the pages in order.
  public func read(
    _ numbers: [Int], of input: OpenedInput, done: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws(ConversionFailure) -> [Page] {
    let workers = workers
    do {
      return try await withThrowingTaskGroup(of: Page.self) { group in
        for number in numbers {
          group.addTask {
            try Task.checkCancellation()
            let page = try await workers.read(number, of: input.pages)
            done(number)
            return page
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.number < $1.number }
      }
    } catch let failure as ConversionFailure {
      throw failure
    } catch {
      throw .interrupted
    }
  }

  /// Makes records of pages that were read here or elsewhere.
  ///
  /// - Parameter pages: all that were asked for, in order.
  /// - Throws: as `convert`.
  public func finish(_ input: OpenedInput, pages: [Page]) async throws(ConversionFailure) -> ConvertedFile {
    try Self.checkReadable(pages)
    let interpreter = try await readyInterpreter()
    let result = interpreter.run(
      pages, fileName: input.source.name, signatures: input.source.signatures)
    let converted = ConvertedFile(
      software: interpreter.software, settings: settings, source: input.source, pages: result.pages,
      documents: result.documents, findings: input.findings + result.findings)
    try ClassifiedGate(settings: settings).check(converted)
    return converted
  }

  private func inputFile(_ input: Input, _ bytes: InputBytes) throws(ConversionFailure) -> InputFile {
    let settings = AcquireSettings(mode: settings.mode, pages: pages?.ranges, limits: limits)
    do throws(AcquisitionError) {
      return switch input.place {
      case .file(let url): try InputFile(contentsOf: url, settings: settings, legacy: legacy)
      case .standardInput:
        try InputFile(data: bytes.data ?? Data(), name: "standard input", settings: settings, legacy: legacy)
      }
    } catch {
      throw ConversionFailure(error)
    }
  }

  private static func checkReadable(_ pages: [Page]) throws(ConversionFailure) {
    guard pages.allSatisfy({ $0.origin == .unreadable }) else { return }
    let reason = pages.lazy.flatMap(\.findings).first { $0.severity == .error }?.message
    throw ConversionFailure(
      .badInput, reason ?? Message(en: "no page could be read", vi: "không đọc được trang nào"))
  }

  private func readyInterpreter() async throws(ConversionFailure) -> Interpreter {
    do {
      return try await interpreter.value
    } catch let failure as ConversionFailure {
      throw failure
    } catch {
      throw ConversionFailure(.other, Message(en: "\(error)", vi: "\(error)"))
    }
  }
}

extension ConversionFailure {
  init(_ error: AcquisitionError) {
    let kind: Kind =
      switch error.kind {
      case .badInput: .badInput
      case .noAccess: .noAccess
      case .encrypted: .encrypted
      }
    self.init(kind, error.message)
  }
}
