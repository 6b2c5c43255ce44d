/// Sums over rows of floats; lengths are multiples of sixteen and rows lie at multiples of 64 bytes.
enum Floats {
  typealias Lanes = SIMD16<Float>

  /// `sum += factor * row`.
  @inline(__always)
  static func add(
    _ row: UnsafePointer<Float>, times factor: Float, to sum: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    let from = UnsafeRawPointer(row).assumingMemoryBound(to: Lanes.self)
    let into = UnsafeMutableRawPointer(sum).assumingMemoryBound(to: Lanes.self)
    for index in 0..<count / 16 { into[index] += from[index] * factor }
  }

  @inline(__always)
  static func dot(_ one: UnsafePointer<Float>, _ other: UnsafePointer<Float>, _ count: Int) -> Float {
    let a = UnsafeRawPointer(one).assumingMemoryBound(to: Lanes.self)
    let b = UnsafeRawPointer(other).assumingMemoryBound(to: Lanes.self)
    var sums = Lanes.zero
    for index in 0..<count / 16 { sums += a[index] * b[index] }
    return sums.sum()
  }

  /// The same for a row of small whole numbers.
  @inline(__always)
  static func add(
    _ row: UnsafePointer<Int8>, times factor: Float, to sum: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    let from = UnsafeRawPointer(row).assumingMemoryBound(to: SIMD16<Int8>.self)
    let into = UnsafeMutableRawPointer(sum).assumingMemoryBound(to: Lanes.self)
    for index in 0..<count / 16 { into[index] += Lanes(from[index]) * factor }
  }

  @inline(__always)
  static func dot(_ one: UnsafePointer<Int8>, _ other: UnsafePointer<Float>, _ count: Int) -> Float {
    let a = UnsafeRawPointer(one).assumingMemoryBound(to: SIMD16<Int8>.self)
    let b = UnsafeRawPointer(other).assumingMemoryBound(to: Lanes.self)
    var sums = Lanes.zero
    for index in 0..<count / 16 { sums += Lanes(a[index]) * b[index] }
    return sums.sum()
  }

  /// Zeros, at a multiple of 64 bytes; the caller frees them.
  static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let floats = room(count)
    floats.initialize(repeating: 0, count: max(count, 16))
    return floats
  }

  /// Room that must be written before it is read; the caller frees it.
  static func room(_ count: Int) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer.allocate(byteCount: max(count, 16) * 4, alignment: 64)
      .bindMemory(to: Float.self, capacity: max(count, 16))
  }
}
