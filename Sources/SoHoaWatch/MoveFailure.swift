import SoHoaModel

#if canImport(Glibc)
  import Glibc
#endif

/// Why an original stays where it is.
public enum MoveFailure: Explained, Hashable {
  /// It is not the file any more that was converted.
  case changed(path: String)
  case notMoved(path: String, target: String, number: Int32)
  /// The copy on the other file system has another content.
  case badCopy(path: String, target: String)

  public var message: Message {
    switch self {
    case .changed(let path):
      Message(
        en: "\(path): changed since it was read; it stays and is read again",
        vi: "\(path): đã thay đổi từ khi đọc; tệp ở lại và sẽ được đọc lại")
    case .notMoved(let path, let target, let number):
      Message(
        en:
          "\(path): done, but not moved to \(target) (\(Self.text(number))); change its rights or free some space",
        vi: "\(path): đã xong nhưng chưa chuyển được đến \(target) (\(Self.text(number))); "
          + "hãy đổi quyền hoặc giải phóng chỗ trống")
    case .badCopy(let path, let target):
      Message(
        en: "\(path): its copy in \(target) is not the same; the file stays, check that disk",
        vi: "\(path): bản sao ở \(target) không giống; tệp ở lại, hãy kiểm tra ổ đĩa đó")
    }
  }

  private static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
