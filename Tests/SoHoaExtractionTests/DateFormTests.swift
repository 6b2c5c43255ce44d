import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct DateFormTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func dates(_ line: String) -> [DateMention] {
    Array(reading.plan(body: "I. NỘI DUNG\n- " + line).record.dates.dropFirst())
  }

  @Test(
    "days that come again",
    arguments: [
      ("Gửi báo cáo trước ngày 25 hằng tháng.", "---25", DateValue.Recurrence.monthly),
      ("Gửi báo cáo trước ngày 25 của tháng.", nil, nil),
      ("Gửi báo cáo trước ngày 20 tháng cuối quý.", nil, .quarterly),
      ("Gửi báo cáo trước ngày 20 của tháng cuối mỗi quý.", nil, .quarterly),
      ("Gửi báo cáo trước ngày 05 tháng đầu quý sau.", nil, .quarterly),
      ("Gửi báo cáo vào thứ Sáu hằng tuần.", "-W-5", .weekly),
      ("Gửi báo cáo trước 15 giờ 00 thứ 5 hàng tuần.", "-W-4", .weekly),
      ("Định kỳ hằng quý báo cáo kết quả.", nil, .quarterly),
      ("Định kỳ 06 tháng báo cáo kết quả.", nil, .halfYearly),
      ("Gửi trước ngày 05/12 hàng năm.", "--12-05", .yearly),
      ("Gửi trước 16 giờ 30 phút hằng ngày.", "T16:30", .daily),
    ])
  func recurring(_ line: String, _ edtf: String?, _ recurrence: DateValue.Recurrence?) {
    let found = dates(line).filter { $0.role == .recurringDeadline }
    #expect(found.first?.date.value?.edtf == edtf)
    #expect(found.first?.date.value?.recurrence == recurrence)
  }

  @Test(
    "terms with what they run from",
    arguments: [
      (
        "Báo cáo trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản.",
        Term(count: 5, unit: .workingDay, anchor: "ngày nhận được văn bản"), nil
      ),
      (
        "Báo cáo trong thời hạn 30 (ba mươi) ngày kể từ ngày ký.",
        Term(count: 30, unit: .day, anchor: "ngày ký"), "2026-04-04"
      ),
      (
        "Báo cáo chậm nhất 10 ngày kể từ ngày ký hợp đồng, gửi về Sở.",
        Term(count: 10, unit: .day, anchor: "ngày ký hợp đồng"), nil
      ),
      ("Báo cáo trong vòng 02 ngày.", Term(count: 2, unit: .day), nil),
      ("Báo cáo chậm nhất sau 03 ngày làm việc.", Term(count: 3, unit: .workingDay), nil),
      (
        "Báo cáo trong thời hạn 01 tháng kể từ ngày ban hành.",
        Term(count: 1, unit: .month, anchor: "ngày ban hành"),
        "2026-04-05"
      ),
    ])
  func terms(_ line: String, _ term: Term, _ edtf: String?) {
    let found = dates(line)
    #expect(found.map(\.role) == [.deadline])
    #expect(found.first?.date.value?.term == term)
    #expect(found.first?.date.value?.edtf == edtf)
  }

  @Test(
    "how long something lasts is no deadline",
    arguments: [
      "Trong 5 năm trồng 200 cây.", "Có 15 ngày nắng.", "Cây 02 tuổi, cao 3 mét.", "Nghỉ 12 ngày làm việc.",
    ])
  func durations(_ line: String) { #expect(dates(line).isEmpty) }

  @Test(
    "intervals whose start lacks month or year",
    arguments: [
      ("Làm từ ngày 01 đến ngày 05 tháng 8 năm 2026.", "2026-08-01/2026-08-05"),
      ("Làm từ ngày 01/7 đến ngày 05/8/2026.", "2026-07-01/2026-08-05"),
      ("Làm từ ngày 01/7 - 05/8/2026.", "2026-07-01/2026-08-05"),
      ("Từ nay đến cuối năm 2026 trồng hoa.", "2026-03-05/2026"),
    ])
  func intervals(_ line: String, _ edtf: String) {
    #expect(dates(line).map(\.date.value?.edtf) == [edtf])
  }

  @Test("a day without a year: the year of issue if it is still to come and due, else alternatives")
  func yearless() {
    #expect(dates("Gửi trước ngày 20/8.").map(\.date.value?.edtf) == ["2026-08-20"])
    #expect(dates("Gửi trước ngày 20/01.").map(\.date.value?.edtf) == [nil])
    let mention = dates("Ngày 21 tháng 8 có mưa.").first?.date
    #expect(mention?.value == nil)
    #expect(mention?.alternatives.map(\.edtf) == ["2026-08-21"])
    #expect(
      dates("Họp ngày 21/8 và ngày 22/8/2026.").map(\.date.value?.edtf) == ["2026-08-21", "2026-08-22"])
  }

  @Test(
    "a day of the week that does not fit is a finding, the date null",
    arguments: [
      ("Họp vào thứ Hai, ngày 17/8/2026.", "2026-08-17"), ("Họp vào thứ Hai, ngày 18/8/2026.", nil),
      ("Họp ngày 18/8/2026 (thứ Ba).", "2026-08-18"), ("Họp ngày 18/8/2026 (thứ Năm).", nil),
      ("Họp Chủ nhật, ngày 16/8/2026.", "2026-08-16"),
    ])
  func weekdays(_ line: String, _ edtf: String?) {
    let extraction = reading.plan(body: "I. NỘI DUNG\n- " + line)
    #expect(extraction.record.dates.last?.date.value?.edtf == edtf)
    #expect(extraction.findings.contains { $0.code == "date.weekday" } == (edtf == nil))
  }

  @Test("damaged digits are proposals only", arguments: ["trước ngày l5/8/2026", "trước ngày 15/O8/2026"])
  func damaged(_ text: String) {
    let date = dates("Gửi " + text + ".").first?.date
    #expect(date?.value == nil)
    #expect(date?.alternatives.map(\.edtf) == ["2026-08-15"])
  }

  @Test("a space that does not break lines changes nothing")
  func hardSpace() {
    #expect(
      dates("Gửi trước ngày\u{A0}15\u{A0}tháng\u{A0}8 năm\u{A0}2026.").map(\.date.value?.edtf) == [
        "2026-08-15"
      ])
  }

  @Test("counts days as the calendar does", arguments: Array(stride(from: -20000, to: 60000, by: 487)))
  func calendar(_ number: Int) {
    let date = CalendarDate(dayNumber: number)
    #expect(date.isPossible && date.dayNumber == number || !(1900...2100).contains(date.year!))
    #expect(CalendarDate(dayNumber: number).weekday.map { (1...7).contains($0) } ?? true)
  }
}

@Suite struct MoneyTests {
  @Test(
    "reads sums",
    arguments: [
      ("680.000.000 đồng", 680_000_000), ("1,5 tỷ đồng", 1_500_000_000), ("250 triệu đồng", 250_000_000),
      ("1.250 triệu đồng", 1_250_000_000), ("500.000đ", nil), ("12.500 đồng", 12500),
      ("680 000 000 đồng", 680_000_000),
      ("2,25 triệu đồng", 2_250_000), ("1.5 tỷ đồng", nil), ("500.000 VNĐ", 500_000), ("12/2026 đồng", nil),
      ("99.999.999.999.999.999.999 tỷ đồng", nil),
    ])
  func sums(_ text: String, _ amount: Int?) throws {
    let tokens = TokenText(textPages("Chi " + text)[0].words)
    let match = try MoneyGrammar(dictionaries).first(tokens, in: tokens.indices)
    #expect(match?.money?.amount == amount)
  }
}
