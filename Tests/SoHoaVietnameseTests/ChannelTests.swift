import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Channel")
struct ChannelTests {
  private static let pairs: [(String, String)] = [
    ("s6 li6u d6ng b6 c6ng d6ng", "số liệu đồng bộ cộng đồng"), ("t6 chuc h6i nghi", "tổ chức hội nghị"),
    ("b6 tri can b6", "bố trí cán bộ"), ("mgi ngudi dugc", "mọi người được"),
    ("dugc giao dugc", "được giao được"),
  ]

  private func counts() -> SegmentCounts {
    var words = WordPairs()
    for (observed, printed) in Self.pairs { words.add(observed: observed, printed: printed) }
    return ChannelLearner(words).counts()
  }

  @Test("learns which letters turn into which", arguments: [("ố", "6"), ("ộ", "6"), ("đ", "d")])
  func learns(_ row: (String, String)) {
    let estimate = ChannelEstimate(counts())
    let printed = row.0.scalars[0]
    let seen = estimate.letterCost(printed, Segment(row.1.scalars))
    #expect(seen < 3)
    #expect(estimate.letterCost(printed, Segment("x".scalars)) > seen + 3)
  }

  @Test("is written the same each time and read back")
  func file() throws {
    let text = ChannelFile.text(counts(), least: 1)
    #expect(text == ChannelFile.text(counts(), least: 1))
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-channel.tsv")
    try Data(text.utf8).write(to: url)
    #expect(try ChannelFile.text(ChannelFile.counts(contentsOf: url), least: 1) == text)
    try Data("printed\tobserved\tcount\no\t6\n".utf8).write(to: url)
    #expect(throws: (any Error).self) { try ChannelFile.counts(contentsOf: url) }
  }

  @Test("aligns joined and cut words")
  func lines() {
    let matches = LineAlignment.matches(
      ["thuc".scalars, "hiénnhiém".scalars, "v".scalars, "u".scalars],
      ["thực".scalars, "hiện".scalars, "nhiệm".scalars, "vụ".scalars])
    #expect(matches.map { [$0.observed.count, $0.printed.count] } == [[1, 1], [1, 2], [2, 1]])
  }

  @Test("takes only what two readings agree on")
  func witness() {
    #expect(Witness.confirmed("thông báo số 5", by: "thống báo số 5") == "▯ báo số 5")
  }

  @Test(
    "knows how a text looks",
    arguments: [
      ("Thuc hien Ke hoach so 192/KH-UBND ngay 08/8/2031 cua Uy ban", ChannelKind.unmarked),
      ("Tuyén truyén thue hién Nghi quyét s6 57-NQ/TW cua Bo Chinh tri", .ruined),
      ("Thực hiện Kế hoạch số 192 của Ủy ban nhân dân", .nearlyRight), ("", .nearlyRight),
      ("Tinh Kumamoto 熊本県 va Chosŏn nam tren dao Kyūshū cua Nhat Ban", .unmarked),
    ])
  func look(_ row: (String, ChannelKind)) {
    #expect(TextLook(row.0.split(separator: " ").map(String.init)).kind == row.1)
  }
}
