/// The three discounts of modified Kneser-Ney for one order (Chen and Goodman 1998).
struct Discounts {
  private let values: [Double]

  init(counts: [UInt32]) {
    var n = [Double](repeating: 0, count: 5)
    for count in counts where count > 0 && count < 5 { n[Int(count)] += 1 }
    guard n[1] > 0, n[2] > 0, n[3] > 0, n[4] > 0 else {
      values = [0, 0.5, 0.75, 0.9]
      return
    }
    let y = n[1] / (n[1] + 2 * n[2])
    values = [0, 1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2], 3 - 4 * y * n[4] / n[3]]
      .enumerated().map { min(max($0.element, 0), Double($0.offset) * 0.98) }
  }

  subscript(_ count: UInt32) -> Double { values[Int(min(count, 3))] }
}
