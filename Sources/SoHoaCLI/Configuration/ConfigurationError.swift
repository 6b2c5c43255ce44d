import SoHoaModel

/// What is wrong with a configuration, and where.
enum ConfigurationError: Explained, Hashable {
  case unreadable(file: String)
  case tooLarge(file: String, limit: Int)
  case syntax(file: String, line: Int?, problem: String)
  case notATable(file: String, line: Int)
  case unknown(file: String, line: Int, key: String, nearest: String?)
  case twice(file: String, line: Int, key: String)
  case value(file: String, line: Int, key: String, problem: String)
  /// Values that are right one by one, not together.
  case together(file: String, problem: String)

  var message: Message {
    switch self {
    case .unreadable(let file):
      Message(
        en: "\(file): cannot be read; name a configuration with --config, or change its rights",
        vi: "\(file): không đọc được; hãy nêu tệp cấu hình bằng --config hoặc đổi quyền của tệp")
    case .tooLarge(let file, let limit):
      Message(
        en: "\(file): larger than \(limit / 1024) KB; no configuration is",
        vi: "\(file): lớn hơn \(limit / 1024) KB; không phải tệp cấu hình")
    case .syntax(let file, let line, let problem):
      Message(
        en: "\(Self.place(file, line)): \(problem); lines look like `format: json,pdf`",
        vi: "\(Self.place(file, line)): sai cú pháp (\(problem)); mỗi dòng có dạng `format: json,pdf`")
    case .notATable(let file, let line):
      Message(
        en: "\(file):\(line): not a line `key: value`; keys are options of `sohoa convert` and `sohoa watch`",
        vi:
          "\(file):\(line): không phải dòng `khóa: giá trị`; khóa là tùy chọn của `sohoa convert` và `sohoa watch`"
      )
    case .unknown(let file, let line, let key, let nearest): Self.unknown(file, line, key, nearest)
    case .twice(let file, let line, let key):
      Message(
        en: "\(file):\(line): \(key) is there twice; keep one",
        vi: "\(file):\(line): \(key) có hai lần; hãy giữ một")
    case .value(let file, let line, let key, let problem):
      Message(
        en: "\(file):\(line): \(key): \(problem)",
        vi: "\(file):\(line): \(key): giá trị chưa đúng (\(problem))")
    case .together(let file, let problem):
      Message(en: "\(file): \(problem)", vi: "\(file): các giá trị không hợp với nhau (\(problem))")
    }
  }

  private static func place(_ file: String, _ line: Int?) -> String { line.map { "\(file):\($0)" } ?? file }

  private static func unknown(_ file: String, _ line: Int, _ key: String, _ nearest: String?) -> Message {
    Message(
      en: "\(file):\(line): there is no option \(key)"
        + (nearest.map { "; did you mean \($0)?" } ?? "; see `sohoa convert --help`"),
      vi: "\(file):\(line): không có tùy chọn \(key)"
        + (nearest.map { "; có phải là \($0)?" } ?? "; xem `sohoa convert --help`"))
  }
}

/// All that is wrong with one configuration.
struct ConfigurationErrors: Error {
  var errors: [ConfigurationError]
}
