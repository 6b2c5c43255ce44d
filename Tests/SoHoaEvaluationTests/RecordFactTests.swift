import Foundation
import SoHoaModel
import Testing

@testable import SoHoaEvaluation

/// What is judged of outlines, tasks, deadlines and of confidence.
@Suite struct RecordFactTests {
  private func facts(_ json: String, _ field: String) throws -> [FactSheet.Fact] {
    try FactSheet(truth: Data(json.utf8)).fields[field] ?? []
  }

  @Test func outlineSaysLevelAndParent() throws {
    let truth = """
      {"headings": [{"label": "I", "title": "A", "children": [
        {"label": "1", "title": null, "children": [{"label": "-", "title": "b"}, {"label": "a", "title": "c"}]}]},
        {"label": "II", "title": "D", "kind": "heading"}]}
      """
    #expect(
      try facts(truth, "outline").map { $0.accepted[0] } == ["1  > I", "2 I > 1", "3 1 > a", "1  > II"])
    #expect(try facts(truth, "outline.items").map { $0.accepted[0] } == ["I > 1 > -"])
  }

  @Test func outlineOfATreePassesOverParagraphs() {
    let dash = Node(.dash, label: "-")
    let number = Node(.numberHeading, label: "1.", children: [Node(.paragraph, children: [dash])])
    let annex = Node(.annex, label: "Phụ lục II", children: [number])
    let outline = OutlineFacts([Node(.romanHeading, label: "I-", children: [number]), annex, Node(.annex)])
    #expect(
      outline.parts.map { $0.accepted[0] } == [
        "1  > I", "2 I > 1", "1  > Phụ lục II", "2 Phụ lục II > 1", "1  > *",
      ])
    #expect(outline.items.map { $0.accepted[0] } == ["I > 1 > -", "Phụ lục II > 1 > -"])
  }

  @Test(
    "a task is right whole or not at all",
    arguments: [
      ("sở b: coordinate + sở a: lead @ 2026-03-31 before", false),
      ("sở a: lead + sở b: coordinate @ 2026-03-31 before", true),
      ("sở a: implement + sở b: coordinate @ 2026-03-31 before", true),
      ("sở a: lead @ 2026-03-31 before", true),
      ("sở a: lead @ 2026-03-31 by", false),
      ("sở a: lead @ ", false),
    ])
  func task(_ row: String, isRight: Bool) throws {
    let fact = try #require(
      try facts(
        """
        {"tasks": [{"parties": [{"party": "Sở A", "role": "lead", "role_accept": ["implement"]},
          {"party": "Sở B", "role": "coordinate", "_optional": true}],
          "deadline": {"iso": "2026-03-31", "bound": "before"}}]}
        """, "tasks"
      ).first)
    #expect(fact.accepted.contains(row) == isRight)
  }

  @Test func deadlinesHaveBoundRecurrenceAndTerm() throws {
    let truth = """
      {"deadlines": [{"iso": "2026-Q4", "bound": "by", "bound_accept": ["during"]},
        {"iso": "--12-15", "bound": "before", "recurrence": "yearly"},
        {"iso": null, "bound": "by", "term": {"count": 5, "unit": "workingDay"}}]}
      """
    #expect(
      try facts(truth, "deadlines").map(\.accepted) == [
        ["2026-10/2026-12 by", "2026-10/2026-12 during"], ["--12-15 before yearly"], ["term 5 workingDay"],
      ])
    #expect(
      DeadlineText.text(DateValue(edtf: "--12-15", bound: .before, recurrence: .yearly))
        == "--12-15 before yearly")
  }

  @Test func countsWrongValuesThatTheProgramWasSureOf() throws {
    let truth = try FactSheet(truth: Data(#"{"place": "Hà Sơn", "recipients": [{"text": "A"}]}"#.utf8))
    let result = FactSheet(
      fields: [
        "place": [.init(["Hà Sen"], confidence: 0.95)],
        "recipients": [.init(["A"], confidence: 0.92), .init(["B"], confidence: 0.5)],
      ], incomplete: [])
    let sum = truth.compare(with: result).values.map(\.calibration).reduce(Calibration(), +)
    #expect(sum.right == [1, 0, 0, 0, 0])
    #expect(sum.wrong == [1, 0, 0, 1, 0])
    #expect(sum.surelyWrong == ["Hà Sen"])
  }

  @Test func judgesEveryDocumentOfAFile() throws {
    let truths = try FactSheet.all(
      truth: Data(
        #"{"place": "A", "documents": [{"pages": [1, 2]}, {"pages": [3, 3], "place": "B", "number": "7"}]}"#
          .utf8))
    let first = FactSheet(fields: ["place": [.init(["A"])], "documents": [.init(["1-2"])]], incomplete: [])
    let scores = FactSheet.compare(truths, with: [first]).mapValues(\.score)
    #expect(scores["documents"] == FieldScore(right: 1, missed: 1))
    #expect(scores["place"] == FieldScore(right: 1, missed: 1))
    #expect(scores["number"] == FieldScore(missed: 1))
  }
}
