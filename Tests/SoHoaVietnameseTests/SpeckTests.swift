import Testing

@testable import SoHoaVietnamese

@Suite("Specks and symbols")
struct SpeckTests {
  @Test(
    "in ruined text are told from marks",
    arguments: [
      ("thuc hién nhiém vu cua. Uy ban nhan dan tinh", "thực hiện nhiệm vụ của Ủy ban nhân dân tỉnh"),
      ("S6:167/KH-UBND, ngay 22 thang 4", "Số: 167/KH-UBND, ngày 22 tháng 4"),
      ("gido.vién va hoc sinh trong c4c truong", "giáo viên và học sinh trong các trường"),
      ("cac co quan, don vi c6 lién quan @ dia phuong", "các cơ quan, đơn vị có liên quan ở địa phương"),
    ])
  func specks(_ row: (String, String)) throws {
    #expect(try Shared.restored(row.0, .ruined) == row.1)
  }

  @Test(
    "stay where no engine without Vietnamese has read",
    arguments: ["của. Ủy ban", "giáo.viên và học sinh", "Nguyễn Văn A.", "@ 5%", "- Kinh tế - xã hội;"])
  func kept(_ text: String) throws {
    #expect(try Shared.restored(text, .nearlyRight) == text)
  }

  @Test("are counted where print and reading differ")
  func counted() {
    func changes(_ observed: String, _ printed: String) -> [SegmentCounts.Change] {
      var pairs = WordPairs()
      pairs.add(observed: observed, printed: printed)
      return pairs.marks.keys.filter { $0.observed != $0.printed }
    }
    #expect(changes("cua.", "của") == [.init(printed: .empty, observed: Segment([0x2E]))])
    #expect(changes("cua,", "của.") == [.init(printed: Segment([0x2E]), observed: Segment([0x2C]))])
    #expect(
      changes("gido.vien", "giáo viên") == [.init(printed: MarkChanges.space, observed: Segment([0x2E]))])
    #expect(changes("2,25)", "2,25") == [])
  }

  @Test(
    "a word in a code never takes the text around it along",
    arguments: ["54/1998/TTLT/Bộ", "12/QĐ-Sở"])
  func codes(_ code: String) throws {
    for kind in ChannelKind.allCases {
      let words = try Shared.restored("Thông tư số \(code) ngày", kind).split(separator: " ")
      #expect(words.count == 5 && words[3] == code, "\(kind): \(words)")
    }
  }

  @Test("i and y stay as the source spells them", arguments: ["quản lí", "quản lý", "Mĩ thuật", "kĩ thuật"])
  func spelling(_ text: String) throws {
    #expect(try Shared.restored(text, .nearlyRight) == text)
  }
}

@Suite("Initials")
struct InitialsTests {
  @Test(
    "never become words",
    arguments: ["Céc PGP Sé Y té;", "- Cac Phong thuéc SYT;", "theo mau cua BHXH va KBNN"])
  func kept(_ text: String) throws {
    let words = try Shared.restored(text, .ruined).split(separator: " ")
    for (raw, word) in zip(text.split(separator: " "), words)
    where raw.dropFirst().contains(where: \.isUppercase) {
      #expect(raw == word, "\(words)")
    }
  }
}

@Suite("Lost vowels")
struct LostVowelTests {
  @Test(
    "give lone consonants back their words where the context asks for them",
    arguments: [
      ("Can b, cong chic, vién chirc", "Cán bộ, công chức, viên chức"),
      ("b tri kinh phi thyc hién ké hoach", "bố trí kinh phí thực hiện kế hoạch"),
      ("trong ndi b co quan, don vi", "trong nội bộ cơ quan, đơn vị"),
    ])
  func restored(_ row: (String, String)) throws {
    #expect(try Shared.restored(row.0, .ruined) == row.1)
  }

  @Test(
    "leave points and headings alone",
    arguments: ["b) Cdng tac", "tai diém b khodn 2 Diéu 5", "- Luu: VT, d"])
  func kept(_ text: String) throws {
    let words = try Shared.restored(text, .ruined).split(separator: " ")
    for (raw, word) in zip(text.split(separator: " "), words) where raw.count <= 2 { #expect(raw == word) }
  }
}
