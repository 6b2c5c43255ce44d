import Foundation
import FoundationXML
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct ALTOTests {
  private static func parsed(_ file: ConvertedFile) throws -> ParsedXML {
    try ParsedXML(OutputFormat.alto.encode(file))
  }

  @Test("the restored reading is the content, the observed one an alternative")
  func strings() throws {
    let file = PlanSample.make()
    let strings = try Self.parsed(file).elements("String")
    let page = file.pages.flatMap { $0.words + $0.marks.flatMap(\.words) }
    #expect(strings.map { $0["CONTENT"]! } == page.map(\.text).filter { !$0.isEmpty })
    let restored = try #require(strings.first { $0["CONTENT"] == "MỤC" })
    let others = restored.children!.compactMap { $0 as? XMLElement }
    #expect(others.map { $0["PURPOSE"]! } == ["observed", "proposal"])
    #expect(others.map(\.text) == ["MUC", "MUC?"])
    #expect(restored["WC"] == "0.62")
    #expect(restored["PROCESSINGREFS"] == "processing_restore")
    #expect(["HPOS", "VPOS", "WIDTH", "HEIGHT"].map { restored[$0]! } == ["60", "350", "60", "24"])
  }

  @Test("ids are unique, and every reference has its end", arguments: [true, false])
  func references(_ hasPictures: Bool) throws {
    let xml = try Self.parsed(hasPictures ? PlanSample.make() : SampleFile.make())
    let ids = try xml.attributes("ID")
    #expect(Set(ids).count == ids.count)
    for name in ["REF", "TAGREFS", "PROCESSINGREFS"] {
      let ends = try xml.attributes(name).flatMap { $0.split(separator: " ").map(String.init) }
      #expect(Set(ends).isSubset(of: Set(ids)), "\(name)")
    }
  }

  @Test func everythingLiesOnItsPage() throws {
    for page in try Self.parsed(PlanSample.make()).elements("Page") {
      let (width, height) = (Int(page["WIDTH"]!)!, Int(page["HEIGHT"]!)!)
      for case let element as XMLElement in try page.nodes(forXPath: ".//*[@HPOS]") {
        #expect(Int(element["HPOS"]!)! >= 0 && Int(element["HPOS"]!)! + Int(element["WIDTH"]!)! <= width)
        #expect(Int(element["VPOS"]!)! >= 0 && Int(element["VPOS"]!)! + Int(element["HEIGHT"]!)! <= height)
      }
    }
  }

  @Test("the parts in the order of the schema")
  func order() throws {
    let xml = try Self.parsed(PlanSample.make())
    let root = try xml.elements("alto")[0]
    #expect(
      root.children!.compactMap { ($0 as? XMLElement)?.localName } == [
        "Description", "Tags", "ReadingOrder", "Layout",
      ])
    let order = try xml.elements("ElementRef").map { $0["REF"]! }
    #expect(
      order == [
        "block_1_1", "block_1_2", "block_1_3", "block_1_4", "block_1_5", "block_2_2", "block_2_3",
        "block_2_4",
      ]
    )
    #expect(try xml.elements("fileIdentifier").map(\.text) == [String(repeating: "a", count: 64)])
    #expect(try xml.elements("softwareName").map(\.text) == ["tesseract", "sohoa"])
  }

  @Test func tagsSayWhatLinesAndWordsAre() throws {
    let xml = try Self.parsed(PlanSample.make())
    let line = try #require(
      xml.elements("TextLine").first { $0["TAGREFS"] == "cell_issuingBody" })
    let words = line.children!.compactMap { $0 as? XMLElement }.filter { $0.localName == "String" }
    #expect(words.map { $0["CONTENT"]! } == ["SỞ", "Y", "TẾ"])
    let value = try #require(xml.elements("NamedEntityTag").first { $0["TYPE"] == "issuingBody" })
    #expect(value["LABEL"] == "SỞ Y TẾ")
    #expect(Set(words.map { $0["TAGREFS"] }) == [value["ID"]])
    // A number that is not known has no tag.
    #expect(try xml.elements("NamedEntityTag").allSatisfy { $0["TYPE"] != "documentNumber" })
  }

  @Test func tablesAndMarksAreBlocksOfTheirOwn() throws {
    let xml = try Self.parsed(PlanSample.make())
    #expect(try xml.elements("ComposedBlock").map { $0["TYPE"]! } == ["table", "table", "arrivalStamp"])
    #expect(try xml.elements("Illustration").map { $0["TYPE"]! } == ["seal"])
    #expect(try xml.nodes("//*[@ID='block_1_5_r2_c2']")[0]["HPOS"] == "300")
  }

  @Test("a page that was turned and leans says so, counter-clockwise")
  func rotation() throws {
    var file = PlanSample.make()
    file.pages[0].rotation = 90
    file.pages[0].skew = 1.5
    #expect(try Self.parsed(file).elements("Page").map { $0["ROTATION"] } == ["88.5", nil])
  }
}
