import SoHoaModel
import SoHoaStructure
import TestPages

@testable import SoHoaExtraction

/// Structure and extraction, one after the other.
struct RecordReading {
  let parser: StructureParser
  let extractor: RecordExtractor

  init(isRaw: Bool = false) throws {
    parser = try StructureParser(dictionaries: dictionaries)
    extractor = try RecordExtractor(dictionaries: dictionaries, isRaw: isRaw)
  }

  func read(_ pages: [Page], context: DocumentContext = DocumentContext()) -> Extraction {
    extractor.run(pages, parser.run(pages), context: context)
  }
  func read(_ text: String) -> Extraction { read(textPages(text)) }

  /// A plan with this number line, place line, body and closing.
  func plan(
    number: String = "Số: 12/KH-SNV", date: String = "Hoa Giang, ngày 05 tháng 3 năm 2026", body: String = "",
    closing: String = ""
  ) -> Extraction {
    read(
      """
      UBND TỈNH HOA GIANG
      SỞ NỘI VỤ
      \(number)

      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      \(date)

      KẾ HOẠCH
      Chăm sóc vườn hoa của tỉnh

      \(body)

      \(closing)
      """)
  }
}
