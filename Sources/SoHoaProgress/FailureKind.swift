import SoHoaModel

/// Reasons of failures in words, by the name of their kind: what it is, what to do next.
struct FailureKind {
  let reason: Message
  let advice: Message

  init(_ kind: String) {
    let (reason, advice) = Self.known[kind] ?? Self.other
    self.reason = reason
    self.advice = advice
  }

  private static let other = (
    Message(en: "other reasons", vi: "lý do khác"),
    Message(en: "read the message of the file", vi: "xem thông báo của tệp")
  )

  private static let known: [String: (Message, Message)] = [
    "badInput": (
      Message(en: "not a file that can be read", vi: "tệp không đọc được"),
      Message(en: "open it by hand; scan or save it anew", vi: "mở thử tệp; quét hoặc lưu lại")
    ),
    "encrypted": (
      Message(en: "protected by a password", vi: "có mật khẩu"),
      Message(
        en: "save a copy without the password, then run again",
        vi: "lưu một bản không có mật khẩu rồi chạy lại")
    ),
    "classified": (
      Message(en: "marked as a state secret: not read", vi: "có dấu mật: không đọc"),
      Message(
        en: "deal with it by the rules for secrets; it does not belong here",
        vi: "xử lý theo quy định về bí mật nhà nước; tệp không nên để ở đây")
    ),
    "crashed": (
      Message(en: "crashed the program that read it, twice", vi: "làm chương trình đọc bị dừng, hai lần"),
      Message(
        en: "scan or save it anew; keep the file for a report", vi: "quét hoặc lưu lại; giữ tệp để báo lỗi")
    ),
    "outOfLimits": (
      Message(en: "took too much time or memory", vi: "tốn quá nhiều thời gian hoặc bộ nhớ"),
      Message(
        en: "split it, or scan it with fewer pixels (300 dpi)",
        vi: "tách nhỏ tệp hoặc quét với độ phân giải 300 dpi")
    ),
    "noAccess": (
      Message(en: "no access to a file or folder", vi: "không truy cập được tệp hoặc thư mục"),
      Message(
        en: "change the rights, free some space, then run again",
        vi: "đổi quyền, giải phóng chỗ trống rồi chạy lại")
    ),
    "outputExists": (
      Message(en: "an output was there already", vi: "kết quả đã có sẵn"),
      Message(
        en: "look at it, then give --overwrite or another --output",
        vi: "xem kết quả đó, rồi dùng --overwrite hoặc --output khác")
    ),
    "invalidOutput": (
      Message(en: "an output could not be made", vi: "không tạo được kết quả"),
      Message(en: "read the message of the file", vi: "xem thông báo của tệp")
    ),
    "missingComponent": (
      Message(en: "something is not installed", vi: "thiếu thành phần cài đặt"),
      Message(en: "run `sohoa doctor`", vi: "chạy `sohoa doctor`")
    ),
  ]
}
