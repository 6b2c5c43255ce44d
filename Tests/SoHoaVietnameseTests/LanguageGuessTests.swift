import Foundation
import Testing

@testable import SoHoaVietnamese

@Suite("Guess of the language")
struct LanguageGuessTests {
  private static let vietnamese =
    "Căn cứ Luật Tổ chức chính quyền địa phương; xét đề nghị của Trưởng Công an xã tại Tờ trình số 27, Chủ tịch"
    + " Ủy ban nhân dân xã quyết định thành lập Tổ công tác phòng, chống thiên tai của xã"
  private static let english =
    "The committee shall meet once every quarter at the call of its chair and may invite experts to attend any of"
    + " those meetings where questions within their field of knowledge are to be discussed"

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test(
    "Vietnamese stays Vietnamese with marks, without, ruined or decomposed",
    arguments: [
      vietnamese, HeldOutText.unmarked(vietnamese), vietnamese.decomposedStringWithCanonicalMapping,
      vietnamese.replacing("ố", with: "6").replacing("ă", with: "ä"),
    ])
  func own(_ text: String) throws {
    let guess = try Shared.restorer.get().languageGuess
    #expect(!guess.isForeign(words(text)))
    #expect(try #require(guess.vietnameseShare(of: words(text))) > 0.9)
  }

  @Test("English is foreign; a few words tell nothing")
  func foreign() throws {
    let guess = try Shared.restorer.get().languageGuess
    #expect(guess.isForeign(words(Self.english)))
    #expect(guess.vietnameseShare(of: words(Self.english).prefix(20)) == nil)
  }
}
