import SoHoaModel

/// Why no searchable PDF could be made of a file.
public struct PDFFailure: Explained, Hashable, Sendable {
  public var message: Message

  public init(_ message: Message) { self.message = message }
}

extension PDFFailure {
  /// - Parameter reason: QPDF's own words.
  static func unreadable(_ file: String, _ reason: String) -> PDFFailure {
    PDFFailure(
      Message(
        en:
          "\(file): no searchable PDF, its objects cannot be followed (\(reason)); print it to a new PDF and "
          + "convert that, other formats are not concerned",
        vi:
          "\(file): chưa tạo được PDF tra cứu, không đọc được cấu trúc tệp (\(reason)); hãy in ra một tệp PDF mới "
          + "rồi chuyển đổi, các định dạng khác không bị ảnh hưởng"))
  }

  static func unwritten(_ file: String, _ reason: String) -> PDFFailure {
    PDFFailure(
      Message(
        en:
          "\(file): the searchable PDF was not written (\(reason)); free space or change the folder's rights, "
          + "then run again",
        vi:
          "\(file): chưa ghi được PDF tra cứu (\(reason)); hãy giải phóng chỗ trống hoặc đổi quyền của thư mục "
          + "rồi chạy lại"))
  }

  static func unheld(_ file: String, page: Int) -> PDFFailure {
    PDFFailure(
      Message(
        en:
          "\(file), page \(page): the picture cannot be put into a PDF; save it as PNG or TIFF and convert that",
        vi: "\(file), trang \(page): không đưa được ảnh vào PDF; hãy lưu thành PNG hoặc TIFF rồi chuyển đổi"))
  }
}
