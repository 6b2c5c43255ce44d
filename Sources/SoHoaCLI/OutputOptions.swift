import ArgumentParser
import SoHoa
import SoHoaExport

/// How outputs are named and what becomes of those that are there already.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Replace outputs that are there already.") var overwrite = false
  @Flag(help: "Leave outputs that are there already; inputs that have all of theirs are not read.")
  var skipExisting = false
  @Option(
    help: ArgumentHelp(
      """
      How outputs are named, without extension: text and the fields {name} {seq} {dossier} {agency} {version} {number} \
      {symbol} {code} {date} {kind} {kindname} {issuer} {title}; {seq:3} fills up with zeros, {date:YYYYMMDD} orders a \
      date; a / makes folders. Or tt02 (\(NameTemplate.presets["tt02"]!)), 7197 (\(NameTemplate.presets["7197"]!)).
      """, valueName: "template"))
  var nameTemplate: String?
  @Flag(help: "Names in ASCII: letters lose their marks, spaces become hyphens.") var asciiNames = false
  @Option(help: "Code of the dossier (mã hồ sơ) of these inputs.") var dossier: String?
  @Option(help: "Code (mã định danh) of the agency that files the documents, e.g. G09.01.") var agency:
    String?
  @Option(help: "Code of the agency that issued all of them, for edxml.xml.") var issuerCode: String?
  @Option(help: "Version of the digitised documents.") var documentVersion = 1
  @Option(help: "Code of how long the documents are kept (thời hạn bảo quản), 01 to 07.") var maintenance:
    String?
  @Option(help: "Code of who may use them (chế độ sử dụng), 01 or 02, where they bear no mark of secrecy.")
  var accessMode: String?
  @Option(help: "Number (STT) of the first input in its dossier.") var firstSeq = 1

  func validate() throws {
    guard !(overwrite && skipExisting) else {
      throw ValidationError("--overwrite and --skip-existing exclude each other")
    }
    guard documentVersion >= 1, firstSeq >= 1 else {
      throw ValidationError("--document-version and --first-seq take numbers from 1")
    }
    for code in [agency, issuerCode].compactMap({ $0 }) where code.wholeMatch(of: /[A-Z0-9.]{1,35}/) == nil {
      throw ValidationError("--agency and --issuer-code take up to 35 of A-Z, 0-9 and points, not \(code)")
    }
    if let maintenance, maintenance.wholeMatch(of: /0[1-7]/) == nil {
      throw ValidationError(
        "--maintenance takes 01 (for ever) to 07, as in archive_codes.tsv, not \(maintenance)")
    }
    if let accessMode, accessMode.wholeMatch(of: /0[12]/) == nil {
      throw ValidationError("--access-mode takes 01 (open) or 02 (restricted), not \(accessMode)")
    }
    do throws(NameTemplateError) { try template()?.check(filing) } catch {
      throw ValidationError(error.message.text(in: Console().language))
    }
  }

  var existing: ExistingOutputs { overwrite ? .overwrite : skipExisting ? .skip : .refuse }

  var filing: Filing {
    Filing(
      dossier: dossier, agency: agency, issuer: issuerCode, version: documentVersion, firstSequence: firstSeq,
      maintenance: maintenance, accessMode: accessMode)
  }

  func template() throws(NameTemplateError) -> NameTemplate? {
    guard let nameTemplate else { return nil }
    return try NameTemplate(nameTemplate)
  }
}
