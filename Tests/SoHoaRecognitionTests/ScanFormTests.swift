import Foundation
import SoHoaDictionaries
import SoHoaImaging
import SoHoaModel
import Testing

@testable import SoHoaRecognition

/// The same lines as a scan in every form that a PDF can hold it in (`fixtures/tools/scan_forms.py`).
@Suite struct ScanFormTests {
  private static let lines = [
    "Căn cứ Hợp đồng số 07/2026/HĐ-XD ngày 12/5/2026 về thi công xây",
    "dựng cầu Ngọc Giang và tiến độ đã được Sở Xây dựng chấp thuận, nhà thầu phải",
    "khởi công mố A1 trong tháng 12/2026. Tuy nhiên, đến nay còn 04 hộ dân tại tổ",
    "dân phố số 9 chưa bàn giao mặt bằng, diện tích 1.327,5 m²",
  ]

  struct Form: CustomTestStringConvertible {
    let name: String
    let width, height, dpi: Int

    var testDescription: String { name }
  }

  static let forms: [Form] = {
    let table = Fixture.folder.appending(path: "forms/expected.tsv")
    let rows = (try? String(contentsOf: table, encoding: .utf8))?.split(separator: "\n") ?? []
    return rows.filter { !$0.hasPrefix("#") }.dropFirst().map { row in
      let cells = row.split(separator: "\t")
      return Form(
        name: String(cells[0]), width: Int(cells[2])!, height: Int(cells[3])!, dpi: Int(cells[4])!)
    }
  }()

  @Test("there are forms to test") func areThere() { #expect(Self.forms.count > 30) }

  @Test("has the page at its own resolution, with its words right", arguments: forms)
  func words(_ form: Form) throws {
    let file = try InputFile(contentsOf: Fixture.folder.appending(path: "forms/\(form.name).pdf"))
    let acquired = file.page(1)
    guard case .picture(let raster) = acquired.content else {
      Issue.record("no picture: \(acquired.findings)")
      return
    }
    #expect(acquired.findings.isEmpty)
    #expect(abs(raster.width - form.width) <= 1 && abs(raster.height - form.height) <= 1)
    #expect(abs(raster.dpi - form.dpi) <= 1)
    let scales = try ConfidenceScale.all(in: .locate())
    let page = try Recogniser(scales: scales).run(PagePreparer().run(raster, page: 1))
    #expect(page.rotation == 0)
    let read = Set(page.words.map(\.observed.text))
    let wanted = (form.name == "vector-half" ? Array(Self.lines.prefix(2)) : Self.lines)
      .flatMap { $0.split(separator: " ").map(String.init) }
    let missing = wanted.filter { !read.contains($0) }
    #expect(missing.count * 18 <= wanted.count, "missing: \(missing)")
  }
}
