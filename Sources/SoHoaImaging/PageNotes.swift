import SoHoaModel

/// What preparation has to say about a page.
struct PageNotes {
  let page: Int

  func blank() -> Finding {
    Finding(
      .info, "page.blank",
      Message(
        en: "page \(page): nothing is printed on it; check that the right side was scanned",
        vi: "trang \(page): không có chữ in nào; hãy kiểm tra xem có quét nhầm mặt giấy không"),
      page: page)
  }

  func turned(by degrees: Int) -> Finding {
    Finding(
      .info, "page.turned",
      Message(
        en: "page \(page): lay on its side or head; turned \(degrees) degrees clockwise for reading",
        vi: "trang \(page): bị xoay; đã xoay \(degrees) độ theo chiều kim đồng hồ để đọc"),
      page: page)
  }

  func lowResolution(_ dpi: Int, least: Int) -> Finding {
    Finding(
      .warning, "page.lowResolution",
      Message(
        en: "page \(page): about \(dpi) dpi, tone marks need \(least) or more; rescan at 300 dpi if you can",
        vi: "trang \(page): khoảng \(dpi) dpi, dấu thanh cần từ \(least) dpi trở lên; nên quét lại ở 300 dpi"),
      page: page)
  }
}

extension Finding {
  /// Part of a page's picture could not be decoded.
  static func damagedPicture(file: String, page: Int) -> Finding {
    Finding(
      .warning, "page.pictureDamaged",
      Message(
        en: "\(file), page \(page): part of its picture is missing or wrong; what is there was read, copy or "
          + "scan it again",
        vi: "\(file), trang \(page): ảnh của trang bị hỏng hoặc thiếu một phần; đã đọc phần còn lại, hãy sao "
          + "chép hoặc quét lại"),
      page: page)
  }
}
