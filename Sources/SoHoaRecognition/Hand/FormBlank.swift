import SoHoaModel

/// A place in the print where number, day or month are filled in, between the words that stand around it.
struct FormBlank: Hashable, Sendable {
  var slot: HandReading.Slot
  /// Where the words around end and begin, in pixels of the prepared picture.
  var left, right: Double
  var type: TypeSize
  /// How much of the print behind it is shown with it, in ems.
  var after = 1.0
  /// What the engine read there: words that lie in it, or reach into it.
  var words: [Word]
}
