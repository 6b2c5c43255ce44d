import Foundation

/// A picture whose coded bytes a PDF can hold as they are.
struct StoredPicture {
  /// In pixels, as coded.
  let width, height: Int
  /// Of the stream's dictionary, as PDF writes it, without size and length.
  let keys: String
  let bytes: Data
  /// How a camera was held: 1 upright … 8 (EXIF).
  let orientation: Int

  /// - Parameters:
  ///   - file: JPEG, PNG or TIFF.
  ///   - page: from 1; only TIFF has more than one.
  /// - Returns: nil for what PDF has no form for, or cannot be followed.
  init?(_ file: Data, page: Int) {
    let found: StoredPicture? = file.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return Self.jpeg(file, ByteReader(bytes)) }
      if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return Self.png(file, ByteReader(bytes)) }
      return Self.tiff(file, ByteReader(bytes, isLittle: bytes.first == 0x49), page: page)
    }
    guard let found, found.width > 0, found.height > 0 else { return nil }
    self = found
  }

  private init(width: Int, height: Int, keys: String, bytes: Data, orientation: Int = 1) {
    self.width = width
    self.height = height
    self.keys = keys
    self.bytes = bytes
    self.orientation = orientation
  }

  // MARK: JPEG

  private static func jpeg(_ file: Data, _ reader: ByteReader) -> StoredPicture? {
    var place = 2
    var (orientation, isAdobe) = (1, false)
    while let marker = reader.number(place, 2), marker > 0xFF00 {
      if marker == 0xFFFF {
        place += 1
        continue
      }
      guard let length = reader.number(place + 2, 2), length >= 2 else { return nil }
      switch marker {
      case 0xFFC0, 0xFFC1, 0xFFC2: return jpeg(file, reader, frame: place + 4, orientation, isAdobe)
      case 0xFFE1: orientation = exifOrientation(reader, place + 4) ?? orientation
      case 0xFFEE: isAdobe = isAdobe || reader.starts("Adobe", at: place + 4)
      case 0xFFC3, 0xFFC5...0xFFC7, 0xFFC9...0xFFCB, 0xFFCD...0xFFCF, 0xFFDA: return nil
      default: break
      }
      place += 2 + length
    }
    return nil
  }

  /// Baseline, extended or progressive, 8 bits a sample.
  private static func jpeg(
    _ file: Data, _ reader: ByteReader, frame: Int, _ orientation: Int, _ isAdobe: Bool
  ) -> StoredPicture? {
    guard reader.number(frame, 1) == 8, let height = reader.number(frame + 1, 2),
      let width = reader.number(frame + 3, 2), let components = reader.number(frame + 5, 1)
    else { return nil }
    let spaces = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"]
    guard let space = spaces[components] else { return nil }
    // Adobe's programs store the four inks the wrong way round.
    let decode = components == 4 && isAdobe ? " /Decode [1 0 1 0 1 0 1 0]" : ""
    return StoredPicture(
      width: width, height: height,
      keys: "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode\(decode)", bytes: file,
      orientation: orientation)
  }

  private static func exifOrientation(_ reader: ByteReader, _ place: Int) -> Int? {
    guard reader.starts("Exif\0\0", at: place) else { return nil }
    let tiff = reader.part(from: place + 6)
    guard let directory = tiff.number(4, 4), let value = TIFFDirectory(tiff, at: directory)?[0x0112] else {
      return nil
    }
    return (1...8).contains(value) ? value : nil
  }

  // MARK: PNG

  /// Not interlaced, without any transparency.
  private static func png(_ file: Data, _ reader: ByteReader) -> StoredPicture? {
    guard reader.starts("IHDR", at: 12), let width = reader.number(16, 4), let height = reader.number(20, 4),
      let depth = reader.number(24, 1), let kind = reader.number(25, 1), reader.number(28, 1) == 0
    else { return nil }
    var (place, data, palette) = (8, Data(), nil as Data?)
    while let length = reader.number(place, 4), place + 12 + length <= reader.count {
      let chunk = file.startIndex + place + 8..<file.startIndex + place + 8 + length
      if reader.starts("IDAT", at: place + 4) { data += file[chunk] }
      if reader.starts("PLTE", at: place + 4) { palette = file[chunk] }
      if reader.starts("tRNS", at: place + 4) { return nil }
      place += 12 + length
    }
    guard let space = colourSpace(kind, palette) else { return nil }
    let keys = """
      /ColorSpace \(space) /BitsPerComponent \(depth) /Filter /FlateDecode /DecodeParms << /Predictor 15 \
      /Colors \(kind == 2 ? 3 : 1) /BitsPerComponent \(depth) /Columns \(width) >>
      """
    return StoredPicture(width: width, height: height, keys: keys, bytes: data)
  }

  private static func colourSpace(_ kind: Int, _ palette: Data?) -> String? {
    switch kind {
    case 0: return "/DeviceGray"
    case 2: return "/DeviceRGB"
    case 3:
      guard let palette, palette.count >= 3 else { return nil }
      let colours = palette.map { String(format: "%02X", $0) }.joined()
      return "[/Indexed /DeviceRGB \(palette.count / 3 - 1) <\(colours)>]"
    default: return nil
    }
  }

  // MARK: TIFF

  /// Group 4 fax in one strip.
  private static func tiff(_ file: Data, _ reader: ByteReader, page: Int) -> StoredPicture? {
    guard let directory = TIFFDirectory(reader, page: page), directory[259] == 4, directory[266] ?? 1 == 1,
      directory[274] ?? 1 == 1, directory[277] ?? 1 == 1, directory.count(of: 273) == 1,
      let width = directory[256], let height = directory[257], let offset = directory[273],
      let count = directory[279], count > 0, offset + count <= reader.count
    else { return nil }
    let blackIsOne = directory[262] == 1
    let keys = """
      /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode \
      /DecodeParms << /K -1 /Columns \(width) /Rows \(height) /BlackIs1 \(blackIsOne) >>
      """
    return StoredPicture(
      width: width, height: height, keys: keys,
      bytes: file[file.startIndex + offset..<file.startIndex + offset + count])
  }
}

/// Numbers in bytes, nil beyond their end.
struct ByteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  var isLittle: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, isLittle: Bool = false) {
    self.bytes = bytes
    self.isLittle = isLittle
  }

  var count: Int { bytes.count }

  func number(_ place: Int, _ length: Int) -> Int? {
    guard place >= 0, place + length <= bytes.count else { return nil }
    return (0..<length).reduce(0) { $0 << 8 | Int(bytes[place + (isLittle ? length - 1 - $1 : $1)]) }
  }

  func starts(_ text: String, at place: Int) -> Bool {
    place >= 0 && place <= bytes.count && bytes[place...].starts(with: Array(text.utf8))
  }

  /// A TIFF inside, with its own order of bytes.
  func part(from place: Int) -> ByteReader {
    let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst(place))
    return ByteReader(rest, isLittle: rest.first == 0x49)
  }
}

/// One directory of a TIFF: tags with their numbers.
struct TIFFDirectory {
  private let reader: ByteReader
  private let place: Int
  private let entries: Int

  /// - Parameter page: from 1.
  init?(_ reader: ByteReader, page: Int) {
    guard var place = reader.number(4, 4) else { return nil }
    for _ in 1..<max(1, page) {
      guard let entries = reader.number(place, 2), let next = reader.number(place + 2 + 12 * entries, 4),
        next > 0
      else { return nil }
      place = next
    }
    self.init(reader, at: place)
  }

  init?(_ reader: ByteReader, at place: Int) {
    guard let entries = reader.number(place, 2), entries < 4096 else { return nil }
    self.reader = reader
    self.place = place
    self.entries = entries
  }

  /// The first number of a tag.
  subscript(tag: Int) -> Int? {
    guard let entry = entry(tag), let kind = reader.number(entry + 2, 2) else { return nil }
    let size = kind == 3 ? 2 : 4
    guard kind == 3 || kind == 4, let count = reader.number(entry + 4, 4) else { return nil }
    guard count * size > 4 else { return reader.number(entry + 8, size) }
    return reader.number(entry + 8, 4).flatMap { reader.number($0, size) }
  }

  func count(of tag: Int) -> Int { entry(tag).flatMap { reader.number($0 + 4, 4) } ?? 0 }

  private func entry(_ tag: Int) -> Int? {
    (0..<entries).lazy.map { place + 2 + 12 * $0 }.first { reader.number($0, 2) == tag }
  }
}
