import SoHoaModel

/// Why a file, or one of its pages, cannot be had.
public enum AcquisitionError: Explained, Hashable {
  case missing(file: String)
  case notReadable(file: String)
  case notAFile(file: String)
  case isEmpty(file: String)
  /// `found` names the type where we know it.
  case wrongType(file: String, found: String?)
  case damaged(file: String, page: Int?)
  case encrypted(file: String)
  case noPages(file: String)
  case noSuchPage(file: String, page: Int, count: Int)
  case tooManyPages(file: String, count: Int, limit: Int)
  case tooManyBytes(file: String, count: Int, limit: Int)
  case tooManyPixels(file: String, page: Int, width: Int, height: Int, limit: Int)
  /// Made so that reading it would take hours or all memory; nil for the whole file.
  case tooComplex(file: String, page: Int?)
  /// Only text was wanted, and the page holds none.
  case noText(file: String, page: Int)
  case outOfMemory(file: String, page: Int)

  /// What an exit code has to tell apart.
  public enum Kind: Hashable, Sendable {
    case badInput, noAccess, encrypted
  }

  public var kind: Kind {
    switch self {
    case .missing, .notReadable: .noAccess
    case .encrypted: .encrypted
    default: .badInput
    }
  }

  /// Stable name for findings.
  var code: String {
    switch self {
    case .tooManyPixels: "page.tooLarge"
    case .tooComplex: "page.tooComplex"
    case .noText: "page.noText"
    default: "page.unreadable"
    }
  }
}

extension AcquisitionError {
  public var message: Message {
    fileMessage ?? contentMessage ?? sizeMessage
  }

  private var fileMessage: Message? {
    switch self {
    case .missing(let file):
      Message(
        en: "\(file): no such file; check the name and the folder",
        vi: "\(file): không có tệp này; hãy kiểm tra lại tên và thư mục")
    case .notReadable(let file):
      Message(
        en: "\(file): may not be read; ask its owner for read permission",
        vi: "\(file): không được phép đọc; hãy xin quyền đọc tệp")
    case .notAFile(let file):
      Message(
        en: "\(file): not a regular file; give a file, or a folder to walk",
        vi: "\(file): không phải tệp thường; hãy đưa vào một tệp hoặc một thư mục")
    case .isEmpty(let file):
      Message(
        en: "\(file): the file is empty (0 bytes); copy or scan it again",
        vi: "\(file): tệp rỗng (0 byte); hãy sao chép hoặc quét lại")
    default: nil
    }
  }

  private var contentMessage: Message? {
    switch self {
    case .wrongType(let file, let found):
      Self.wrongType(file, found)
    case .damaged(let file, let page):
      Message(
        en: "\(Self.place(file, page)): damaged or cut off, cannot be decoded; copy or scan it again",
        vi: "\(Self.noi(file, page)): bị hỏng hoặc bị cắt cụt, không giải mã được; hãy sao chép hoặc quét lại"
      )
    case .encrypted(let file):
      Message(
        en: "\(file): locked with a password; save a copy without one and give that",
        vi: "\(file): bị khóa bằng mật khẩu; hãy lưu một bản không mật khẩu rồi thử lại")
    case .noPages(let file):
      Message(
        en: "\(file): has no page; check that the scan was finished",
        vi: "\(file): không có trang nào; hãy kiểm tra việc quét đã xong chưa")
    case .noSuchPage(let file, let page, let count):
      Message(
        en: "\(file): there is no page \(page), the file has \(count); correct --pages",
        vi: "\(file): không có trang \(page), tệp chỉ có \(count) trang; hãy sửa --pages")
    case .noText(let file, let page):
      Message(
        en: "\(file), page \(page): holds no usable text of its own; use --mode auto or ocr",
        vi: "\(file), trang \(page): không chứa văn bản số dùng được; hãy dùng --mode auto hoặc ocr")
    default: nil
    }
  }

  private var sizeMessage: Message {
    switch self {
    case .tooManyPages(let file, let count, let limit):
      Message(
        en: "\(file): \(count) pages, more than the limit of \(limit); split the file or select pages",
        vi: "\(file): có \(count) trang, quá giới hạn \(limit); hãy tách tệp hoặc chọn trang")
    case .tooManyBytes(let file, let count, let limit):
      Message(
        en: "\(file): \(count) bytes, more than the limit of \(limit); split the file",
        vi: "\(file): \(count) byte, quá giới hạn \(limit); hãy tách tệp")
    case .tooManyPixels(let file, let page, let width, let height, let limit):
      Message(
        en: "\(file), page \(page): \(width) x \(height) pixels, more than the limit (\(limit) in all, "
          + "\(Limits.longestSide) a side); scan at 300 dpi",
        vi: "\(file), trang \(page): \(width) x \(height) điểm ảnh, quá giới hạn (tổng \(limit), "
          + "mỗi cạnh \(Limits.longestSide)); hãy quét ở 300 dpi")
    case .tooComplex(let file, let page):
      Message(
        en:
          "\(Self.place(file, page)): swells or branches beyond what a page of paper can hold, as no office "
          + "program writes it; print it anew to PDF, or scan the paper",
        vi:
          "\(Self.noi(file, page)): cấu trúc phình to bất thường, không phần mềm văn phòng nào tạo ra; hãy in "
          + "lại thành PDF hoặc quét bản giấy")
    case .outOfMemory(let file, let page):
      Message(
        en: "\(file), page \(page): not enough memory for this page; run fewer jobs or split the file",
        vi: "\(file), trang \(page): không đủ bộ nhớ; hãy giảm số tác vụ hoặc tách tệp")
    default:
      Message(en: "the file cannot be read", vi: "không đọc được tệp")
    }
  }

  private static func wrongType(_ file: String, _ found: String?) -> Message {
    Message(
      en: "\(file): \(found ?? "an unknown type of file") is not read; give PDF, TIFF, JPEG, PNG, BMP, WebP, "
        + "PNM or plain text",
      vi: "\(file): không đọc được \(found ?? "loại tệp này"); hãy dùng PDF, TIFF, JPEG, PNG, BMP, WebP, PNM "
        + "hoặc văn bản thuần")
  }

  private static func place(_ file: String, _ page: Int?) -> String {
    page.map { "\(file), page \($0)" } ?? file
  }

  private static func noi(_ file: String, _ page: Int?) -> String {
    page.map { "\(file), trang \($0)" } ?? file
  }
}
