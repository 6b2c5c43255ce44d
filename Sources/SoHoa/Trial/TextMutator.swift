/// Damages text the way that scanners, readers and malice do, and beyond.
public struct TextMutator {
  private let sources: [String]
  private var random: Numbers

  public init(sources: [String], seed: UInt64) {
    self.sources = sources
    random = Numbers(state: seed)
  }

  /// One source, with up to sixty strokes against it.
  public mutating func text() -> String {
    var lines = lines(of: sources.randomElement(using: &random) ?? "")
    for _ in 0..<Int.random(in: 1...60, using: &random) { strike(&lines) }
    return lines.joined(separator: "\n")
  }

  private func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private mutating func strike(_ lines: inout [String]) {
    if lines.isEmpty { lines = [""] }
    let at = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: lines.remove(at: at)
    case 1: lines.insert(lines[at], at: Int.random(in: 0...lines.count, using: &random))
    case 2: lines.swapAt(at, Int.random(in: 0..<lines.count, using: &random))
    case 3: lines.insert(Self.pieces.randomElement(using: &random)!, at: at)
    case 4: lines[at] = Self.pieces.randomElement(using: &random)! + " " + lines[at]
    case 5: lines[at] += " " + Self.pieces.randomElement(using: &random)!
    case 6 where at > 0: lines[at - 1] += lines.remove(at: at)
    case 7: lines[at] = String(lines[at].prefix(Int.random(in: 0...lines[at].count, using: &random)))
    case 8: mixIn(&lines, at)
    case 9: lines[at] = String(repeating: lines[at] + " ", count: Int.random(in: 2...30, using: &random))
    default: lines[at] = struck(lines[at])
    }
  }

  /// Some lines of another document.
  private mutating func mixIn(_ lines: inout [String], _ at: Int) {
    let other = self.lines(of: sources.randomElement(using: &random) ?? "")
    guard !other.isEmpty else { return }
    let start = Int.random(in: 0..<other.count, using: &random)
    lines.insert(contentsOf: other[start...].prefix(Int.random(in: 1...40, using: &random)), at: at)
  }

  /// Some characters become others.
  private mutating func struck(_ line: String) -> String {
    var scalars = Array(line.unicodeScalars)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let stroke = Self.scalars.randomElement(using: &random)!
      let at = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where at < scalars.count: scalars[at] = stroke
      case 1 where at < scalars.count: scalars.remove(at: at)
      default: scalars.insert(stroke, at: at)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let pieces = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số:",
    "Số: 12/KH-SNV", "ngày 31 tháng 02 năm 2026", "I.", "1.", "1.1.1.1.1.1.1.", "a)", "-", "+", "Điều 5.",
    "Chương II",
    "Phần thứ nhất", "Mục 1", "Nơi nhận:", "KT. GIÁM ĐỐC", "TM.", "T/M", "ĐẾN", "Kính gửi:", "V/v",
    "KẾ HOẠCH",
    "Phụ lục", "(Kèm theo Quyết định số", "QUYẾT ĐỊNH:", "Căn cứ", "./.", "Lưu: VT, (02b).", "MẬT", "HỎA TỐC",
    "giao Sở Nội vụ chủ trì, phối hợp với", "trước ngày 25 hằng tháng",
    "trong thời hạn 99999999999999999999 ngày",
    "từ ngày", "đến ngày", "Luật", "Nghị định số", "/", "\t", "\u{c}", "\u{c}\u{c}\u{c}", "(", "((((((((((((",
    ")", ";;;;;;;;",
    "00/00/0000", "99/99/9999", "Chủ trì\tPhối hợp\tThời hạn", "999.999.999.999.999.999.999 đồng", "Ký bởi:",
    "1I1.", "||.", "\u{301}\u{301}\u{301}", "🙂", "\u{202E}", "ABC/DEF-GHI/JKL-MNO/PQR-STU/VWX",
  ]

  private static let scalars: [Unicode.Scalar] =
    Array("aăâbcdđeêghiklmnoôơpqrstuưvxyABDĐIOSTX0123456789.,;:()[]-–/\\|\"'“”!_%*\t\u{c}ð©€".unicodeScalars)
    + [0x300, 0x301, 0x303, 0x309, 0x323, 0x31B, 0x200B, 0xFEFF, 0xA0, 0xFFFD, 0x7].map {
      Unicode.Scalar($0)!
    }

  /// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
