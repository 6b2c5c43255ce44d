import Testing

@testable import SoHoaVietnamese

@Suite("Protected things")
struct ProtectionTests {
  @Test("a word alone between quotes is kept in nearly right text, and restored in unmarked text")
  func mentioned() throws {
    let text = "Trong cách viết vần \"ang\", chữ a đứng trước; vần \"ao\" cũng vậy."
    #expect(try Shared.restored(text, .nearlyRight) == text)
    #expect(try Shared.restored("Lam \"duoc\" viec", .unmarked).contains("\"được\""))
  }

  @Test(
    "come through every channel",
    arguments: [
      "57-NQ/TW", "2597/SKHCN-TTTT", "22/12/2024", "1.250.000", "3,5%", "0299.123.456", "05", "2031",
      "https://tanbinhan.example.vn/van-ban", "phong.vt@example.gov.vn", "351/2017/UBTVQH14",
    ])
  func kept(_ token: String) throws {
    for kind in ChannelKind.allCases {
      #expect(try Shared.restored("theo \(token) cua", kind).contains(token), "\(kind)")
    }
  }

  @Test(
    "codes keep the marks that an engine saw, but for the stroke of Đ",
    arguments: [("215-TB/TU", "215-TB/TU"), ("12/NQ-TU", "12/NQ-TU"), ("30/2020/ND-CP", "30/2020/NĐ-CP")])
  func codeMarks(_ seen: String, _ kept: String) throws {
    let text = "Căn cứ Thông báo số \(seen) ngày 20 tháng 7 năm 2026 của Ban Thường vụ Tỉnh ủy;"
    #expect(try Shared.restored(text, .nearlyRight).contains(kept))
  }

  @Test("another reading of the same ink counts more than what only might have been misread")
  func otherReading() throws {
    let restorer = try Shared.restorer(.nearlyRight)
    let words = "Các đơn vị chủ động xây dựng kề hoạch thực hiện".split(separator: " ").map(String.init)
    let tokens = words.map { word in
      ObservedToken(
        word, confidence: word == "kề" ? 0.5 : 0.99,
        alternatives: word == "kề" ? [.init(text: "kế", confidence: 0.5)] : [])
    }
    let plain = restorer.restore([words.map { ObservedToken($0) }])[0]
    let helped = restorer.restore([tokens])[0]
    #expect(helped[7].text == "kế")
    #expect(helped[7].confidence >= plain[7].confidence || plain[7].text != "kế")
  }

  @Test("a digit never becomes another digit", arguments: [UInt64(1), 2, 3])
  func digits(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let letters = Array("0123456789abdghiklmnoprstuvy/-.,:()6160éêđƠ%")
    let tokens = (0..<250).map { _ in
      ObservedToken(
        String(
          (0..<Int.random(in: 1...8, using: &random)).map { _ in letters.randomElement(using: &random)! }))
    }
    for kind in ChannelKind.allCases {
      let restorer = try Shared.restorer(kind)
      for (token, restored) in zip(tokens, restorer.restore([tokens])[0]) {
        #expect(isSubsequence(Shared.digits(restored.text), of: Shared.digits(token.text)))
        guard !token.text.contains(where: \.isLetter) else { continue }
        #expect(
          restored.decision == .joined || Shared.digits(restored.text).hasPrefix(Shared.digits(token.text)))
      }
    }
  }

  /// Digits may turn into letters inside a word; those that stay are the ones that were there, in order.
  private func isSubsequence(_ one: String, of other: String) -> Bool {
    var rest = other[...]
    for digit in one {
      guard let place = rest.firstIndex(of: digit) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  @Test(
    "odd input ends soon",
    arguments: [
      String(repeating: "a", count: 20_000), String(repeating: "nghi ", count: 3_000),
      String(repeating: "\u{301}", count: 500), "\u{202E}abc \u{0}\u{7}", String(repeating: "6'", count: 400),
    ])
  func odd(_ text: String) throws {
    let lines = Shared.lines(text)
    #expect(try Shared.restorer.get().restore(lines).map(\.count) == lines.map(\.count))
  }
}
