import Foundation
import SoHoa
import SoHoaModel

extension WorkerEnd {
  /// What is told of an input that two workers failed on.
  func failure(_ item: WorkItem) -> ConversionFailure {
    let name = (item.input as NSString).lastPathComponent
    let reason = reason
    let step = isStart ? Self.repairStep : Self.setAsideStep
    return ConversionFailure(
      kind,
      Message(
        en: "\(name): \(reason.en); \(step.en)",
        vi: "\(name): \(reason.vi); \(step.vi)"))
  }

  private var isStart: Bool { if case .notStarted = self { true } else { false } }

  private var kind: ConversionFailure.Kind {
    switch self {
    case .memory, .time, .processorTime: .outOfLimits
    case .signal, .status, .nonsense: .crashed
    case .notStarted: .missingComponent
    }
  }

  private static let setAsideStep = Message(
    en: "tried twice and set aside, the file is as it was; open it by hand and scan or save it anew",
    vi: "đã thử hai lần và để riêng, tệp vẫn nguyên vẹn; hãy mở thử tệp, quét hoặc lưu lại")
  private static let repairStep = Message(
    en: "run `sohoa doctor`", vi: "hãy chạy `sohoa doctor`")

  var reason: Message {
    switch self {
    case .memory(let bytes):
      Message(
        en: "took more than \(bytes >> 20) MB of memory", vi: "dùng quá \(bytes >> 20) MB bộ nhớ")
    case .time(let seconds):
      Message(
        en: "took more than \(Int(seconds)) seconds", vi: "xử lý quá \(Int(seconds)) giây")
    case .processorTime:
      Message(en: "took too much processor time", vi: "dùng quá nhiều thời gian của bộ xử lý")
    case .signal(let number):
      Message(
        en: "the program that read it crashed (\(Self.name(of: number)))",
        vi: "chương trình đọc tệp bị dừng đột ngột (\(Self.name(of: number)))")
    case .status(let code):
      Message(
        en: "the program that read it ended by itself (status \(code))",
        vi: "chương trình đọc tệp tự kết thúc (mã \(code))")
    case .nonsense(let what):
      Message(
        en: "the program that read it gave no sense (\(what))",
        vi: "chương trình đọc tệp trả lời sai quy ước (\(what))")
    case .notStarted(let why):
      Message(
        en: "no worker could be started (\(why))", vi: "không khởi động được tiến trình đọc tệp (\(why))")
    }
  }

  private static func name(of signal: Int32) -> String {
    let known = [
      SIGSEGV: "SIGSEGV", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGILL: "SIGILL", SIGFPE: "SIGFPE",
      SIGKILL: "SIGKILL", SIGTRAP: "SIGTRAP", SIGTERM: "SIGTERM", SIGSYS: "SIGSYS",
    ]
    return known[signal] ?? "signal \(signal)"
  }
}
