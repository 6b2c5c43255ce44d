import Foundation
import SoHoaModel
import Testing

@testable import SoHoaEvaluation

@Suite struct FactSheetTests {
  private func truth(_ json: String) throws -> FactSheet { try FactSheet(truth: Data(json.utf8)) }

  private func result(_ facts: [String: [String]]) -> FactSheet {
    FactSheet(fields: facts.mapValues { $0.map { FactSheet.Fact([$0]) } }, incomplete: [])
  }

  @Test func countsRightWrongAndMissed() throws {
    let truth = try truth(#"{"number": "16", "place": "Hà Sơn", "urgency": null, "title": "Về việc A"}"#)
    let result = result(["number": ["16"], "place": ["Hà Sen"], "urgency": ["KHẨN"]])
    let scores = truth.compare(with: result).mapValues(\.score)
    #expect(scores["number"] == FieldScore(right: 1))
    #expect(scores["place"] == FieldScore(wrong: 1, missed: 1))
    #expect(scores["urgency"] == FieldScore(wrong: 1))
    #expect(scores["title"] == FieldScore(missed: 1))
  }

  @Test func judgesOnlyWhatTheTruthNames() throws {
    let comparison = try truth(#"{"number": "16"}"#).compare(with: result(["place": ["Hà Sơn"]]))
    #expect(comparison.keys.sorted() == ["number"])
  }

  @Test func takesOtherRightValues() throws {
    let truth = try truth(#"{"agency": "SỞ Y TẾ", "agency_accept": ["Sở Y tế tỉnh Hà Sơn"]}"#)
    #expect(truth.compare(with: result(["agency": ["sở y tế"]]))["agency"]?.score.right == 1)
    #expect(truth.compare(with: result(["agency": ["Sở Y tế tỉnh Hà Sơn"]]))["agency"]?.score.right == 1)
    #expect(truth.compare(with: result(["agency": ["Sở Y"]]))["agency"]?.score.right == 0)
  }

  @Test func comparesHeadingsByLabelAndTitle() throws {
    let truth = try truth(
      """
      {"headings": [{"label": "I", "title": "MỤC ĐÍCH", "kind": "heading", "children": [
        {"label": "1", "title": null, "kind": "heading", "children": []},
        {"label": "-", "title": "một ý", "kind": "item", "children": []}]}]}
      """)
    let result = result(["headings": ["I. | Mục đích", "1. | Gì cũng được", "2. | Thừa"]])
    #expect(truth.compare(with: result)["headings"]?.score == FieldScore(right: 2, wrong: 1))
  }

  @Test func forgivesOptionalAndUnlistedValues() throws {
    let truth = try truth(
      """
      {"responsible_parties": [
        {"party": "Sở A", "role": "lead"}, {"party": "Sở B", "role": "implement", "_optional": true}],
       "recipients": [{"text": "Như trên"}, {"text": "Lưu: VT."}], "recipients_complete": false}
      """)
    let scores = truth.compare(
      with: result(["responsible_parties": ["Sở A | lead"], "recipients": ["Như trên;", "Sở C"]]))
    #expect(scores["responsible_parties"]?.score == FieldScore(right: 1))
    #expect(scores["recipients"]?.score == FieldScore(right: 1))
  }
}
