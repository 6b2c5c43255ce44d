import Foundation
import Testing

@testable import SoHoaVietnamese

/// Sentences of our own, about bodies that do not exist.
private let rightText = """
  ỦY BAN NHÂN DÂN THÀNH PHỐ TÂN BÌNH AN
  KẾ HOẠCH
  Triển khai chuyển đổi số trong ngành Y tế năm 2031
  Căn cứ Quyết định số 412/QĐ-UBND ngày 15/3/2031 của Ủy ban nhân dân thành phố Tân Bình An về việc
  ban hành Chương trình phát triển khoa học, công nghệ và đổi mới sáng tạo giai đoạn 2031 - 2035;
  I. MỤC ĐÍCH, YÊU CẦU
  1. Mục đích
  - Nâng cao nhận thức của cán bộ, công chức, viên chức và người lao động về chuyển đổi số.
  - Bảo đảm 100% hồ sơ được xử lý trên môi trường điện tử, đúng thời hạn quy định.
  2. Yêu cầu
  - Các phòng, đơn vị trực thuộc xây dựng kế hoạch cụ thể, báo cáo kết quả về Sở trước ngày 20/12/2031.
  - Văn phòng Sở chủ trì, phối hợp với Phòng Kế hoạch - Tài chính theo dõi, đôn đốc việc thực hiện.
  Điều 3. Chánh Văn phòng, Giám đốc các sở và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi
  hành Quyết định này kể từ ngày ký.
  Thư điện tử: vanthu@tanbinhan.example.vn, điện thoại 0299.123.456.
  """

@Suite("Restorer")
struct RestorerTests {
  @Test(
    "restores unmarked text",
    arguments: [
      (
        "Thuc hien Ke hoach so 192/KH-UBND ngay 08/8/2031", "Thực hiện Kế hoạch số 192/KH-UBND ngày 08/8/2031"
      ),
      ("cong hoa xa hoi chu nghia Viet Nam", "cộng hòa xã hội chủ nghĩa Việt Nam"),
      ("Doc lap - Tu do - Hanh phuc", "Độc lập - Tự do - Hạnh phúc"),
      ("Can cu Luat To chuc chinh quyen dia phuong", "Căn cứ Luật Tổ chức chính quyền địa phương"),
      ("HOI DONG NHAN DAN", "HỘI ĐỒNG NHÂN DÂN"),
    ])
  func unmarked(_ row: (String, String)) throws {
    #expect(try Shared.restored(row.0, .unmarked) == row.1)
  }

  @Test(
    "restores ruined text",
    arguments: [
      ("Tuyén truyén thuc hién Nghi quyét s6 57-NQ/TW", "Tuyên truyền thực hiện Nghị quyết số 57-NQ/TW"),
      ("Uy ban nhan dan thanh ph6 ban hanh ké hoach", "Ủy ban nhân dân thành phố ban hành kế hoạch"),
      ("cac co quan, don vi duoc giao nhiém vu", "các cơ quan, đơn vị được giao nhiệm vụ"),
      ("bao cao S¢ Y té va B9 Chinh tri", "báo cáo Sở Y tế và Bộ Chính trị"),
      ("có Chuo'ng trinh boi dud'ng can b6 nha truiong", "có Chương trình bồi dưỡng cán bộ nhà trường"),
      ("theo doi, kiém tra va bao cao két qua thuc hién", "theo dõi, kiểm tra và báo cáo kết quả thực hiện"),
    ])
  func ruined(_ row: (String, String)) throws {
    #expect(try Shared.restored(row.0, .ruined) == row.1)
  }

  @Test("leaves right text alone")
  func right() throws {
    #expect(try Shared.restored(rightText) == rightText)
  }

  @Test("restores at least 98 of 100 tokens of unmarked administrative prose")
  func floor() throws {
    let unmarked = HeldOutText.unmarked(rightText)
    var score = RestorationScore()
    let restored = try Shared.restorer.get().restore(Shared.lines(unmarked))
    for (index, line) in rightText.split(separator: "\n").enumerated() {
      score.add(observed: Shared.lines(unmarked)[index], restored: restored[index], printed: String(line))
    }
    #expect(score.tokens > 150)
    #expect(Double(score.wrongAfter) / Double(score.tokens) < 0.02)
    #expect(score.digitsAltered == 0)
  }

  @Test("changes nothing the second time", arguments: [ChannelKind.unmarked, .ruined])
  func idempotent(_ kind: ChannelKind) throws {
    let once = try Shared.restored(HeldOutText.unmarked(rightText), kind)
    #expect(try Shared.restored(once) == once)
  }

  @Test("keeps the style of tone marks that a text shows")
  func style() throws {
    let text = "Hoà bình, khoẻ mạnh, uỷ quyền; bao cao tinh hinh hoà giải o co so"
    let restored = try Shared.restored(text, .ruined)
    #expect(restored.contains("Hoà bình, khoẻ mạnh, uỷ quyền"))
    #expect(ToneStyle.detected(in: restored) == .new)
  }

  @Test(
    "returns as many lines and tokens as it was given",
    arguments: [
      "", "\n\n", "a", "Kê h oạch\n\n  thực hiện", "ng hi quyét so 5\n16ng ghép", "...\n---",
    ])
  func shape(_ text: String) throws {
    let lines = Shared.lines(text)
    for kind in ChannelKind.allCases {
      let restorer = try Shared.restorer(kind)
      let restored = restorer.restore(lines)
      #expect(restored.map(\.count) == lines.map(\.count))
      #expect(restored.joined().allSatisfy { (0...1).contains($0.confidence) })
    }
  }

  @Test("makes đ) of the second d) in a row")
  func points() throws {
    let restored = try Shared.restored("c) Ho so\nd) Bao cao\nd) Thong bao\ne) Bien ban", .unmarked)
    #expect(restored.split(separator: "\n").map { $0.prefix(2) } == ["c)", "d)", "đ)", "e)"])
  }

  @Test(
    "never loses a token",
    arguments: ["(Tô-Tỳ-Đa) ra đời", "Ly-Bà-Đa, và Tư-Bà", "QĐ-Tỳ 5/Ỹ-Ỹ-Ỷ", "À-Á/Ổ-Ở"])
  func complete(_ text: String) throws {
    for kind in ChannelKind.allCases {
      let restored = try Shared.restored(text, kind)
      #expect(
        restored.split(separator: " ").count == text.split(separator: " ").count, "\(kind): \(restored)")
    }
  }
}
