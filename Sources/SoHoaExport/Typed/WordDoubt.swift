import SoHoaModel

/// Why a person should look at a word.
struct WordDoubt: Hashable {
  /// What was read, where the word says something else now.
  var observed: String?
  /// Other readings, best first.
  var alternatives: [String] = []
  /// 0...1.
  var confidence: Double
  /// What was found about it.
  var notes: [Message] = []

  /// In Vietnamese; nil if the mark alone says all.
  var explanation: String? {
    var sentences = notes.map(\.vi)
    if let observed { sentences.append("Máy đọc: “\(observed)”.") }
    if !alternatives.isEmpty {
      sentences.append("Có thể là: " + alternatives.map { "“\($0)”" }.joined(separator: ", ") + ".")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}
