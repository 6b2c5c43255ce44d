import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import SoHoaRecognition

/// Reads pages, one at a time: one preparer and, once a picture turns up, one engine.
actor PageWorker {
  private let language: String
  private let dictionaries: DictionaryFolder
  private let preparer: PagePreparer
  private var engine: Recogniser?
  private var hands: HandReader?

  init(language: String, dictionaries: DictionaryFolder, prepare: PrepareSettings) {
    self.language = language
    self.dictionaries = dictionaries
    preparer = PagePreparer(settings: prepare)
  }

  /// Acquire → prepare → recognise. What cannot be read is a page with findings; only a missing engine or
  /// model is an error.
  func read(_ number: Int, of source: PageQueue) async throws(ConversionFailure) -> Page {
    let acquired = await source.acquire(number)
    var page =
      switch acquired.content {
      case .words(let page): ColumnSplitter().run(page)
      case .unreadable: Page(number: number, origin: .unreadable)
      case .picture(let raster): try steps(raster, number).page
      }
    page.area = acquired.area
    page.findings = acquired.findings + page.findings
    return page
  }

  /// Prepare → recognise → read what is written by hand.
  func steps(
    _ raster: Raster, _ number: Int
  ) throws(ConversionFailure) -> (prepared: PreparedPage, page: Page) {
    let prepared = preparer.run(raster, page: number)
    let page = ColumnSplitter().run(try readyEngine().run(prepared))
    let hands = try readyHands()
    let read = hands.readStamps(hands.read(page, from: prepared), from: raster)
    return (prepared, HandPictures().add(to: read, from: raster))
  }

  private func readyHands() throws(ConversionFailure) -> HandReader {
    if let hands { return hands }
    do {
      let made = try HandReader(dictionaries)
      hands = made
      return made
    } catch {
      throw ConversionFailure(.missingComponent, Message(en: error.description, vi: error.description))
    }
  }

  private func readyEngine() throws(ConversionFailure) -> Recogniser {
    if let engine { return engine }
    do {
      let made = try Recogniser(language: language, scales: ConfidenceScale.all(in: dictionaries))
      engine = made
      return made
    } catch let error as RecognitionError {
      throw ConversionFailure(.missingComponent, error.message)
    } catch {
      throw ConversionFailure(.missingComponent, Message(en: "\(error)", vi: "\(error)"))
    }
  }
}

/// The pages of one opened file, acquired one after the other.
actor PageQueue {
  private let file: InputFile

  init(_ file: sending InputFile) { self.file = file }

  func acquire(_ number: Int) -> AcquiredPage { file.page(number) }
}

/// As many workers as jobs; a page waits until one is free.
actor WorkerPool {
  private var idle: [PageWorker]
  private var waiting: [CheckedContinuation<PageWorker, Never>] = []

  init(jobs: Int, worker: () -> PageWorker) {
    idle = (0..<max(1, jobs)).map { _ in worker() }
  }

  nonisolated func read(_ number: Int, of queue: PageQueue) async throws(ConversionFailure) -> Page {
    let worker = await take()
    do throws(ConversionFailure) {
      if Task.isCancelled { throw .interrupted }
      let page = try await worker.read(number, of: queue)
      await give(worker)
      return page
    } catch {
      await give(worker)
      throw error
    }
  }

  private func take() async -> PageWorker {
    if let worker = idle.popLast() { return worker }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func give(_ worker: PageWorker) {
    if waiting.isEmpty { idle.append(worker) } else { waiting.removeFirst().resume(returning: worker) }
  }
}
