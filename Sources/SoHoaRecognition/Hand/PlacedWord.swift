import Foundation
import SoHoaModel

/// A word, or a piece of one, with its box in pixels of the prepared picture.
struct PlacedWord: Hashable, Sendable {
  let word: Word
  let text: String
  let box: BoundingBox
  /// Without marks and case, letters and digits only.
  let folded: String
  /// Nil where the letters do not tell, or are not sure.
  let type: TypeSize?

  init?(_ word: Word, _ transform: PageTransform) {
    guard let original = word.box else { return nil }
    let box = transform.upright(original)
    let text = word.text.trimmingCharacters(in: .whitespaces)
    self.init(
      word, text, box, type: word.confidence >= Self.sure ? TypeSize(text, box) : nil)
  }

  private init(_ word: Word, _ text: String, _ box: BoundingBox, type: TypeSize?) {
    self.word = word
    self.text = text
    self.box = box
    self.type = type
    folded = Self.folded(text)
  }

  private static let sure = 0.7

  /// Words of the form apart from what the engine ran into them (`ngày..2£..tháng`): where print ends is reckoned
  /// from its width.
  ///
  /// - Parameter em: size of the print in pixels.
  func pieces(em: Double) -> [PlacedWord] {
    let head = text.prefix { $0.isLetter || $0 == ":" }
    let tail = String(text.reversed().drop { ".,…".contains($0) }.prefix(while: \.isLetter).reversed())
    guard head.count < text.count else { return [self] }
    var (pieces, rest, middle) = ([PlacedWord](), box, text[...])
    if ["ngay", "thang", "so", "nam"].contains(Self.folded(String(head))) {
      rest.left = min(box.right - 1, box.left + Int(TypeWidth.of(head) * em))
      pieces.append(piece(String(head), at: box.left..<rest.left))
      middle = middle.dropFirst(head.count)
    }
    if ["thang", "nam"].contains(Self.folded(tail)), rest.width > 1 {
      rest.right = max(rest.left + 1, box.right - Int(TypeWidth.of(tail) * em))
      pieces.append(piece(tail, at: rest.right..<box.right))
      middle = middle.prefix(upTo: middle.range(of: tail, options: .backwards)?.lowerBound ?? middle.endIndex)
    }
    guard !pieces.isEmpty else { return [self] }
    return pieces + [piece(String(middle), at: rest.left..<rest.right)]
  }

  private func piece(_ text: String, at columns: Range<Int>) -> PlacedWord {
    let box = BoundingBox(
      left: columns.lowerBound, top: box.top, right: columns.upperBound, bottom: box.bottom)
    return PlacedWord(word, text, box, type: nil)
  }

  static func folded(_ text: String) -> String {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x300..<0x370).contains($0.value)
    }
    return String(
      String(String.UnicodeScalarView(plain)).replacing("đ", with: "d").filter { $0.isLetter || $0.isNumber })
  }
}
