import CLeptonica
import CPoppler

/// Versions of the libraries that pages are had with.
public enum ImagingVersions {
  public static var leptonica: String {
    guard let text = getLeptonicaVersion() else { return "unknown" }
    defer { lept_free(text) }
    return String(cString: text).replacing("leptonica-", with: "")
  }

  public static var poppler: String { String(cString: poppler_get_version()) }
}
