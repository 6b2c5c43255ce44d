import Foundation
import SoHoaExport
import SoHoaFiles
import SoHoaModel

#if canImport(Glibc)
  import Glibc
#endif

/// Why a file could not be written, as far as it changes what to do next.
enum WritingTrouble: Hashable {
  case full, rights, longName, other

  init(_ error: any Error) {
    self =
      switch Self.number(error) {
      case ENOSPC, EDQUOT, EFBIG: .full
      case EACCES, EPERM, EROFS: .rights
      case ENAMETOOLONG: .longName
      default: .other
      }
  }

  var advice: Message {
    switch self {
    case .full: Message(en: "the disk is full: free some space", vi: "ổ đĩa đã đầy: hãy giải phóng chỗ trống")
    case .rights: Message(en: "change the folder's rights", vi: "hãy đổi quyền của thư mục")
    case .longName:
      Message(
        en: "the name or the path is too long: choose a shorter --output or --name-template",
        vi: "tên hoặc đường dẫn quá dài: hãy chọn --output hoặc --name-template ngắn hơn")
    case .other:
      Message(
        en: "free space or change the folder's rights",
        vi: "hãy giải phóng chỗ trống hoặc đổi quyền của thư mục")
    }
  }

  /// The system's number of the error; nil where it has none.
  private static func number(_ error: any Error) -> Int32? {
    if let failure = error as? AtomicFile.Failure { return failure.code }
    if let posix = error as? POSIXError { return posix.code.rawValue }
    guard let cocoa = error as? CocoaError else { return nil }
    if let posix = cocoa.underlying as? POSIXError { return posix.code.rawValue }
    switch cocoa.code {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteNoPermission: return EACCES
    case .fileWriteVolumeReadOnly: return EROFS
    case .fileWriteInvalidFileName: return ENAMETOOLONG
    default: return nil
    }
  }
}
