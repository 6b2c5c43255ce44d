import SoHoaModel

#if canImport(Glibc)
  import Glibc
#endif

/// What a watch should tell the people who look after it; it goes on all the same.
public enum WatchTrouble: Hashable, Sendable {
  /// More happened than the kernel kept; the whole folder is looked through.
  case overflow
  /// There are no events to be had, and why; the folder is looked through now and then.
  case noEvents(Int32)
  /// A folder that cannot be read, and why.
  case unreadable(String, Int32)
  /// So many files of a folder have names that are no UTF-8.
  case badNames(String, Int)
  case folderGone(String)
  case folderBack(String)

  public var message: Message {
    switch self {
    case .overflow:
      Message(
        en: "events were lost; looking through the whole folder",
        vi: "bị mất thông báo thay đổi; đang xem lại toàn bộ thư mục")
    case .noEvents(let number):
      Message(
        en: "no events of folders (\(Self.text(number))); looking through the folder now and then; "
          + "more is allowed by fs.inotify.max_user_watches",
        vi: "không nhận được thông báo thay đổi (\(Self.text(number))); sẽ xem lại thư mục theo định kỳ; "
          + "có thể tăng fs.inotify.max_user_watches")
    case .unreadable(let path, let number):
      Message(
        en: "\(path): cannot be read (\(Self.text(number))); change its rights, its files wait",
        vi: "\(path): không đọc được (\(Self.text(number))); hãy đổi quyền, các tệp trong đó phải chờ")
    case .badNames(let path, let count):
      Message(
        en: "\(path): \(count) names that are not UTF-8; rename these files, they are left out",
        vi: "\(path): \(count) tên tệp không phải UTF-8; hãy đổi tên, các tệp này bị bỏ qua")
    case .folderGone(let path):
      Message(
        en: "\(path): not there; waiting for it to come back",
        vi: "\(path): không còn ở đó; đang chờ thư mục trở lại")
    case .folderBack(let path):
      Message(en: "\(path): there again", vi: "\(path): đã có lại")
    }
  }

  private static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
