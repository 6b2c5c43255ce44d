import Foundation
import Testing

@testable import SoHoaExport

@Suite struct JSONLayoutTests {
  @Test func keepsShortValuesOnOneLine() {
    let json = #"{"a":[1,2,{"b":"x, y: {z}"}],"c":null}"#
    #expect(format(json) == #"{"a": [1, 2, {"b": "x, y: {z}"}], "c": null}"#)
  }

  @Test func breaksLongValuesIntoMembers() {
    let long = String(repeating: "dài ", count: 30)
    let json = #"{"a":{"text":"\#(long)","n":[1,2]},"e":[]}"#
    let expected = """
      {
       "a": {
        "text": "\(long)",
        "n": [1, 2]
       },
       "e": []
      }
      """
    #expect(format(json) == expected)
  }

  @Test(
    "changes nothing but white space",
    arguments: [
      #"{"a":"\"}],{","b":[[[]]],"c":{"d":{}},"e":-1.5e3,"f":"\\"}"#,
      #"["\u00e9","\\\"",{"k":"\#(String(repeating: "[{", count: 90))"}]"#,
      "[]", "{}", "null", #""text""#,
    ])
  func keepsTheValue(_ json: String) throws {
    let before = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    let after = try JSONSerialization.jsonObject(with: Data(format(json).utf8), options: .fragmentsAllowed)
    #expect(before as? NSObject == after as? NSObject)
  }

  private func format(_ json: String) -> String {
    String(decoding: JSONLayout(Data(json.utf8)).formatted(), as: UTF8.self)
  }
}
