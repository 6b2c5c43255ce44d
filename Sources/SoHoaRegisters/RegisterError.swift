import Foundation
import SoHoaModel

/// Why a register was left as it is.
public enum RegisterError: Explained, Hashable {
  /// The file is none of the program's to write: missing rights, no such folder.
  case notAccessible(path: String, reason: String)
  /// Another program has it open.
  case openElsewhere(path: String, lock: String)
  /// Another run held it too long.
  case busy(path: String)
  case damaged(path: String, reason: String)
  /// No sheet has the columns of the form.
  case otherColumns(path: String, wanted: [String])
  /// Something stands below the rows, where new ones would go.
  case textBelow(path: String, sheet: String, row: Int)
  case full(path: String, rows: Int)

  public var message: Message {
    switch self {
    case .notAccessible(let path, let reason):
      Message(
        en: "\(path): register not written (\(reason)); free space or change the rights, then run again",
        vi: "\(path): chưa ghi được sổ (\(reason)); hãy giải phóng chỗ trống hoặc đổi quyền rồi chạy lại")
    case .openElsewhere(let path, let lock):
      Message(
        en: "\(path): open in another program (\(lock)); close it there, then run again",
        vi: "\(path): đang mở ở chương trình khác (\(lock)); hãy đóng lại rồi chạy lại")
    case .busy(let path):
      Message(
        en: "\(path): another run has kept the register locked for a minute; run again when it has ended",
        vi: "\(path): sổ bị một lượt chạy khác khóa đã một phút; hãy chạy lại khi lượt đó xong")
    case .damaged(let path, let reason):
      Message(
        en: "\(path): no register that can be added to (\(reason)); mend it or name another with --register",
        vi:
          "\(path): không ghi tiếp được vào sổ này (\(reason)); hãy sửa tệp hoặc nêu sổ khác bằng --register")
    case .otherColumns(let path, let wanted):
      Message(
        en: "\(path): no sheet with the columns \(wanted.joined(separator: " · ")) side by side; "
          + "name another register with --register or another form with --register-kind",
        vi: "\(path): không có trang tính với các cột \(wanted.joined(separator: " · ")) liền nhau; "
          + "hãy nêu sổ khác bằng --register hoặc mẫu khác bằng --register-kind")
    case .textBelow(let path, let sheet, let row):
      Message(
        en: "\(path), sheet \(sheet), row \(row): text below the last registered document; move it elsewhere",
        vi:
          "\(path), trang \(sheet), dòng \(row): có nội dung bên dưới văn bản cuối cùng; hãy chuyển đi chỗ khác"
      )
    case .full(let path, let rows):
      Message(
        en: "\(path): no room for \(rows) more rows; begin a new register",
        vi: "\(path): không đủ chỗ cho \(rows) dòng nữa; hãy mở sổ mới")
    }
  }
}

extension RegisterError {
  /// Whether rights or space are missing, not the register at fault.
  public var isAboutAccess: Bool {
    switch self {
    case .notAccessible: true
    default: false
    }
  }
}
