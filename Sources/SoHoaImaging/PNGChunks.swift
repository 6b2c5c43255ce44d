/// Walks the chunks of a PNG. libpng writes to standard error when it meets a cut-off file, so it is not
/// shown any.
enum PNGChunks {
  /// True if every chunk up to the end mark is there in full length.
  static func areComplete(_ file: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 8
    while offset + 12 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let isEnd = file[(offset + 4)...].starts(with: Array("IEND".utf8))
      offset += 12 + length
      if isEnd { return offset <= file.count }
    }
    return false
  }
}
