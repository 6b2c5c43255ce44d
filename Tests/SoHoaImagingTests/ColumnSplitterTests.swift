import SoHoaModel
import Testing

@testable import SoHoaImaging

@Suite struct ColumnSplitterTests {
  /// A page drawn with characters: 20 pixels wide, lines 50 apart, 40 high. Words part at spaces.
  private func page(_ picture: String, confidence: Double = 1) -> Page {
    var builder = PageBuilder(page: 1)
    for (row, line) in picture.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      guard !words.isEmpty else {
        builder.endBlock()
        continue
      }
      builder.addLine(
        words: words.map { word in
          let column = line.distance(from: line.startIndex, to: word.startIndex)
          let box = BoundingBox(
            left: column * 20, top: row * 50, right: (column + word.count) * 20, bottom: row * 50 + 40)
          return PageBuilder.Piece(
            String(word), box: box, confidence: word.contains("?") ? 0.1 : confidence)
        })
    }
    return Page(
      number: 1, origin: .recognised, width: 2000, height: 3000, dpi: 200,
      blocks: builder.blocks(stage: "test"))
  }

  private func split(_ picture: String) -> [String] {
    ColumnSplitter().run(page(picture)).lines.map(\.text)
  }

  @Test("a header is read cell by cell")
  func header() {
    let text = split(
      """
      ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA
      TỈNH HOA GIANG           Độc lập - Tự do
      Số: 12/QĐ-UBND          Hoa Giang, ngày 2

      QUYẾT ĐỊNH về việc điều động và bổ nhiệm cán bộ
      """)
    #expect(
      text == [
        "ỦY BAN NHÂN DÂN", "TỈNH HOA GIANG", "Số: 12/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "Độc lập - Tự do", "Hoa Giang, ngày 2", "QUYẾT ĐỊNH về việc điều động và bổ nhiệm cán bộ",
      ])
  }

  @Test("recipients come before the signature, one row in common is enough")
  func signature() {
    let text = split(
      """
      Quyết định này có hiệu lực thi hành kể từ ngày ký ban

      Nơi nhận:                         CHỦ TỊCH
      - Như Điều 4;
      - Lưu: VT, NC.
                                      Bạch Đăng Quân
      """)
    #expect(
      text == [
        "Quyết định này có hiệu lực thi hành kể từ ngày ký ban", "Nơi nhận:", "- Như Điều 4;",
        "- Lưu: VT, NC.", "CHỦ TỊCH", "Bạch Đăng Quân",
      ])
  }

  @Test("shreds of a seal hide no gutter")
  func shreds() {
    let text = split(
      """
      Nơi nhận:           ?4      CHỦ TỊCH
      - Như Điều 4;      ?St    PHÓ CHỦ TỊCH
      - Lưu: VT.        ?K ?z   ?I
      """)
    #expect(text.prefix(3).map { $0.prefix(8) } == ["Nơi nhận", "- Như Đi", "- Lưu: V"])
    #expect(text.contains { $0.hasSuffix("CHỦ TỊCH") } && !text.contains { $0.contains("nhận: CHỦ") })
  }

  @Test(
    "what is no pair of columns stays",
    arguments: [
      """
      Căn cứ  Luật Tổ  chức chính quyền  địa phương ngày
      19 tháng 6  năm 2015; Luật sửa  đổi, bổ sung một số
      điều của  Luật Tổ chức  Chính phủ và  Luật Tổ chức
      """,
      """
      TT      Nội dung        Chủ trì        Thời hạn
      1       Rà soát         Sở Y tế        Quý I
      2       Báo cáo         Văn phòng      Quý II
      """,
      """
      Chương I ........................................ 3
      Chương II ....................................... 9
      """,
    ])
  func stays(_ picture: String) {
    let page = page(picture)
    #expect(ColumnSplitter().run(page) == page)
  }

  @Test("a page without boxes stays")
  func text() {
    var builder = PageBuilder(page: 1)
    builder.addLine(words: [.init("UBND", box: nil), .init("CỘNG", box: nil)])
    let page = Page(number: 1, origin: .text, blocks: builder.blocks(stage: "text"))
    #expect(ColumnSplitter().run(page) == page)
  }

  @Test("every word stays, once, numbered anew")
  func keepsWords() {
    let before = page("UBND TỈNH         CỘNG HÒA\nSỞ Y TẾ          Độc lập\n\nQUYẾT ĐỊNH")
    let after = ColumnSplitter().run(before)
    #expect(after.words.map(\.text).sorted() == before.words.map(\.text).sorted())
    #expect(after.words.map(\.id.index) == Array(1...before.words.count))
    #expect(after.lines.map(\.id.index) == Array(1...after.lines.count))
    #expect(after.lines.allSatisfy { $0.box == $0.words.compactMap(\.box).union() })
  }
}
