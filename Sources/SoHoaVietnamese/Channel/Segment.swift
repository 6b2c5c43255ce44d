/// Up to three scalars in 63 bits: a key for what was observed or printed.
struct Segment: Hashable, Sendable {
  let key: UInt64
  static let limit = 3
  static let empty = Segment([])

  init(key: UInt64) { self.key = key }

  init(_ scalars: some Collection<UInt32>) {
    key = scalars.reduce(0) { $0 << 21 | UInt64($1) }
  }

  var scalars: Scalars {
    var rest = key
    var result: Scalars = []
    while rest != 0 {
      result.append(UInt32(rest & 0x1F_FFFF))
      rest >>= 21
    }
    return result.reversed()
  }

  var text: String { String(scalars: scalars) }
}
