import SoHoaModel

/// A colour page in squares of a third of a millimetre: how red, how blue and how black each of them is.
///
/// Small enough to be searched in a few milliseconds, fine enough for the strokes of a pen.
struct ColourMap {
  let width, height: Int
  /// Pixels of the page per square, along a side.
  let factor: Int
  /// Squares per millimetre.
  let perMillimetre: Double
  /// The paper's own colour.
  let paper: InkColour
  /// Of each square, row by row: 0 none, up to 255.
  let red, blue, black: [UInt8]

  /// Squares per inch.
  private static let density = 75.0

  /// - Parameter dpi: of the page; 0 takes it for A4.
  /// - Returns: nil for a page without colours, or too small to hold a mark.
  init?(_ raster: Raster, dpi: Int) {
    guard raster.channels == .colour, min(raster.width, raster.height) >= Self.leastSide else { return nil }
    let dpi = dpi > 0 ? Double(dpi) : Double(min(raster.width, raster.height)) / 8.27
    factor = max(1, Int((dpi / Self.density).rounded()))
    perMillimetre = dpi / Double(factor) / 25.4
    width = raster.width / factor
    height = raster.height / factor
    let means = Self.means(raster, factor, width, height)
    paper = Self.paper(means)
    var (red, blue, black) = (means.red, means.red, means.red)
    for i in red.indices {
      let colour = paper.evened(InkColour(red: means.red[i], green: means.green[i], blue: means.blue[i]))
      red[i] = colour.redness
      blue[i] = colour.blueness
      black[i] = colour.blackness
    }
    (self.red, self.blue, self.black) = (red, blue, black)
  }

  /// Weaker squares are paper, shadow or the fringe of black letters.
  static let leastRed: UInt8 = 24
  static let leastBlue: UInt8 = 20
  /// Dark blue is dark, too: black is what has no colour.
  static let leastBlack: UInt8 = 60

  /// Black print stands in a square.
  func isPrint(_ x: Int, _ y: Int) -> Bool {
    let index = y * width + x
    return black[index] >= Self.leastBlack && blue[index] < Self.leastBlue && red[index] < Self.leastRed
  }

  /// In pixels.
  private static let leastSide = 64

  private typealias Means = (red: [UInt8], green: [UInt8], blue: [UInt8])

  /// Mean of each square; large squares by every second pixel of every second row.
  private static func means(_ raster: Raster, _ factor: Int, _ width: Int, _ height: Int) -> Means {
    let step = factor >= 3 ? 2 : 1
    let count = UInt32(((factor + step - 1) / step) * ((factor + step - 1) / step))
    var planes = (0..<3).map { _ in [UInt8](repeating: 255, count: width * height) }
    var sums = [UInt32](repeating: 0, count: 3 * width)
    raster.bytes.withUnsafeBytes { bytes in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in 0..<height {
          sums.update(repeating: 0)
          for y in stride(from: row * factor, to: (row + 1) * factor, by: step) {
            add(bytes, at: 3 * y * raster.width, into: sums, width: width, factor: factor, step: step)
          }
          for (plane, _) in planes.enumerated() {
            planes[plane].withUnsafeMutableBufferPointer { target in
              for x in 0..<width { target[row * width + x] = UInt8(sums[3 * x + plane] / count) }
            }
          }
        }
      }
    }
    return (planes[0], planes[1], planes[2])
  }

  private static func add(
    _ bytes: UnsafeRawBufferPointer, at start: Int, into sums: UnsafeMutableBufferPointer<UInt32>,
    width: Int, factor: Int, step: Int
  ) {
    var from = start
    for x in 0..<width {
      var (red, green, blue): (UInt32, UInt32, UInt32) = (0, 0, 0)
      for pixel in stride(from: from, to: from + 3 * factor, by: 3 * step) {
        red &+= UInt32(bytes[pixel])
        green &+= UInt32(bytes[pixel + 1])
        blue &+= UInt32(bytes[pixel + 2])
      }
      sums[3 * x] &+= red
      sums[3 * x + 1] &+= green
      sums[3 * x + 2] &+= blue
      from += 3 * factor
    }
  }

  /// What seven squares in ten are darker than, channel by channel: paper, on a written page.
  private static func paper(_ means: Means) -> InkColour {
    InkColour(red: rank(means.red), green: rank(means.green), blue: rank(means.blue))
  }

  private static func rank(_ plane: [UInt8]) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    for value in plane { counts[Int(value)] += 1 }
    var rest = plane.count * 7 / 10
    for (value, count) in counts.enumerated() {
      rest -= count
      if rest < 0 { return UInt8(max(value, 64)) }
    }
    return 255
  }
}

/// One colour, and what ink it may be.
struct InkColour: Hashable {
  var red, green, blue: UInt8

  /// A colour on this paper, as it would be on white.
  func evened(_ colour: InkColour) -> InkColour {
    InkColour(
      red: Self.scaled(colour.red, red), green: Self.scaled(colour.green, green),
      blue: Self.scaled(colour.blue, blue))
  }

  private static func scaled(_ value: UInt8, _ paper: UInt8) -> UInt8 {
    UInt8(min(255, Int(value) * 255 / Int(paper)))
  }

  var redness: UInt8 { Self.excess(red, over: max(green, blue)) }
  var blueness: UInt8 { Self.excess(blue, over: max(red, green)) }
  /// Dark in every channel.
  var blackness: UInt8 { 255 - max(red, green, blue) }

  private static func excess(_ value: UInt8, over other: UInt8) -> UInt8 { value > other ? value - other : 0 }
}
