import Foundation
import SoHoa
import SoHoaDictionaries
import SoHoaExport
import SoHoaModel

/// Answers requests of one order with one converter.
struct Workshop: Sendable {
  let order: WorkOrder
  private let dictionaries: DictionaryFolder
  private let converter: Converter
  private let limits: WorkerLimits
  private let events: EventWriter
  private let cache = OpenedInputCache()

  init(order: WorkOrder, dictionaries: DictionaryFolder, limits: WorkerLimits, events: EventWriter) {
    self.order = order
    self.dictionaries = dictionaries
    self.limits = limits
    self.events = events
    converter = Converter(
      settings: order.settings, pages: order.settings.pages.flatMap(PageSelection.init), jobs: 1,
      limits: order.limits, prepare: order.prepare, rawConfidence: order.rawConfidence,
      dictionaries: dictionaries)
  }

  /// - Returns: the event that ends the request.
  func answer(_ request: Request) async -> Event {
    do throws(ConversionFailure) {
      return try await work(request)
    } catch {
      return .failed(id: request.id, Event.Failed(error, outputs: notice(error, request)))
    }
  }

  private func work(_ request: Request) async throws(ConversionFailure) -> Event {
    let input = Input(.file(URL(fileURLWithPath: request.input)))
    let opened = try cache.opened(request.input) { () throws(ConversionFailure) in try converter.open(input) }
    switch request.work {
    case .open: return .opened(id: request.id, opened.source, pageNumbers: opened.pageNumbers)
    case .convert(let target, let maxPages):
      if let maxPages, opened.pageNumbers.count > maxPages {
        return .opened(id: request.id, opened.source, pageNumbers: opened.pageNumbers)
      }
      let pages = try await read(opened.pageNumbers, of: opened, request.id)
      return try await write(opened, pages, input, target, request.id)
    case .read(let numbers, let spool):
      try PageSpool(spool).write(try await read(numbers, of: opened, request.id))
      return .read(id: request.id)
    case .finish(let target, let spools):
      begin(request.id, pages: opened.pageNumbers.count)
      let pages = try spools.map { path throws(ConversionFailure) in try PageSpool(path).read() }
      return try await write(opened, Array(pages.joined()), input, target, request.id)
    }
  }

  private func begin(_ id: Int, pages: Int) {
    Sandbox.allow(
      processorSeconds: limits.processorSeconds + limits.processorSecondsPerPage * Double(pages))
    events.send(.begun(id: id, pages: pages))
  }

  private func read(
    _ numbers: [Int], of input: OpenedInput, _ id: Int
  ) async throws(ConversionFailure) -> [Page] {
    begin(id, pages: numbers.count)
    let events = events
    return try await converter.read(numbers, of: input) { events.send(.page(id: id, page: $0)) }
  }

  private func write(
    _ opened: OpenedInput, _ pages: [Page], _ input: Input, _ target: Request.Target, _ id: Int
  ) async throws(ConversionFailure) -> Event {
    let file = try await converter.finish(opened, pages: pages)
    let stage = try Stage(target.stage)
    do throws(ConversionFailure) {
      let written = try stage.write(file, of: input, order: order, entry: try entry(target.index))
      return .done(
        id: id,
        WorkResult(file: written.withBarePages, outputs: try stage.outputs(order.formats)))
    } catch {
      let outputs = try stage.outputs(order.formats)
      return .failed(id: id, Event.Failed(error, file: file.withBarePages, outputs: outputs))
    }
  }

  /// For the formats of archive metadata.
  private func entry(_ index: Int) throws(ConversionFailure) -> ArchiveEntry? {
    guard order.formats.contains(where: \.needsArchiveEntry) else { return nil }
    do throws(DictionaryError) {
      return ArchiveEntry(
        codes: try ArchiveCodes(dictionaries: dictionaries), filing: order.filing, index: index)
    } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
  }

  /// Of a classified file the notice is written, as JSON.
  private func notice(_ failure: ConversionFailure, _ request: Request) -> [StagedOutput] {
    guard let notice = failure.notice else { return [] }
    switch request.work {
    case .open, .read: return []
    case .convert(let target, _), .finish(let target, _):
      let stage = try? Stage(target.stage)
      _ = try? stage?.write(notice)
      return (try? stage?.outputs([.json])) ?? []
    }
  }
}

extension ConvertedFile {
  /// Pages keep their number, size and findings, and what is written by hand in their headers.
  var withBarePages: ConvertedFile {
    var bare = self
    for index in bare.pages.indices {
      bare.pages[index].blocks = []
      bare.pages[index].marks.removeAll { $0.hand == nil }
    }
    return bare
  }
}
