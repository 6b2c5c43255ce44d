import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel

/// Pages that one worker has read and another will interpret.
struct PageSpool {
  private let path: String

  init(_ path: String) { self.path = path }

  func write(_ pages: [Page]) throws(ConversionFailure) {
    do {
      try JSONEncoder().encode(pages).write(to: URL(fileURLWithPath: path))
    } catch {
      throw Self.failure(path, error)
    }
  }

  func read() throws(ConversionFailure) -> [Page] {
    do {
      return try JSONDecoder().decode([Page].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Self.failure(path, error)
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> ConversionFailure {
    ConversionFailure(
      .noAccess,
      Message(
        en: "\(path): pages between two workers not kept (\(error)); free some space, then run again",
        vi:
          "\(path): chưa lưu được các trang giữa hai tiến trình (\(error)); hãy giải phóng chỗ trống rồi chạy lại"
      ))
  }
}
