import Foundation
internal import GRDB
import SoHoaModel

/// Why the ledger of an output folder cannot be used.
public enum LedgerError: Explained, Hashable {
  /// Another run works on the folder.
  case busy(folder: String, holder: LockHolder?)
  /// The folder was never the output of a run.
  case missing(folder: String)
  /// No rights, or a medium that is read only.
  case notWritable(path: String, reason: String)
  case full(path: String)
  /// Cut off, overwritten, or by no means a database.
  case damaged(path: String, reason: String)
  /// A database of some other program.
  case foreign(path: String)
  /// Made by a later version of this program.
  case newer(path: String, version: Int)
  /// Made by an earlier version, and only looked at.
  case older(path: String)
  /// A file lies where an output belongs that is not the ledger's own.
  case outputExists(path: String)
  /// The file that was converted is not the one that was to be.
  case inputChanged(path: String)
  /// A path that leads out of the folder.
  case outside(path: String)
  /// What should become an output is a link, a folder or a device.
  case notRegular(path: String)
  case other(path: String, reason: String)

  public var message: Message {
    switch self {
    case .busy(let folder, let holder): Self.busy(folder, holder)
    case .missing(let folder):
      Message(
        en: "\(folder): no ledger here; name a folder that was the --output of a run",
        vi: "\(folder): không có sổ theo dõi; hãy nêu thư mục đã là --output của một lần chạy")
    case .notWritable(let path, let reason):
      Message(
        en: "\(path): cannot be written (\(reason)); change the folder's rights or choose another --output",
        vi: "\(path): không ghi được (\(reason)); hãy đổi quyền của thư mục hoặc chọn --output khác")
    case .full(let path):
      Message(
        en:
          "\(path): not written, the disk is full; free some space, then run again: what is done stays done",
        vi:
          "\(path): chưa ghi được, ổ đĩa đã đầy; hãy giải phóng chỗ trống rồi chạy lại: việc đã xong vẫn giữ nguyên"
      )
    case .damaged(let path, let reason): Self.unusable(path, "damaged (\(reason))", "bị hỏng (\(reason))")
    case .foreign(let path): Self.unusable(path, "not a ledger of sohoa", "không phải sổ theo dõi của sohoa")
    case .newer(let path, let version):
      Message(
        en: "\(path): made by a newer sohoa (form \(version)); use that version, or choose another --output",
        vi: "\(path): do phiên bản sohoa mới hơn tạo ra (dạng \(version)); hãy dùng phiên bản đó, "
          + "hoặc chọn --output khác")
    case .older(let path):
      Message(
        en: "\(path): made by an older sohoa; run `sohoa convert` on the folder once to bring it forward",
        vi:
          "\(path): do phiên bản sohoa cũ hơn tạo ra; hãy chạy `sohoa convert` vào thư mục này một lần để nâng cấp"
      )
    case .outputExists(let path):
      Message(
        en: "\(path): is there already and is not an output of this folder's runs; "
          + "give --overwrite to replace it, --skip-existing to leave it",
        vi: "\(path): đã có sẵn và không phải kết quả của các lần chạy ở thư mục này; "
          + "hãy dùng --overwrite để ghi đè, --skip-existing để giữ nguyên")
    case .inputChanged(let path):
      Message(
        en: "\(path): changed while it was converted; run again once nobody writes to it",
        vi: "\(path): đã thay đổi trong lúc chuyển đổi; hãy chạy lại khi không còn ai ghi vào tệp")
    case .outside(let path):
      Message(
        en: "\(path): leads out of the output folder; choose another --name-template",
        vi: "\(path): nằm ngoài thư mục kết quả; hãy chọn --name-template khác")
    case .notRegular(let path):
      Message(
        en: "\(path): not placed, what was made for it is not a regular file; treat the input as hostile",
        vi: "\(path): không đặt được vì kết quả không phải tệp thông thường; hãy coi tệp nguồn là nguy hiểm")
    case .other(let path, let reason):
      Message(
        en: "\(path): \(reason); run again, and report it if it stays",
        vi: "\(path): \(reason); hãy chạy lại, nếu vẫn lỗi xin báo cho chúng tôi")
    }
  }

  private static func busy(_ folder: String, _ holder: LockHolder?) -> Message {
    let by = holder.map { "process \($0.process) on \($0.host)" } ?? "another process"
    let byVietnamese = holder.map { "tiến trình \($0.process) trên máy \($0.host)" } ?? "một tiến trình khác"
    return Message(
      en:
        "\(folder): another run is at work here (\(by)); wait until it has ended, or choose another --output",
      vi:
        "\(folder): đang có một lần chạy khác làm việc ở đây (\(byVietnamese)); hãy chờ nó xong hoặc chọn --output khác"
    )
  }

  private static func unusable(_ path: String, _ en: String, _ vi: String) -> Message {
    Message(
      en: "\(path): \(en); rename it away: all outputs stay, and --skip-existing goes on from them",
      vi: "\(path): \(vi); hãy đổi tên nó đi: mọi kết quả vẫn còn, và --skip-existing sẽ làm tiếp từ đó")
  }
}

extension LedgerError {
  /// - Parameter path: the ledger's file.
  init(_ error: any Error, at path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? LedgerError ?? .other(path: path, reason: "\(error)")
      return
    }
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .full(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
        .notWritable(path: path, reason: reason)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
      // What cannot grow in memory that is shared, or in the log, is an error of the disk.
      case .SQLITE_IOERR where Self.isFull(path): .full(path: path)
      default: .other(path: path, reason: reason)
      }
  }

  private static func isFull(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 17
  }

  /// - Parameter number: the system's `errno`.
  init(_ number: Int32, at path: String) {
    let reason = String(cString: strerror(number))
    self =
      switch number {
      case ENOSPC, EDQUOT, EFBIG: .full(path: path)
      case EACCES, EPERM, EROFS: .notWritable(path: path, reason: reason)
      default: .other(path: path, reason: reason)
      }
  }
}
