import Foundation
import Testing

@testable import SoHoaVietnamese

/// Paragraphs of our own, without marks, each a little different from the other.
private func unmarked(_ paragraphs: Int) -> String {
  (1...paragraphs).map { number in
    """
    \(number). Uy ban nhan dan huyen Tan Binh An ban hanh Ke hoach so \(number * 7)/KH-UBND ngay 15/3/2031
    ve viec trien khai chuyen doi so trong cac co quan, don vi; thoi han bao cao truoc ngay 20 hang thang.

    """
  }.joined(separator: "\n")
}

private func restored(_ text: String, pieces: Int, block: Int) throws -> [RestoredBlock] {
  var stream = RestorationStream(try Shared.restorer.get(), blockTokens: block)
  let scalars = Array(text.unicodeScalars)
  var blocks: [RestoredBlock] = []
  for start in stride(from: 0, to: scalars.count, by: pieces) {
    let piece = scalars[start..<min(scalars.count, start + pieces)]
    blocks += stream.add(String(String.UnicodeScalarView(piece)))
  }
  return blocks + stream.finish()
}

@Suite("Streams")
struct StreamTests {
  @Test("a text of one block is restored as a whole", arguments: [1, 7, 1000, 1_000_000])
  func oneBlock(_ pieces: Int) throws {
    let text = "\u{C}\n" + unmarked(12) + "  Hoà bình,\tkhoẻ mạnh\r\n"
    let layout = TextLayout(text)
    let restorer = try Shared.restorer.get()
    let whole = restorer.restore(layout.tokens)
    let blocks = try restored(text, pieces: pieces, block: RestorationStream.usualBlock)
    #expect(blocks.count == 1)
    #expect(blocks[0].restored == whole)
    #expect(
      RestorationReport(blocks)
        == RestorationReport(layout: layout, restored: whole, kind: restorer.kind(of: layout.tokens)))
  }

  @Test("blocks end at paragraphs, wherever the pieces end", arguments: [64, 333, 5000])
  func blocks(_ limit: Int) throws {
    let text = unmarked(60)
    var cuts: [[String]] = []
    for pieces in [1, 10, 100_000] {
      var blocks = TextBlocks(limit: limit)
      var found: [String] = []
      for start in stride(from: 0, to: text.utf8.count, by: pieces) {
        found += blocks.add(String(decoding: Array(text.utf8.dropFirst(start).prefix(pieces)), as: UTF8.self))
      }
      cuts.append(found + (blocks.finish().map { [$0] } ?? []))
    }
    #expect(cuts[0].joined() == text)
    #expect(cuts[0] == cuts[1] && cuts[1] == cuts[2])
    #expect(cuts[0].dropLast().allSatisfy { $0.hasSuffix("thang.\n\n") })
    #expect(cuts[0].allSatisfy { $0.split(whereSeparator: \.isWhitespace).count <= limit })
  }

  @Test("a long text has its lines, digits and spans", arguments: [200, 1000])
  func longText(_ block: Int) throws {
    let text = unmarked(80)
    let blocks = try restored(text, pieces: 999, block: block)
    #expect(blocks.count > 2)
    let report = RestorationReport(blocks)
    #expect(Shared.digits(report.text) == Shared.digits(text))
    #expect(report.text.count { $0 == "\n" } == text.count { $0 == "\n" })
    #expect(report.text.contains("Ủy ban nhân dân huyện Tân Bình An ban hành Kế hoạch số 7/KH-UBND"))
    let (raw, mended) = (Array(text.unicodeScalars), Array(report.text.unicodeScalars))
    for token in report.tokens {
      #expect(String(String.UnicodeScalarView(raw[token.rawSpan[0]..<token.rawSpan[1]])) == token.raw)
      let span = token.restoredSpan[0]..<token.restoredSpan[1]
      #expect(String(String.UnicodeScalarView(mended[span])) == token.restored)
      #expect(token.line == 1 + raw[..<token.rawSpan[0]].count { $0 == "\n" })
    }
  }

  @Test("the style of tones that was seen goes on")
  func style() throws {
    let text =
      "Hoà bình, khoẻ mạnh, uỷ quyền, hoá đơn.\n\n" + unmarked(10) + "\n\nCan bo tham gia hoa giai o co so."
    let blocks = try restored(text, pieces: 100, block: 60)
    #expect(blocks.count > 3)
    #expect(blocks.map(\.text).joined().contains("Uỷ ban nhân dân"))
  }

  @Test("decodes as it goes")
  func encodings() throws {
    let restorer = try Shared.restorer.get()
    let detector = try EncodingDetector(lexicon: restorer.lexicon, dictionaries: Shared.folder.get())
    var stream = RestorationStream(restorer, detector: detector, blockTokens: 40)
    let line = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc.\n"
    let blocks = stream.add(String(repeating: line, count: 20)) + stream.finish()
    let report = RestorationReport(blocks, encodings: stream.runs)
    let right = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc.\n"
    #expect(blocks.count > 2)
    #expect(report.text == String(repeating: right, count: 20))
    #expect(report.encodings.map(\.encoding) == [.tcvn3])
    #expect(report.encodings.map(\.lines) == [1...20])
    #expect(report.tokens.allSatisfy { $0.encoding == .tcvn3 })
    #expect(report.tokens.first?.raw == "Céng")
    let decoded = try JSONDecoder().decode(RestorationReport.self, from: JSONEncoder().encode(report))
    #expect(decoded == report)
  }

  @Test("a block in another language is left alone, those around it are not")
  func foreign() throws {
    let english = "The committee shall publish its findings within thirty days of the hearing. "
    let text = unmarked(4) + "\n\n" + String(repeating: english, count: 12) + "\n\n" + unmarked(4)
    let blocks = try restored(text, pieces: 500, block: 100)
    #expect(Set(blocks.map(\.isForeign)) == [true, false])
    #expect(blocks.map(\.text).joined().contains("The committee shall publish its findings within"))
    #expect(blocks.last?.text.contains("Ủy ban nhân dân") == true)
  }
}

@Suite("Undecided tokens")
struct UndecidedTests {
  private let observed = [["ke", "ho", "ach", "16ng", "5", "QP-TTg"].map { ObservedToken($0) }]

  private func token(
    _ text: String, _ confidence: Double, _ decision: RestoredToken.Decision
  ) -> RestoredToken {
    RestoredToken(text: text, confidence: confidence, decision: decision, source: "test")
  }

  private func applied(_ policy: Undecided.Policy) -> [RestoredToken] {
    var rows = [
      [
        token("kế", 0.9, .restored), token("hoạch", 0.3, .restored), token("", 1, .joined),
        token("16ng", 0.2, .kept), token("5", 0.1, .kept), token("QP-TTg", 0.2, .proposal),
      ]
    ]
    Undecided(policy, threshold: 0.5).apply(to: &rows, observed: observed)
    return rows[0]
  }

  @Test("stay raw, with what was joined to them")
  func raw() {
    #expect(applied(.raw).map(\.text) == ["kế", "ho", "ach", "16ng", "5", "QP-TTg"])
    #expect(applied(.raw)[1].candidates.first?.text == "hoạch")
    #expect(applied(.raw).map(\.decision) == [.restored, .undecided, .undecided, .kept, .kept, .proposal])
  }

  @Test("are marked; numbers and codes never")
  func mark() {
    #expect(applied(.mark).map(\.text) == ["kế", "[..]", "", "16ng", "5", "QP-TTg"])
    var rows = [[token("xyz", 0.2, .kept)]]
    Undecided(.mark).apply(to: &rows, observed: [[ObservedToken("xyz")]])
    #expect(rows[0][0].text == "[..]")
  }

  @Test("the threshold decides, and spans stay right", arguments: [Undecided.Policy.raw, .mark])
  func spans(_ policy: Undecided.Policy) throws {
    let text = "Tuyén truy én thuec hién Nghi quyét s6 57-NQ/TW\nva cdc qy dinh khac cua Ddng b 6 tinh"
    let restorer = try Shared.restorer(.ruined)
    var stream = RestorationStream(restorer, undecided: Undecided(policy, threshold: 0.97))
    let report = RestorationReport(stream.add(text) + stream.finish())
    #expect(report.tokens.contains { $0.decision == .undecided })
    #expect(report.tokens.allSatisfy { $0.decision != .restored || $0.confidence >= 0.97 })
    #expect(report.text.contains("[..]") == (policy == .mark))
    let mended = Array(report.text.unicodeScalars)
    for token in report.tokens {
      let span = token.restoredSpan[0]..<token.restoredSpan[1]
      #expect(String(String.UnicodeScalarView(mended[span])) == token.restored)
      if token.decision == .undecided, policy == .raw { #expect(token.restored == token.raw) }
    }
  }
}
