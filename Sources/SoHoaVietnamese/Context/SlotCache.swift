/// What words add to a context in each place, worked out once for the words that come again and again.
struct SlotCache: ~Copyable {
  private static let size = 4_096

  private let model: ContextModel
  private let rows: UnsafeMutablePointer<Float>
  private var keys = [UInt32](repeating: .max, count: size)

  init(_ model: ContextModel) {
    self.model = model
    rows = Floats.room(Self.size * model.shape.hidden)
  }

  deinit { rows.deallocate() }

  /// Adds a word, as it is seen in one of the slots, to a context.
  mutating func add(_ word: UInt16, slot: Int, to context: UnsafeMutablePointer<Float>) {
    let key = UInt32(word) << 8 | UInt32(slot)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 20)
    let hidden = model.shape.hidden
    let row = rows + place * hidden
    if keys[place] != key {
      keys[place] = key
      row.update(repeating: 0, count: hidden)
      model.add(word, slot: slot, to: row)
    }
    Floats.add(row, times: 1, to: context, hidden)
  }
}
