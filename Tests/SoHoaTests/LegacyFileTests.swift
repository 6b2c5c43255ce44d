import Foundation
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoa

/// A page of text in the fonts of one encoding, as printers of the nineties made them: the codes are those of
/// the font, and the PDF says nothing of what they mean.
private func page(_ lines: [(font: String, text: String)]) -> Data {
  let fonts = Array(Set(lines.map(\.font))).sorted()
  let names = fonts.indices.map { "/F\($0) \(5 + $0) 0 R" }.joined(separator: " ")
  let content = lines.enumerated().map { number, line in
    let codes = line.text.unicodeScalars.map {
      $0.value < 128 ? String($0) : "\\" + String($0.value, radix: 8)
    }.joined()
    return "BT /F\(fonts.firstIndex(of: line.font)!) 12 Tf 40 \(700 - 20 * number) Td (\(codes)) Tj ET"
  }.joined(separator: "\n")
  let objects =
    [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<\(names)>>>>/Contents 4 0 R>>",
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
    ]
    + fonts.map { "<</Type/Font/Subtype/TrueType/BaseFont/\($0)/Encoding/WinAnsiEncoding>>" }
  let body = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
  return Data("%PDF-1.4\n\(body)trailer\n<</Root 1 0 R>>\n%%EOF\n".utf8)
}

@Suite struct LegacyFileTests {
  private let reader = EncodingReader(dictionaries: Fixtures.dictionaries)

  private func acquired(_ data: Data) throws -> AcquiredPage {
    try InputFile(data: data, name: "old", legacy: reader).page(1)
  }

  private func lines(_ page: AcquiredPage) -> [String]? {
    guard case .words(let words) = page.content else { return nil }
    return words.lines.map(\.text)
  }

  @Test("text layers in old fonts are decoded, with their boxes")
  func layer() throws {
    let page = try acquired(
      page([
        (".VnTimeH", "ñy ban nh©n d©n huyÖn"), (".VnTime", "§éc lËp - Tù do - H¹nh phóc"),
        (".VnTime", "Thñ tr\u{AD}ëng c¸c ®¬n vÞ ®\u{AD}îc giao nhiÖm vô, thêi h¹n 15/3/2031"),
      ]))
    #expect(
      lines(page) == [
        "ỦY BAN NHÂN DÂN HUYỆN", "Độc lập - Tự do - Hạnh phúc",
        "Thủ trưởng các đơn vị được giao nhiệm vụ, thời hạn 15/3/2031",
      ])
    #expect(page.findings.map(\.code) == ["pdf.textLayer.decoded"])
    guard case .words(let words) = page.content else { return }
    #expect(words.words.allSatisfy { $0.box.map { $0.width > 0 && $0.height > 0 } ?? false })
  }

  @Test("VNI fonts as well")
  func vni() throws {
    let page = try acquired(
      page([
        ("VNI-Times", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA"), ("VNI-Times", "Ñoäc laäp - Töï do - Haïnh phuùc"),
      ]))
    #expect(lines(page) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do - Hạnh phúc"])
  }

  @Test("a layer that does not become Vietnamese is read as a picture")
  func unconvincing() throws {
    let page = try acquired(page([(".VnTime", "Qµñß ½¾¿ÀÁ êëìíî ðñòóô Ãäåæç èéêëì ©ª«¬ ±²³´µ")]))
    guard case .picture = page.content else {
      Issue.record("the layer was taken: \(lines(page) ?? [])")
      return
    }
    #expect(page.findings.map(\.code) == ["pdf.textLayer.legacyFont"])
  }

  @Test("text files in old encodings are decoded", arguments: [true, false])
  func text(_ isBytes: Bool) throws {
    let text = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n"
    let page = try acquired(isBytes ? Data(text.unicodeScalars.map { UInt8($0.value) }) : Data(text.utf8))
    #expect(lines(page) == ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"])
    #expect(page.findings.map(\.code) == ["text.legacyEncoding"])
  }

  @Test(
    "Unicode files are as they were",
    arguments: ["text/telegram.plain.txt", "text/party-resolution.unmarked.txt"])
  func unicode(_ path: String) throws {
    let url = Fixtures.file(path)
    let plain = try InputFile(contentsOf: url).page(1)
    #expect(try InputFile(contentsOf: url, legacy: reader).page(1) == plain)
  }
}
