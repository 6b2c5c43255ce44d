import SoHoaModel

extension ConversionSettings {
  /// Language of the text (BCP 47).
  var languageTag: String { language.contains("vie") ? "vi" : "en" }
}
