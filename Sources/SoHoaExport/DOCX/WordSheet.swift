/// A4 with the margins of Nghị định 30/2020; lengths in twentieths of a point.
struct WordSheet: Hashable {
  var isLandscape = false

  var width: Int { isLandscape ? 16838 : 11906 }
  var height: Int { isLandscape ? 11906 : 16838 }
  /// 20, 15, 20, 30 mm.
  static let top = 1134, right = 850, bottom = 1134, left = 1701

  var textWidth: Int { width - Self.left - Self.right }
}
