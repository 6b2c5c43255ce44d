import Testing

@testable import SoHoaVietnamese

/// Tokens that no text has, by seeds: as many come back, confidences are probabilities, digits stay, and it
/// does not take long.
@Suite("Decoder under fire")
struct DecoderFuzzTests {
  /// Letters, ruins of letters, digits, marks, other alphabets, combining marks, control characters.
  private static let scalars: [Unicode.Scalar] =
    Array(
      ("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ0123456789'\"“”.,;:!?()[]{}/-–—_%$§&@|\\€¢©®°"
        + "áàảãạấầẩẫậếộợựỹỵẸøüßçñαЖ中ᄀ🙂").unicodeScalars)
    + [0x300, 0x301, 0x303, 0x309, 0x323, 0x31B, 0x200B, 0x202E, 0xFEFF, 0xFFFD, 0x7, 0xAD].map {
      Unicode.Scalar($0)!
    }

  private func token(_ random: inout SplitMix) -> String {
    let length = Int.random(in: 0..<20, using: &random) == 0 ? 60 : Int.random(in: 1...9, using: &random)
    var view = String.UnicodeScalarView()
    for _ in 0..<length { view.append(Self.scalars.randomElement(using: &random)!) }
    return String(view)
  }

  @Test("random tokens", arguments: [UInt64(11), 12, 13, 14])
  func tokens(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let lines = (0..<12).map { _ in
      (0..<Int.random(in: 0...30, using: &random)).map { _ in ObservedToken(token(&random)) }
    }
    for kind in ChannelKind.allCases {
      let start = ContinuousClock.now
      let restored = try Shared.restorer(kind).restore(lines)
      #expect(restored.map(\.count) == lines.map(\.count))
      for (token, result) in zip(lines.joined(), restored.joined()) {
        #expect((0...1).contains(result.confidence))
        guard !token.text.contains(where: \.isLetter), result.decision != .joined else { continue }
        #expect(Shared.digits(result.text).hasPrefix(Shared.digits(token.text)), "\(token.text)")
      }
      #expect(ContinuousClock.now - start < .seconds(30))
    }
  }

  @Test("one letter altered in right text at a time", arguments: [UInt64(21), 22])
  func mutations(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let right = "Căn cứ Quyết định số 412/QĐ-UBND ngày 15/3/2031 của Ủy ban nhân dân tỉnh Hải Lăng;"
    let lines = (0..<40).map { _ in
      var view = Array(right.unicodeScalars)
      view[Int.random(in: 0..<view.count, using: &random)] = Self.scalars.randomElement(using: &random)!
      var text = String.UnicodeScalarView()
      text.append(contentsOf: view)
      return Shared.lines(String(text)).flatMap { $0 }
    }
    for kind in ChannelKind.allCases {
      let restored = try Shared.restorer(kind).restore(lines)
      #expect(restored.map(\.count) == lines.map(\.count))
      #expect(restored.joined().allSatisfy { (0...1).contains($0.confidence) })
    }
  }
}
