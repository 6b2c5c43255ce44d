import Foundation
import SoHoaModel
import Testing

@testable import SoHoaExport

@Suite struct MarkdownTests {
  @Test(
    "what would mean something else is escaped",
    arguments: [
      ("- gạch", "\\- gạch"), ("+ cộng", "\\+ cộng"), ("1. Một", "1\\. Một"), ("12) Hai", "12\\) Hai"),
      ("2026 năm", "2026 năm"), ("a) Điểm", "a) Điểm"), ("*đậm* _nghiêng_", "\\*đậm\\* \\_nghiêng\\_"),
      ("a|b <br> [c] `d` #e ~f \\", "a\\|b \\<br\\> \\[c\\] \\`d\\` \\#e \\~f \\\\"), ("a & b", "a \\& b"),
      ("một\nhai", "một hai"), ("", ""), ("7", "7"),
    ])
  func escapes(_ text: String, _ markdown: String) {
    #expect(MarkdownText.line(text) == markdown)
  }

  @Test("the whole of a plan")
  func plan() {
    let expected = """
      | UBND TỈNH AN HÀ<br>SỞ Y TẾ<br>Số: ....../KH-SYT | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>\
      Độc lập - Tự do - Hạnh phúc<br>An Hà, ngày ...... tháng 02 năm 2026 |
      | --- | --- |

      # KẾ HOẠCH<br>Phòng, chống \\<bệnh\\> \\& "dịch" năm 2026 \\[\\*\\]

      ## I. MỤC ĐÍCH

      **1\\. Thời gian:** Làm ngay trong tháng.

      phòng dịch

      - Một việc;
      - Hai việc.

      | TT | Việc | Hạn |
      | --- | --- | --- |
      | 1 | Tiêm \\| chủng | Quý I |
      | 2 | Tổng kết cả năm |  |

      **GIÁM ĐỐC**<br>**Lò Văn Chấn**

      Nơi nhận:

      - UBND tỉnh (để b/c);

      PL.(3)

      ## Phụ lục DANH MỤC

      (Kèm theo Kế hoạch)

      """
    #expect(MarkdownWriter().text(of: PlanSample.make()) == expected)
  }

  @Test func severalDocumentsArePartedByRules() {
    var file = PlanSample.make()
    file.documents += file.documents
    let parts = MarkdownWriter().text(of: file).components(separatedBy: "\n* * *\n\n")
    #expect(parts.count == 2)
    #expect(parts[0] == parts[1])
  }
}
