import Foundation

/// Brings the objects of a file as near to PDF/A as can be without changing what is seen, and says what is left.
///
/// Taken away: scripts and actions, encryption, forms of XFA, hidden annotations, hints that PDF/A forbids. Not
/// mended, because it would need what the file does not hold: fonts that are not embedded, colours of inks,
/// attached files.
struct ArchivalForm {
  /// Something that the standard does not allow and that stays.
  struct Obstacle: Hashable {
    var en: String
    var vi: String
    /// PDF/A-2 allows it.
    var isOnlyIn1 = false
  }

  private let document: QPDFDocument
  /// Every page was followed before, and does not swell.
  private let isSurveyed: Bool
  private(set) var obstacles: [Obstacle] = []
  private var seen: Set<Int> = []
  private var waiting: [Int] = []

  /// Pages and forms that say they may be transparent.
  private var groups: [Int] = []

  /// - Parameter isSurveyed: every page was followed before and does not swell; else contents are looked into only as
  ///   far as they cannot.
  /// - Returns: every obstacle once, in the order in which they were met.
  static func mend(_ document: QPDFDocument, isSurveyed: Bool) -> [Obstacle] {
    var form = ArchivalForm(document, isSurveyed: isSurveyed)
    form.run()
    form.mendGroups()
    return form.obstacles
  }

  /// A group in which nothing is transparent is none.
  private func mendGroups() {
    guard !obstacles.contains(Self.transparency) else { return }
    for id in groups { document.object(id)?["Group"] = nil }
  }

  private init(_ document: QPDFDocument, isSurveyed: Bool) {
    self.document = document
    self.isSurveyed = isSurveyed
  }

  private mutating func run() {
    guard let catalogue = document.catalogue else { return }
    document.pushInherited()
    mendCatalogue(catalogue)
    for number in stride(from: 1, through: document.pageCount, by: 1) {
      guard let page = document.page(number) else { continue }
      mendAnnotations(page)
      for content in page["Contents"]?.oneOrMore ?? [] { checkColours(content) }
    }
    seen.insert(catalogue.id)
    visit(catalogue)
    while let id = waiting.popLast() {
      document.object(id).map { visit($0) }
      if seen.count % 256 == 0 { document.releaseAll() }
    }
    document.releaseAll()
  }

  private mutating func note(_ en: String, _ vi: String, isOnlyIn1: Bool = false) {
    note(Obstacle(en: en, vi: vi, isOnlyIn1: isOnlyIn1))
  }

  private mutating func note(_ obstacle: Obstacle) {
    if !obstacles.contains(obstacle) { obstacles.append(obstacle) }
  }

  // MARK: The whole file

  private mutating func mendCatalogue(_ catalogue: PDFValue) {
    for key in ["AA", "AlternatePresentations", "NeedsRendering", "Requirements", "Legal"] {
      catalogue[key] = nil
    }
    if let action = catalogue["OpenAction"], !action.isArray, !Self.isHarmless(action) {
      catalogue["OpenAction"] = nil
    }
    catalogue["Names"]?["JavaScript"] = nil
    catalogue["Names"]?["AlternatePresentations"] = nil
    catalogue["AcroForm"]?["XFA"] = nil
    catalogue["AcroForm"]?["NeedAppearances"] = nil
    if catalogue["Names"]?["EmbeddedFiles"] != nil || catalogue["AF"] != nil {
      note("files are attached", "có tệp đính kèm bên trong")
    }
    if catalogue["OCProperties"] != nil {
      note("it has layers", "có các lớp nội dung", isOnlyIn1: true)
      mendLayers(catalogue["OCProperties"])
    }
  }

  private func mendLayers(_ properties: PDFValue?) {
    let all = [properties?["D"]].compactMap(\.self) + (properties?["Configs"]?.elements ?? [])
    for (number, configuration) in all.enumerated() {
      configuration["AS"] = nil
      if configuration["Name"] == nil { configuration["Name"] = document.text("Layers \(number + 1)") }
    }
  }

  private static func isHarmless(_ action: PDFValue) -> Bool {
    ["GoTo", "GoToR", "URI", "Named", "Thread", "SubmitForm"].contains(action["S"]?.name ?? "")
  }

  // MARK: Annotations

  private mutating func mendAnnotations(_ page: PDFValue) {
    page["AA"] = nil
    page["PresSteps"] = nil
    guard let annotations = page["Annots"]?.elements, !annotations.isEmpty else { return }
    let shown = annotations.filter { ($0["F"]?.integer ?? 0) & Self.hiding == 0 }
    if shown.count < annotations.count { page["Annots"] = shown.isEmpty ? nil : document.array(shown) }
    for annotation in shown { mendAnnotation(annotation) }
  }

  private mutating func mendAnnotation(_ annotation: PDFValue) {
    annotation["AA"] = nil
    if annotation["Subtype"]?.name == "Widget" || annotation["A"].map(Self.isHarmless) == false {
      annotation["A"] = nil
    }
    annotation["F"] = document.number(((annotation["F"]?.integer ?? 0) | Self.printed) & ~Self.toggled)
    let kind = annotation["Subtype"]?.name ?? ""
    if Self.foreign.contains(kind) {
      note("it holds sound, film or attached files", "có âm thanh, phim hoặc tệp đính kèm")
    }
    if let appearance = annotation["AP"] {
      for key in ["D", "R"] { appearance[key] = nil }
    } else if !["Popup", "Link"].contains(kind) {
      note(
        "notes or fields on its pages have no drawing of their own",
        "chú thích hoặc ô biểu mẫu không có hình vẽ")
    }
    if let opacity = annotation["CA"]?.number, opacity < 1 { transparent() }
  }

  /// Invisible, hidden, not to be viewed.
  private static let hiding = 1 | 2 | 32
  private static let printed = 4
  private static let toggled = 256
  private static let foreign: Set<String> = ["3D", "Sound", "Movie", "Screen", "FileAttachment", "RichMedia"]

  // MARK: All objects

  /// One indirect object with all that it holds itself; what it points at waits.
  private mutating func visit(_ value: PDFValue, depth: Int = 0) {
    guard depth < 64 else { return }
    if value.isArray {
      guard value.elementCount < Self.mostElements else {
        return note("some of its contents cannot be looked into", "có nội dung không xem xét được")
      }
      if value.elements.first?.name == "DeviceN" || value.elements.first?.name == "Indexed" {
        checkSpaces(value)
      }
      for element in value.elements { follow(element, depth) }
    } else if value.isDictionary || value.isStream {
      mend(value)
      for key in value.keys where key != "Parent" && key != "P" {
        if let child = value[key] { follow(child, depth) }
      }
    }
  }

  private mutating func follow(_ child: PDFValue, _ depth: Int) {
    if child.id == 0 {
      if child.name == "DeviceCMYK" { inks() }
      visit(child, depth: depth + 1)
    } else if seen.insert(child.id).inserted {
      waiting.append(child.id)
    }
  }

  private mutating func checkSpaces(_ space: PDFValue) {
    if space.elements.contains(where: { $0.name == "DeviceCMYK" }) { inks() }
  }

  private mutating func mend(_ value: PDFValue) {
    if value["AA"]?.isDictionary == true { value["AA"] = nil }
    if value["S"]?.name == "JavaScript" || value["JS"] != nil { for key in ["S", "JS"] { value[key] = nil } }
    if value["Group"]?["S"]?.name == "Transparency", value.id > 0 { groups.append(value.id) }
    if value.isStream { mendStream(value) }
    switch value["Type"]?.name {
    case "Font": checkFont(value)
    case "ExtGState": checkState(value)
    default: break
    }
  }

  private mutating func mendStream(_ stream: PDFValue) {
    let filters = (stream["Filter"]?.oneOrMore ?? []).compactMap(\.name)
    if filters.contains("Crypt") {
      note("streams are encrypted one by one", "có luồng dữ liệu được mã hóa riêng")
    }
    if filters.contains("JPXDecode") {
      note("pictures are coded as JPEG 2000", "có ảnh nén JPEG 2000", isOnlyIn1: true)
    }
    if stream["F"] != nil { note("pictures or other data lie outside the file", "có dữ liệu nằm ngoài tệp") }
    switch stream["Subtype"]?.name {
    case "Image": mendPicture(stream)
    case "Form":
      checkColours(stream)
      for key in ["OPI", "PS", "Subtype2", "Ref"] where stream[key] != nil { stream[key] = nil }
    case "PS": note("pages hold PostScript", "trang có mã PostScript")
    default: break
    }
  }

  private mutating func mendPicture(_ picture: PDFValue) {
    if picture["Interpolate"]?.isTrue == true { picture["Interpolate"] = nil }
    for key in ["Alternates", "OPI"] { picture[key] = nil }
    if picture["SMask"] != nil || (picture["SMaskInData"]?.integer ?? 0) > 0 { transparent() }
    if picture["BitsPerComponent"]?.integer == 16 {
      note("pictures have 16 bits a sample", "có ảnh 16 bit mỗi kênh", isOnlyIn1: true)
    }
  }

  private mutating func checkState(_ state: PDFValue) {
    for key in ["TR", "HTP"] { state[key] = nil }
    if let transfer = state["TR2"], transfer.name != "Default" { state["TR2"] = nil }
    let isMasked = state["SMask"].map { $0.name != "None" } ?? false
    let isBlended =
      state["BM"]?.oneOrMore.contains { !["Normal", "Compatible"].contains($0.name ?? "") } ?? false
    if isMasked || isBlended || (state["ca"]?.number ?? 1) < 1 || (state["CA"]?.number ?? 1) < 1 {
      transparent()
    }
  }

  private mutating func checkFont(_ font: PDFValue) {
    guard let kind = font["Subtype"]?.name, kind != "Type0", kind != "Type3" else { return }
    let descriptor = font["FontDescriptor"]
    let program = ["FontFile", "FontFile2", "FontFile3"].lazy.compactMap { descriptor?[$0] }.first
    let name = font["BaseFont"]?.name ?? "?"
    guard program != nil else {
      return note("the font \(name) is not embedded", "phông chữ \(name) không được nhúng vào tệp")
    }
    guard kind.hasPrefix("CIDFont") else { return }
    if kind == "CIDFontType2", font["CIDToGIDMap"] == nil { font["CIDToGIDMap"] = document.name("Identity") }
    if name.contains("+"), descriptor?["CIDSet"] == nil {
      note("fonts do not list their characters", "phông chữ không kê ký tự (CIDSet)", isOnlyIn1: true)
    }
  }

  private static let transparency = Obstacle(
    en: "pages are transparent in parts", vi: "trang có phần trong suốt", isOnlyIn1: true)

  private mutating func transparent() { note(Self.transparency) }

  /// Inks that a content names by itself.
  private mutating func checkColours(_ content: PDFValue) {
    guard !obstacles.contains(Self.ink), let bytes = bytes(of: content) else { return }
    let named = ContentReader(bytes).contains { operation in
      switch operation.name {
      case "k", "K": operation.numbers.count == 4
      case "cs", "CS": operation.resource == "DeviceCMYK"
      default: false
      }
    }
    if named { inks() }
  }

  private mutating func bytes(of stream: PDFValue) -> Data? {
    guard isSurveyed || stream.mostDecodedBytes < Self.mostBytes, let bytes = stream.decoded() else {
      note("some of its contents cannot be looked into", "có nội dung không xem xét được")
      return nil
    }
    return bytes
  }

  private static let mostBytes = 256 << 20
  private static let mostElements = 100_000

  private static let ink = Obstacle(
    en: "colours are given as inks (CMYK) of an unknown press",
    vi: "màu khai theo mực in (CMYK) không rõ chuẩn")

  private mutating func inks() { note(Self.ink) }
}
