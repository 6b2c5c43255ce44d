import CLeptonica

/// Size of a picture, known before a single pixel is decoded.
struct ImageHeader {
  let width, height: Int

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - page: from 0; only TIFF has more than one.
  /// - Returns: nil if the header cannot be read.
  init?(_ bytes: FileBytes, type: MediaType, page: Int) {
    var width: Int32 = 0
    var height: Int32 = 0
    let status =
      type == .tiff
      ? readHeaderMemTiff(bytes.pointer, bytes.count, Int32(page), &width, &height, nil, nil, nil, nil, nil)
      : pixReadHeaderMem(bytes.pointer, bytes.count, nil, &width, &height, nil, nil, nil)
    guard status == 0, width > 0, height > 0 else { return nil }
    self.width = Int(width)
    self.height = Int(height)
  }
}
