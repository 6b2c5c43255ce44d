import Testing

@testable import SoHoaRegisters

@Suite struct RegisterDateTests {
  @Test(
    "days are days of the calendar, with the serial number that spreadsheets give them",
    arguments: [
      ("2026-08-21", "21/08/2026", 46255), ("1900-03-01", "01/03/1900", 61),
      ("2024-02-29", "29/02/2024", 45351),
      ("9999-12-31", "31/12/9999", 2_958_465),
    ])
  func days(_ edtf: String, _ shown: String, _ serial: Int) throws {
    let date = try #require(RegisterDate(edtf: edtf))
    #expect(date.shown == shown)
    #expect(date.serial(from1904: false) == serial)
    #expect(RegisterDate(serial: Double(serial), from1904: false) == date)
    #expect(RegisterDate(shown: shown) == date)
  }

  @Test("old workbooks of the Macintosh count from 1904")
  func from1904() throws {
    let date = try #require(RegisterDate(edtf: "2026-08-21"))
    #expect(date.serial(from1904: true) == 44793)
    #expect(RegisterDate(serial: 44793, from1904: true) == date)
  }

  @Test(
    "what is no day stays text",
    arguments: ["2026-02-30", "2026-08", "2026", "--12-05", "2021/2025", "", "2026-13-01", "0x26-01-01"])
  func others(_ edtf: String) { #expect(RegisterDate(edtf: edtf) == nil) }

  @Test(
    "days before spreadsheets agree have no serial number",
    arguments: ["1899-12-31", "1900-02-28", "1884-01-01"])
  func early(_ edtf: String) throws {
    #expect(try #require(RegisterDate(edtf: edtf)).serial(from1904: false) == nil)
  }
}
