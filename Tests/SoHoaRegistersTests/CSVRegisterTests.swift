import Foundation
import Testing

@testable import SoHoaRegisters

@Suite struct CSVRegisterTests {
  private let head =
    "Ngày đến,Số đến,Tác giả,\"Số, ký hiệu văn bản\",Ngày tháng văn bản,Tên loại và trích yếu nội dung,"
    + "Đơn vị hoặc người nhận,Ngày chuyển,Ký nhận,Ghi chú"

  @Test(
    "what is there stays byte for byte, in the file's own form",
    arguments: [
      ("\u{FEFF}HEAD\r\n01/02/2026,5,Sở A,1/KH,,x,,,,ghi,thêm\r\n", ","),
      ("HEAD\n,,\"Sở \"\"A\"\"\nB\",1/KH,,x,,,,", ","), ("\u{FEFF}HEAD", ","),
      ("\u{FEFF}HEAD;Hồ sơ\r\n;5;Sở A;1/KH;;x;;;;ghi;HS-1\r\n", ";"),
    ])
  func append(_ text: String, _ separator: String) throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let wanted =
      separator == ";"
      ? head.replacing(",", with: ";").replacing("\"Số; ký hiệu văn bản\"", with: "\"Số, ký hiệu văn bản\"")
      : head
    let old = Data(text.replacing("HEAD", with: wanted).utf8)
    try old.write(to: shelf.file("register.csv"))
    #expect(try shelf.register("register.csv").enter([Shelf.entry(4)]).entered == 1)
    let new = try Data(contentsOf: shelf.file("register.csv"))
    #expect(new.starts(with: old))
    let added = String(decoding: new.dropFirst(old.count), as: UTF8.self)
    let row = ["", "", "Sở Nội vụ tỉnh Bình Lĩnh", "4/KH-SNV", "05/03/2026"].joined(separator: separator)
    #expect(added.hasPrefix(text.utf8.last == UInt8(ascii: "\n") ? row : "\r\n" + row))
    #expect(added.hasSuffix("#000000000004\r\n"))
  }

  @Test("cells that would run as formulas do not")
  func formulas() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let titles = ["=HYPERLINK(\"x\")", "+84", "-5", "@a", "\tx", " =1", "\u{200B}=1", "＝1", "a;=b"]
    let entries = titles.enumerated().map { Shelf.entry($0.offset + 1, title: $0.element) }
    let register = try shelf.register("register.csv")
    _ = try register.enter(entries)
    let script =
      "import csv, sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline='')): print(repr(row[5]))"
    let cells = try Reader.run("/usr/bin/python3", ["-c", script, register.url.path])
    #expect(
      cells.split(separator: "\n").dropFirst().map(String.init) == [
        #"'\'=HYPERLINK("x")'"#, #""'+84""#, #""'-5""#, #""'@a""#, #""'\tx""#, #""' =1""#, #""'\u200b=1""#,
        #""'＝1""#, "'a;=b'",
      ])
    #expect(try String(contentsOf: register.url, encoding: .utf8).contains("\"a;=b\""))
    #expect(try register.enter(entries).known.count == titles.count)
  }
}
