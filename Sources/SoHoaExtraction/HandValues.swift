import SoHoaModel

/// What stands by hand in the blanks of a header, for the extractors of number and date.
struct HandValues: Sendable {
  private let marks: [PageMark]

  init(_ pages: [Page]) { marks = pages.flatMap(\.marks).filter { $0.hand != nil } }

  /// The first such piece of handwriting that can be read, or that is there at all.
  func first(_ slot: HandReading.Slot) -> PageMark? {
    let all = marks.filter { $0.hand?.slot == slot }
    return all.first { $0.hand?.choices.isEmpty == false } ?? all.first
  }

  /// What stands by hand in such blanks of other pages: annexes name their document again.
  func repeated(_ slot: HandReading.Slot, beyond page: Int) -> [HandReading] {
    marks.filter { $0.id.page > page }.compactMap(\.hand).filter { $0.slot == slot }
  }

  /// The piece of handwriting in a blank of a line; nil if there is none.
  func mark(_ slot: HandReading.Slot, in text: TokenText) -> PageMark? {
    guard let page = text.words.first?.id.page,
      let line = text.words.filter({ $0.id.page == page }).compactMap(\.box).union()
    else { return nil }
    return marks.first { mark in
      guard let box = mark.box, mark.id.page == page, mark.hand?.slot == slot else { return false }
      let isBeside = box.left < line.right + 3 * line.height && line.left - line.height < box.right
      return isBeside && (line.top..<line.bottom).contains(box.midY)
    }
  }
}

extension HandReading {
  /// Its own opinion; nil where it has none.
  var first: String? {
    choices.first.flatMap {
      $0.probability >= HandContext.leastOwn && $0.text == numbers.first ? $0.text : nil
    }
  }

  /// Numbers that it may be, best first.
  var numbers: [String] {
    choices.map(\.text).filter { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  /// `316 (83 %), 376 (9 %)`.
  var shown: String {
    choices.map { "\($0.text) (\(Int(($0.probability * 100).rounded())) %)" }.joined(separator: ", ")
  }
}

enum HandFindings {
  /// What is written by hand is not sure enough to be a value.
  static func check(_ mark: PageMark, _ code: String, _ names: (en: String, vi: String)) -> Finding {
    let hand = mark.hand
    let isLegible = hand?.form == .digits && hand?.choices.isEmpty == false
    let message =
      isLegible
      ? Message(
        en: "handwritten, check: \(names.en) may be \(hand!.shown); compare with the paper",
        vi: "viết tay, cần kiểm tra: \(names.vi) có thể là \(hand!.shown); hãy đối chiếu với bản giấy")
      : Message(
        en:
          "handwritten, check: \(names.en) is a scribble, struck out or written over; type it from the paper",
        vi:
          "viết tay, cần kiểm tra: \(names.vi) bị gạch xóa, viết đè hoặc không phải chữ số; hãy nhập theo bản giấy"
      )
    return Finding(.warning, code, message, page: mark.id.page, box: mark.box)
  }
}
