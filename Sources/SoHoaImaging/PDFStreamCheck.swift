import Foundation

/// Whether what a page uses can be decoded at a bearable cost: pictures by the size that their own data
/// claim, other streams by how far they swell. What was found sound is not looked at again.
final class PDFStreamCheck {
  enum Failure: Error, Hashable {
    case tooManyPixels(width: Int, height: Int)
    /// A stream that swells beyond any use, or things nested too deep.
    case tooComplex
  }

  private let limits: Limits
  private var sound: Set<Int> = []
  private var open: Set<Int> = []

  init(limits: Limits) { self.limits = limits }

  func check(_ page: PDFObject) throws(Failure) {
    open = []
    if let resources = page.inherited("Resources") { try check(resources, depth: 0) }
    for annotation in (page["Annots"]?.elements ?? []).prefix(Self.mostElements) {
      if let appearance = annotation["AP"] { try check(appearance, depth: 0) }
    }
  }

  private func check(_ object: PDFObject, depth: Int) throws(Failure) {
    let id = object.id
    if id != 0, sound.contains(id) || !open.insert(id).inserted { return }
    guard depth <= Self.deepest else { throw .tooComplex }
    if object.isStream { try checkStream(object) }
    if object.isArray {
      for element in object.elements.prefix(Self.mostElements) { try check(element, depth: depth + 1) }
    } else if object.isStream || object.isDictionary {
      for key in object.keys where !Self.passedOver.contains(key) {
        if let value = object[key] { try check(value, depth: depth + 1) }
      }
    }
    if id != 0 { sound.insert(id) }
  }

  private func checkStream(_ stream: PDFObject) throws(Failure) {
    for parameters in stream["DecodeParms"]?.oneOrMore ?? [] {
      guard parameters["Columns"]?.integer ?? 0 <= Self.widestRow else { throw .tooComplex }
    }
    if stream["Subtype"]?.name == "Image" {
      try checkSize(stream["Width"]?.integer ?? 0, stream["Height"]?.integer ?? 0)
      if let size = PDFPictureData.claimedSize(of: stream) { try checkSize(size.width, size.height) }
    } else if PDFStreamReader.filters(of: stream).contains("FlateDecode") {
      guard let stored = stream.storedBytes(), stored.count * Self.growth > Self.largestStream else { return }
      let fits = stored.withUnsafeBytes { Inflater.fits($0, limit: Self.largestStream) }
      guard fits else { throw .tooComplex }
    }
  }

  private func checkSize(_ width: Int, _ height: Int) throws(Failure) {
    guard width > 0, height > 0, !limits.allow(width: width, height: height) else { return }
    throw .tooManyPixels(width: width, height: height)
  }

  /// What deflating can save at best.
  private static let growth = 1032
  /// Fonts of all the world's letters are smaller.
  private static let largestStream = 96 << 20
  private static let widestRow = 1 << 18
  private static let deepest = 48
  private static let mostElements = 4096
  private static let passedOver: Set<String> = [
    "Parent", "P", "Widths", "W", "W2", "Popup", "Dest", "A", "AA", "StructParent", "Metadata", "Length",
  ]
}

/// Streams that are unpacked when a file is opened, before any page is asked for: object and
/// cross-reference streams. Their dictionaries always stand in plain text.
enum PDFOpening {
  /// True if none of them swells beyond use.
  static func isBearable(_ bytes: FileBytes) -> Bool {
    let whole = UnsafeRawBufferPointer(bytes.buffer)
    return ["/ObjStm", "/XRef"].allSatisfy { name in
      var offset = 0
      while let found = ByteSearch.find(name, in: whole, from: offset) {
        offset = found + name.utf8.count
        guard let start = data(after: found, in: whole) else { continue }
        let rest = UnsafeRawBufferPointer(rebasing: whole[start...])
        guard Inflater.fits(rest, limit: largest) else { return false }
      }
      return true
    }
  }

  private static let largest = 64 << 20
  private static let longestDictionary = 4096

  /// Where the data of the stream begins whose dictionary holds this place.
  private static func data(after place: Int, in whole: UnsafeRawBufferPointer) -> Int? {
    let near = UnsafeRawBufferPointer(rebasing: whole[place..<min(whole.count, place + longestDictionary)])
    guard let keyword = ByteSearch.find("stream", in: near, from: 0) else { return nil }
    var start = place + keyword + 6
    while start < whole.count, whole[start] == 13 || whole[start] == 10 { start += 1 }
    return start < whole.count ? start : nil
  }
}

/// Plain search in bytes.
enum ByteSearch {
  static func find(_ name: String, in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let wanted = Array(name.utf8)
    var start = offset
    // The second letter is rarer than the slash.
    while start + wanted.count <= bytes.count,
      let hit = memchr(base + start + 1, Int32(wanted[1]), bytes.count - start - 1)
    {
      let found = UnsafeRawPointer(hit) - base - 1
      if bytes[found...].starts(with: wanted) { return found }
      start = found + 1
    }
    return nil
  }
}
