import Foundation
import SoHoaExport
import SoHoaModel

/// The register of a run: documents are entered when the last file is done, in the order of the inputs, in one step.
public struct RegisterOutput: BatchOutput {
  private let register: Register
  private let reader = EntryReader()
  private let link: @Sendable (String) -> URL?
  private let tell: @Sendable (Message) -> Void
  private var entries: [RegisterEntry] = []

  /// - Parameters:
  ///   - link: where the document of an output's name lies; nil if it has no file.
  ///   - tell: takes what is not entered, and why.
  /// - Throws: `RegisterError` if there is a register that cannot be added to.
  public init(
    _ register: Register, link: @escaping @Sendable (String) -> URL?,
    tell: @escaping @Sendable (Message) -> Void
  ) throws(RegisterError) {
    self.register = register
    self.link = link
    self.tell = tell
    try register.check()
  }

  public var target: URL? { register.url }
  public var isContinued: Bool { true }

  public mutating func add(_ file: ConvertedFile, name: String) {
    let target = link(name).map { RelativeLink.path(from: register.url, to: $0) }
    entries += reader.entries(file).map { entry in
      var entry = entry
      entry.link = target
      return entry
    }
  }

  /// - Throws: `RegisterError`, or the failure of the system where the file could not be written; then nothing is
  ///   entered.
  public mutating func finish(_ place: Placing) throws {
    for known in try register.enter(entries, place).known { tell(message(known)) }
    entries = []
  }

  private func message(_ known: Register.Report.Known) -> Message {
    let name = register.url.lastPathComponent
    guard let row = known.row else {
      return Message(
        en: "\(known.name): already entered by this run; not entered in \(name) again",
        vi: "\(known.name): đã được vào sổ trong lượt này; không ghi vào \(name) lần nữa")
    }
    return Message(
      en: "\(known.name): already registered in \(name), row \(row); not entered again",
      vi: "\(known.name): đã có trong \(name), dòng \(row); không ghi lần nữa")
  }
}
