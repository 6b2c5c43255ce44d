import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Bad input")
struct BadInputTests {
  private func decoded(_ bytes: [UInt8], pieces: Int, _ detector: EncodingDetector? = nil) throws -> String {
    var decoding = ByteDecoding(detector: detector)
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      text += try decoding.add(bytes[start..<min(bytes.count, start + pieces)])
    }
    return try text + decoding.finish()
  }

  private func detector() throws -> EncodingDetector {
    try EncodingDetector(lexicon: Shared.restorer.get().lexicon, dictionaries: Shared.folder.get())
  }

  @Test(
    "names the place of what is no character",
    arguments: [
      ([0x61, 0xC3, 0x28, 0xFF, 0x62], [1, 3], "a\u{FFFD}(\u{FFFD}b"),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xE1, 0xBB, 0x20], [4], "a\u{FFFD} "),
      ([0x61, 0xE1, 0xBB], [1], "a\u{FFFD}"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00], [4], "a\u{FFFD}b"),
      ([0xC0, 0x80, 0xED, 0xA0, 0x80], [0, 1, 2, 3, 4], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ] as [([UInt8], [Int], String)])
  func replaced(_ row: ([UInt8], [Int], String)) throws {
    let decoding = try TextDecoding(Data(row.0))
    #expect(decoding.replaced == row.1)
    #expect(decoding.text == row.2)
  }

  @Test("tells where it is binary", arguments: [0, 70_000])
  func binary(_ before: Int) {
    let head = [UInt8](repeating: 0x61, count: before)
    let bytes = head + [0x25, 0, 1] as [UInt8]
    #expect(throws: TextDecoding.Failure.binary(offset: before + 1)) { try decoded(bytes, pieces: 4096) }
    #expect(throws: TextDecoding.Failure.binary(offset: before)) {
      try decoded(head + [UInt8](repeating: 7, count: 65_536), pieces: 4096)
    }
  }

  @Test("characters are not cut where the pieces of a file end", arguments: [1, 3, 65_535, 65_536, 65_537])
  func pieces(_ size: Int) throws {
    let text = String(repeating: "Độc lập – Tự do 😀 ", count: size == 1 ? 40 : 9000)
    #expect(try decoded(Array(text.utf8), pieces: size) == text)
    let units: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let wide: [UInt8] = [0xFE, 0xFF] + units
    #expect(try decoded(wide, pieces: size) == text)
  }

  @Test("8-bit files are told by their words; other bytes are broken UTF-8")
  func bytes() throws {
    let tcvn3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n"
    let decoding = try TextDecoding(Data(tcvn3.unicodeScalars.map { UInt8($0.value) }), detector: detector())
    #expect(decoding.text == "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc\n")
    #expect(decoding.encoding == "8-bit")
    #expect(decoding.replaced == [])
    #expect(decoding.runs.map(\.encoding) == [.tcvn3])
    let french = "L'été déjà, à l'hôtel du château"
    let broken = try TextDecoding(Data(french.unicodeScalars.map { UInt8($0.value) }), detector: detector())
    #expect(broken.encoding == "UTF-8")
    #expect(broken.replaced == [2, 4, 7, 9, 12, 17, 27])
  }

  @Test(
    "odd texts keep their lines and digits, quickly",
    arguments: [
      String(repeating: "thanh ", count: 20_000), String(repeating: "a", count: 300_000),
      "a" + String(repeating: "\u{301}", count: 100_000),
      String(repeating: "Ko\u{301}\u{323}\u{302} ", count: 2000),
      String(repeating: "\u{202E}Số 5 \u{200F}\u{2066}ngày\u{2069} ", count: 500),
      String(repeating: "\u{1}\u{7F}\u{9F}so 16p\u{0} ", count: 500), String(repeating: "\n", count: 100_000),
      String(repeating: "1", count: 100_000), String(repeating: "1a", count: 50_000),
      String(repeating: "-/", count: 50_000), String(repeating: "\u{FEFF}", count: 50_000),
      String(repeating: "(a'^+", count: 10_000), String(repeating: "đ̣̣̣̣̣̣̣̣̣̣ ", count: 1000), "\u{301}\u{323}",
      "\r\r\n\u{2028}\u{85}x",
    ])
  func odd(_ text: String) throws {
    let start = ContinuousClock.now
    var stream = RestorationStream(try Shared.restorer.get(), detector: try detector(), blockTokens: 4000)
    let report = RestorationReport(stream.add(text) + stream.finish())
    #expect(report.text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
    #expect(Shared.digits(report.text) == Shared.digits(text))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("random bytes are text or a clear failure", arguments: [11, 12, 13])
  func randomBytes(_ seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let detector = try detector()
    for round in 0..<1000 {
      let count = Int.random(in: 0...200, using: &numbers)
      let least: UInt8 = round % 3 == 0 ? 0 : 0x20
      let bytes = (0..<count).map { _ in UInt8.random(in: least...0xFF, using: &numbers) }
      do throws(TextDecoding.Failure) {
        let decoding = try TextDecoding(Data(bytes), detector: detector)
        #expect(
          Shared.digits(decoding.text) == Shared.digits(String(decoding: bytes, as: Unicode.ASCII.self)))
        #expect(decoding.replaced.allSatisfy { $0 < count })
      } catch {
        #expect(
          bytes.contains { $0 < 0x20 } || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF]))
      }
    }
  }

  @Test("random text is restored without losing lines or digits", arguments: [21, 22])
  func randomText(_ seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let pools: [[ClosedRange<UInt32>]] = [
      [0x20...0x7E], [0x20...0x17F, 0x1EA0...0x1EF9], [0x20...0x7E, 0x300...0x36F], [0x20...0xD7FF],
      [0x20...0x7E, 0x2000...0x206F, 0xFE00...0xFEFF], [0x61...0x7A, 0x30...0x39, 0x20...0x22],
    ]
    for round in 0..<600 {
      let pool = pools[round % pools.count]
      let count = Int.random(in: 0...150, using: &numbers)
      let values = (0..<count).map { _ -> UInt32 in
        if numbers.next() % 12 == 0 { return numbers.next() % 2 == 0 ? 0x20 : 0x0A }
        return UInt32.random(in: pool.randomElement(using: &numbers)!, using: &numbers)
      }
      let text = String(scalars: values)
      let kind = ChannelKind.allCases[round % 3]
      var stream = RestorationStream(try Shared.restorer(kind), detector: try detector(), blockTokens: 16)
      let result = (stream.add(text) + stream.finish()).map(\.text).joined()
      #expect(result.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
      // In ruined text a digit may have been a letter ("16p"); no digit becomes another one.
      if kind == .ruined {
        #expect(isSubsequence(Shared.digits(result), of: Shared.digits(text)), "\(text)")
      } else {
        #expect(Shared.digits(result) == Shared.digits(text), "\(text)")
      }
    }
  }

  private func isSubsequence(_ part: String, of whole: String) -> Bool {
    var rest = whole[...]
    return part.allSatisfy { digit in
      guard let place = rest.firstIndex(of: digit) else { return false }
      rest = rest[rest.index(after: place)...]
      return true
    }
  }
}
