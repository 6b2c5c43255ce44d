import Foundation
import SoHoa
import SoHoaLedger
import Synchronization

/// Where the documents of a run lie, by the names of their outputs.
final class DocumentPlaces: Sendable {
  private let made: OutputFolder?
  private let urls = Mutex<[String: URL]>([:])

  /// - Parameter made: the folder of the PDFs that the run makes, if it makes some.
  init(made: OutputFolder?) { self.made = made }

  /// - Parameter name: of the outputs, without extension.
  func note(_ name: String, _ input: Input) {
    guard case .file(let url) = input.place else { return }
    let place = made?.url.appendingPathComponent("\(name).pdf") ?? url
    urls.withLock { $0[name] = place }
  }

  /// - Returns: the name of the outputs that the ledger knows; the input's path where there are none.
  func note(_ record: KeptRecord) -> String {
    let name = record.outputs.first.map { ($0 as NSString).deletingPathExtension } ?? record.path
    let copy = record.outputs.first { $0.hasSuffix(".pdf") }
    let place = made.flatMap { folder in copy.map(folder.url.appendingPathComponent) }
    urls.withLock { $0[name] = place ?? URL(fileURLWithPath: record.path) }
    return name
  }

  /// Nil for standard input.
  func url(of name: String) -> URL? { urls.withLock { $0[name] } }
}
