import Foundation

/// An uncompressed picture, handed from stage to stage (and between processes).
///
/// Rows from the top, no padding. Grey: one byte a pixel, 0 black. Colour: three bytes, red, green, blue.
public struct Raster: Hashable, Codable, Sendable {
  public enum Channels: Int, Hashable, Codable, Sendable {
    case grey = 1
    case colour = 3
  }

  public let width, height: Int
  public let channels: Channels
  /// Pixels per inch; 0 where the file does not say.
  public let dpi: Int
  /// `width * height * channels` bytes.
  public let bytes: Data

  public init(width: Int, height: Int, channels: Channels, dpi: Int, bytes: Data) {
    precondition(bytes.count == width * height * channels.rawValue, "raster of the wrong size")
    self.width = width
    self.height = height
    self.channels = channels
    self.dpi = dpi
    self.bytes = bytes
  }
}
