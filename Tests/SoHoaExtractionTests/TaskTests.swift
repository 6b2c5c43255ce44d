import SoHoaModel
import TestPages
import Testing

@testable import SoHoaExtraction

@Suite struct TaskTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private func rows(_ text: String) -> [Responsibility] {
    reading.plan(body: "I. TỔ CHỨC THỰC HIỆN\n" + text).record.responsibilities
  }

  @Test(
    "one task is one row, whoever takes part in it",
    arguments: [
      (
        "1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát, thống kê, lập danh mục vườn hoa.",
        ["1 Sở Y tế lead", "1 Sở Tài chính coordinate"]
      ),
      (
        "1. Văn phòng Sở rà soát vườn hoa; bổ sung cây giống.",
        ["1 Văn phòng Sở implement"]
      ),
      (
        "1. Văn phòng Sở rà soát vườn hoa trước ngày 05/6/2026; trồng cây mới, hoàn thành trước ngày 05/12/2026.",
        ["1 Văn phòng Sở implement", "2 Văn phòng Sở implement"]
      ),
      (
        "1. Văn phòng Sở\n- Chủ trì trồng hoa.\n- Theo dõi việc tưới hoa, báo cáo Giám đốc Sở.",
        ["1 Văn phòng Sở lead", "2 Văn phòng Sở monitor", "2 Giám đốc Sở reportTo"]
      ),
    ])
  func tasks(_ text: String, _ expected: [String]) {
    #expect(rows(text).map { "\($0.task) \($0.party.value ?? "") \($0.role.rawValue)" } == expected)
  }

  @Test("a deadline holds for its own clause only")
  func clause() {
    let rows = rows("1. Văn phòng Sở rà soát vườn hoa; bổ sung cây giống, xong trước ngày 05/12/2026.")
    #expect(rows.map(\.deadline?.value?.edtf) == [nil, "2026-12-05"])
  }

  @Test(
    "a name ends where a verb begins, known or not",
    arguments: [
      (
        "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh diễn tập ngoài trời.",
        ["Sở Y tế lead", "Công an tỉnh coordinate"]
      ),
      (
        "1. Phòng Kinh tế chủ trì trồng hoa.\n2. Sở Y tế chủ trì, phối hợp với Phòng Kinh tế vót tre đan giỏ.",
        ["Phòng Kinh tế lead", "Sở Y tế lead", "Phòng Kinh tế coordinate"]
      ),
      (
        "1. Các đơn vị báo cáo kết quả về Sở Y tế, xong trước ngày 05/12/2026.",
        ["Các đơn vị implement", "Sở Y tế reportTo"]
      ),
      (
        "1. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân chủ trì trồng hoa.",
        ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân lead"]
      ),
      (
        "1. Các ông (bà): Chánh Văn phòng Sở, Giám đốc Sở Giáo dục và Đào tạo và Thủ trưởng các đơn vị liên quan "
          + "chịu trách nhiệm thi hành Quyết định này.",
        [
          "Chánh Văn phòng Sở implement", "Giám đốc Sở Giáo dục và Đào tạo implement",
          "Thủ trưởng các đơn vị liên quan implement",
        ]
      ),
      ("1. Yêu cầu Sở Y tế vót tre đan giỏ.", ["Sở Y tế implement"]),
      ("1. Đề nghị các cơ quan, đơn vị quan tâm phối hợp.", []),
      ("1. Sở Y tế thông báo để các cơ quan biết.", []),
    ])
  func ends(_ text: String, _ expected: [String]) {
    #expect(rows(text).map { "\($0.party.value ?? "") \($0.role.rawValue)" } == expected)
  }

  @Test("a task keeps object, sum and place")
  func content() {
    let row = rows(
      "1. Văn phòng Sở\na) Lập danh mục vườn hoa với kinh phí 1,5 tỷ đồng, hoàn thành trước ngày 05/12/2026."
    ).first
    #expect(row?.object?.value == "danh mục vườn hoa")
    #expect(row?.money?.value == Money(amount: 1_500_000_000))
    #expect(row?.deadline?.value?.edtf == "2026-12-05")
    #expect(row?.place == ["I.", "1.", "a)"])
  }

  @Test(
    "names of parties in full, groups marked",
    arguments: [
      ("Sở Y tế", "Sở Y tế", false), ("UBND các xã, phường", "Ủy ban nhân dân các xã, phường", true),
      ("Các đơn vị trực thuộc", "Các đơn vị trực thuộc", true), ("Sở", nil, false),
      ("Phòng QLXYZ", nil, false), ("Sở KH&CN", "Sở Khoa học và Công nghệ", false),
      ("Phòng Kế hoạch II", "Phòng Kế hoạch II", false),
      ("Thủ trưởng các cơ quan, đơn vị", "Thủ trưởng các cơ quan, đơn vị", true),
    ])
  func names(_ name: String, _ body: String?, _ isOpen: Bool) throws {
    let names = try PartyNames(dictionaries)
    #expect(names.body(name) == body)
    #expect(names.isOpenGroup(name) == isOpen)
  }

  @Test(
    "damaged words are still words of duty",
    arguments: [
      ("1. Giao Sờ Y tế chủ trì trồng hoa.", ["Sờ Y tế lead"]),
      ("1. Giao Thông Chính trị, tư tưởng chủ trì trồng hoa.", ["Thông Chính trị, tư tưởng lead"]),
      ("1. Sở Y tế chu tri trồng hoa.", ["Sở Y tế lead"]),
      ("1. Các đơn vi trực thuộc chủ trì trồng hoa.", ["Các đơn vi trực thuộc lead"]),
    ])
  func damaged(_ text: String, _ expected: [String]) {
    let rows = rows(text)
    #expect(rows.map { "\($0.party.value ?? "") \($0.role.rawValue)" } == expected)
  }

  @Test("an unknown name is never sure")
  func unknown() {
    #expect(rows("1. Giao Thông Chính trị chủ trì trồng hoa.").allSatisfy { $0.party.confidence < 0.9 })
  }
}

@Suite struct TaskTableTests {
  let reading: RecordReading

  init() throws { reading = try RecordReading() }

  private let head = """
    SỞ NỘI VỤ
    Số: 12/KH-SNV

    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Hoa Giang, ngày 05 tháng 3 năm 2026

    KẾ HOẠCH
    Chăm sóc vườn hoa

    I. PHÂN CÔNG NHIỆM VỤ

    """

  private func rows(_ pages: [Page]) -> [String] {
    reading.read(pages).record.responsibilities.map { row in
      let due = row.deadline.map { $0.value?.edtf ?? $0.value?.recurrence?.rawValue ?? "?" } ?? "-"
      return "\(row.task) \(row.party.value ?? "") \(row.role.rawValue) \(due)"
    }
  }

  @Test("reads columns by their heads, however they are called")
  func columns() {
    let page = tablePage(
      head,
      [
        ["TT", "Nội dung", "Cơ quan\nchủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"],
        [
          "1", "Rà soát vườn hoa", "Văn phòng Sở", "Phòng Tổ chức, các phòng chuyên môn",
          "Trước ngày 30/4/2026", "Sổ",
        ],
        ["2", "Trồng hoa", "Sở Y tế", "", "Quý III/2026", ""],
        ["3", "Tưới hoa", "UBND các xã:\nA, B, C", "", "Hằng tháng", ""],
        ["4", "Báo cáo", "Văn phòng Sở", "", "Thường xuyên", ""],
      ])
    #expect(
      rows([page]) == [
        "1 Văn phòng Sở lead 2026-04-30", "1 Phòng Tổ chức coordinate 2026-04-30",
        "1 các phòng chuyên môn coordinate 2026-04-30", "2 Sở Y tế lead 2026-07/2026-09",
        "3 UBND các xã: A, B, C lead monthly", "4 Văn phòng Sở lead ?",
      ])
  }

  @Test("heads in two rows, damaged words, parties over several rows")
  func spans() {
    let page = tablePage(
      head,
      [
        [
          TestCell("STT", rowSpan: 2), TestCell("Nhiêm vu", rowSpan: 2),
          TestCell("Cơ quan thực hiện", columnSpan: 2),
          TestCell("Thời gian hoan thành", rowSpan: 2),
        ],
        ["Chù trì", "Phối hơp"],
        ["1", "Trồng hoa", TestCell("Sở Y tế", rowSpan: 2), "Sở Nội vụ", "Tháng 5/2026"],
        ["2", "Tưới hoa", "", "Tháng 6/2026"],
      ])
    #expect(
      rows([page]) == [
        "1 Sở Y tế lead 2026-05", "1 Sở Nội vụ coordinate 2026-05", "2 Sở Y tế lead 2026-06",
      ])
  }

  @Test("a row that is one cell names a group of tasks, and is none")
  func groups() {
    let page = tablePage(
      head,
      [
        ["Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"],
        [TestCell("I. HOÀN THIỆN, TUYÊN TRUYỀN", columnSpan: 4)],
        ["Trồng hoa", "Sở Y tế", "Sở Nội vụ", "Tháng 5/2026"],
      ])
    #expect(rows([page]) == ["1 Sở Y tế lead 2026-05", "1 Sở Nội vụ coordinate 2026-05"])
  }

  @Test("goes on over a page: the head once, a row that was cut is one")
  func continued() {
    let heads: [TestCell] = ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời hạn"]
    let first = tablePage(head, [heads, ["1", "Trồng hoa trong vườn", "Sở Y tế", "Trước ngày"]])
    var second = tablePage(
      "", [heads, ["", "của tỉnh", "", "30/4/2026"], ["2", "Tưới hoa", "Sở Nội vụ", "30/5/2026"]], number: 2)
    second.blocks[0].table?.continues = first.blocks.last!.id
    second.blocks[0].table?.repeatedRows = 1
    let record = reading.read([first, second]).record
    #expect(
      record.responsibilities.map { "\($0.party.value!) \($0.action!.text)" } == [
        "Sở Y tế Trồng hoa trong vườn của tỉnh", "Sở Nội vụ Tưới hoa",
      ])
  }

  @Test("a table of figures has no tasks")
  func figures() {
    let page = tablePage(head, [["TT", "Lĩnh vực", "Tiếp nhận", "Quá hạn"], ["1", "Y tế", "12", "3"]])
    #expect(rows([page]).isEmpty)
  }

  @Test("the head over the sums may name their unit")
  func money() {
    let page = tablePage(
      head,
      [
        ["TT", "Nội dung", "Đơn vị thực hiện", "Kinh phí\n(triệu đồng)"],
        ["1", "Trồng hoa", "Sở Y tế", "1.250"],
      ])
    let rows = reading.read([page]).record.responsibilities
    #expect(rows.map(\.money?.value) == [Money(amount: 1_250_000_000)])
  }
}
