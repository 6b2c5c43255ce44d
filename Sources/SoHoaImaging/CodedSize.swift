/// How large a coded picture says it is, from the first bytes of its data.
enum CodedSize {
  typealias Size = (width: Int, height: Int)

  /// The frame header of a JPEG.
  static func jpeg(_ bytes: UnsafeRawBufferPointer) -> Size? {
    var place = 2
    while place + 9 < bytes.count {
      guard bytes[place] == 0xFF else {
        place += 1
        continue
      }
      switch bytes[place + 1] {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        return (big(bytes, place + 7, 2), big(bytes, place + 5, 2))
      case 0xFF: place += 1
      case 0x01, 0xD0...0xD9: place += 2
      default: place += 2 + max(2, big(bytes, place + 2, 2))
      }
    }
    return nil
  }

  /// The size marker of a JPEG 2000 codestream, bare or in its file format.
  static func jpeg2000(_ bytes: UnsafeRawBufferPointer) -> Size? {
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16))
    var place = 0
    while place + 24 <= head.count {
      if head[place] == 0xFF, head[place + 1] == 0x4F, head[place + 2] == 0xFF, head[place + 3] == 0x51 {
        return (
          max(0, big(head, place + 8, 4) - big(head, place + 16, 4)),
          max(0, big(head, place + 12, 4) - big(head, place + 20, 4))
        )
      }
      place += 1
    }
    return nil
  }

  /// The largest page or region among the segments of a JBIG2 stream.
  static func jbig2(_ bytes: UnsafeRawBufferPointer) -> Size? {
    var (place, largest): (Int, Size?) = (0, nil)
    while let segment = JBIG2Segment(bytes, at: place) {
      if segment.hasSize, segment.dataStart + 8 <= bytes.count {
        let size = (big(bytes, segment.dataStart, 4), big(bytes, segment.dataStart + 4, 4))
        // A page's height may be unknown until it is all there.
        let height = segment.isPage && size.1 == 0xFFFF_FFFF ? 1 : size.1
        if max(size.0, height) > max(largest?.width ?? 0, largest?.height ?? 0) { largest = (size.0, height) }
      }
      guard segment.length < bytes.count else { break }
      place = segment.dataStart + segment.length
    }
    return largest
  }

  static func big(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The header of one segment of a JBIG2 stream as PDF embeds it (ISO/IEC 14492, 7.2).
private struct JBIG2Segment {
  let kind: Int
  let dataStart: Int
  let length: Int

  var isPage: Bool { kind == 48 }
  /// Pages, and regions of text, halftone, generic and refinement.
  var hasSize: Bool { isPage || (4...43).contains(kind) && kind != 16 }

  init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    guard start + 11 <= bytes.count else { return nil }
    let number = CodedSize.big(bytes, start, 4)
    let flags = Int(bytes[start + 4])
    kind = flags & 63
    var place = start + 5
    var references = Int(bytes[place] >> 5)
    if references == 7 {
      references = CodedSize.big(bytes, place, 4) & 0x1FFF_FFFF
      place += 4 + (references + 8) / 8
    } else {
      place += 1
    }
    place += references * (number <= 256 ? 1 : number <= 65536 ? 2 : 4) + (flags & 64 != 0 ? 4 : 1)
    guard place + 4 <= bytes.count else { return nil }
    length = CodedSize.big(bytes, place, 4)
    dataStart = place + 4
  }
}
