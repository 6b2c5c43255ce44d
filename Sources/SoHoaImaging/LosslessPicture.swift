import CLeptonica
import Foundation

extension InputFile {
  /// A page of a picture file, coded anew without loss: black and white as TIFF group 4, all else as PNG, on white
  /// paper where the file has transparent pixels.
  ///
  /// - Returns: nil for other files and for pages that cannot be decoded.
  package func losslessPicture(_ number: Int) -> Data? {
    (source as? ImageFile)?.stored(number)?.losslessly()
  }
}

extension Pix {
  fileprivate consuming func losslessly() -> Data? {
    if pixGetSpp(pointer) == 4 { return map { pixAlphaBlendUniform($0, 0xFFFF_FF00) }?.encoded() }
    return encoded()
  }

  private func encoded() -> Data? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let isInk = depth == 1 && pixGetColormap(pointer) == nil
    let status =
      isInk
      ? pixWriteMemTiff(&bytes, &count, pointer, Int32(IFF_TIFF_G4))
      : pixWriteMemPng(&bytes, &count, pointer, 0)
    guard status == 0, let bytes else { return nil }
    return Data(bytesNoCopy: bytes, count: count, deallocator: .free)
  }
}
