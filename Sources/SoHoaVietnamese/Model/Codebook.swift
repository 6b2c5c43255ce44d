/// 256 values that stand for many: the means of as many equally large groups.
struct Codebook {
  let values: [Float]

  init(_ samples: [Float]) {
    let sorted = samples.sorted()
    guard !sorted.isEmpty else {
      values = [Float](repeating: 0, count: 256)
      return
    }
    values = (0..<256).map { group in
      let start = group * sorted.count / 256
      let end = max(start + 1, (group + 1) * sorted.count / 256)
      let members = sorted[min(start, sorted.count - 1)..<min(end, sorted.count)]
      return Float(members.reduce(0.0) { $0 + Double($1) } / Double(members.count))
    }
  }

  /// The nearest value's place.
  func code(_ value: Float) -> UInt8 {
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    if low > 0, value - values[low - 1] < values[low] - value { low -= 1 }
    return UInt8(low)
  }
}
