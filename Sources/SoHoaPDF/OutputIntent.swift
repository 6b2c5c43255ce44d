import Foundation

/// What the colours of a page mean where its file does not say: sRGB.
enum OutputIntent {
  /// Leaves an intent that the file has.
  static func add(to document: QPDFDocument) {
    guard let catalogue = document.catalogue else { return }
    let present = catalogue["OutputIntents"]?.elements ?? []
    guard !present.contains(where: { $0["DestOutputProfile"]?["N"]?.integer == 3 }) else { return }
    let intent = document.value(
      """
      << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)
      /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>
      """)
    intent["DestOutputProfile"] = document.stream(RGBProfile.bytes, "<< /N 3 >>")
    catalogue["OutputIntents"] = document.array([document.indirect(intent)])
  }
}

/// sRGB as an ICC profile of version 2: its primaries and its curve as IEC 61966-2-1 gives them, the primaries
/// seen in the light of ICC's connection space (D50, by Bradford's way).
enum RGBProfile {
  static let bytes: Data = {
    let tags: [(name: String, bytes: [UInt8])] = [
      ("desc", textDescription), ("cprt", text("No rights reserved")), ("wtpt", xyz(0.95045, 1, 1.08905)),
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)), ("rTRC", curve), ("gTRC", []), ("bTRC", []),
    ]
    var place = 128 + 4 + 12 * tags.count
    var table = long(tags.count)
    var body: [UInt8] = []
    var last = (offset: 0, count: 0)
    for tag in tags {
      if !tag.bytes.isEmpty {
        last = (place, tag.bytes.count)
        let padded = tag.bytes + [UInt8](repeating: 0, count: (4 - tag.bytes.count % 4) % 4)
        body += padded
        place += padded.count
      }
      table += Array(tag.name.utf8) + long(last.offset) + long(last.count)
    }
    return Data(header(size: place) + table + body)
  }()

  private static func header(size: Int) -> [UInt8] {
    let kinds = Array("mntrRGB XYZ ".utf8)
    let dated = [2026, 1, 1, 0, 0, 0].flatMap(short)
    let start = long(size) + long(0) + long(0x0210_0000) + kinds + dated + Array("acsp".utf8)
    let middle = [UInt8](repeating: 0, count: 28) + fixed(0.9642) + fixed(1) + fixed(0.8249)
    let whole = start + middle
    return whole + [UInt8](repeating: 0, count: 128 - whole.count)
  }

  /// The curve in 256 steps, one for each value of 8 bits.
  private static let curve: [UInt8] = {
    let steps = 256
    let values = (0..<steps).flatMap { step in
      short(Int((linear(Double(step) / Double(steps - 1)) * 65_535).rounded()))
    }
    return Array("curv".utf8) + long(0) + long(steps) + values
  }()

  private static func linear(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func text(_ text: String) -> [UInt8] {
    Array("text".utf8) + long(0) + Array(text.utf8) + [0]
  }

  private static let textDescription: [UInt8] = {
    let name = Array("sRGB IEC61966-2.1".utf8) + [0]
    return Array("desc".utf8) + long(0) + long(name.count) + name + [UInt8](repeating: 0, count: 78)
  }()

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ ".utf8) + long(0) + fixed(x) + fixed(y) + fixed(z)
  }

  private static func fixed(_ value: Double) -> [UInt8] { long(Int((value * 65_536).rounded())) }
  private static func short(_ value: Int) -> [UInt8] { [UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)] }
  private static func long(_ value: Int) -> [UInt8] { short(value >> 16 & 0xFFFF) + short(value & 0xFFFF) }
}
