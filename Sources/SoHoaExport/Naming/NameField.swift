import SoHoaModel

/// A value that a name can hold.
enum NameField: String, CaseIterable, Sendable {
  /// The input's own name without its extension.
  case name
  /// Number of the input in its dossier (STT), counted in the order of the inputs.
  case seq
  case dossier, agency, version
  /// `167`
  case number
  /// `KH-SYT`
  case symbol
  /// Number and symbol: `167/KH-SYT`.
  case code
  /// Date of issue.
  case date
  /// `KH`
  case kind
  /// `Kế hoạch`
  case kindname
  case issuer, title

  /// Whether the value is known before the input is read.
  var isKnownBefore: Bool {
    switch self {
    case .name, .seq, .dossier, .agency, .version: true
    case .number, .symbol, .code, .date, .kind, .kindname, .issuer, .title: false
    }
  }

  /// Stands where the document does not say: `khong-ro-so`.
  var placeholder: String { "khong-ro-" + missing }

  private var missing: String {
    switch self {
    case .name: "ten"
    case .seq: "stt"
    case .dossier: "ho-so"
    case .agency: "co-quan"
    case .version: "phien-ban"
    case .number: "so"
    case .symbol: "ky-hieu"
    case .code: "so-ky-hieu"
    case .date: "ngay"
    case .kind, .kindname: "loai"
    case .issuer: "noi-ban-hanh"
    case .title: "trich-yeu"
    }
  }
}
