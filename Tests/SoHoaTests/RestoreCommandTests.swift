import Foundation
import SoHoaVietnamese
import Testing

/// `sohoa restore` as a script sees it.
@Suite struct RestoreCommandTests {
  private func restore(_ arguments: String..., input: Data) throws -> Run {
    try run(["restore"] + arguments, input: input)
  }

  private func run(_ arguments: [String], input: Data) throws -> Run {
    try Run(
      Run.program.path, arguments, input: input,
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
  }

  @Test(
    "ends with its codes and says what is wrong",
    arguments: [
      (Data(), 2, "is empty"), (Data([0x25, 0x50, 0, 1]), 2, "no text (byte 2)"),
      (Data([0xFF, 0xFE, 0x61]), 2, "broken UTF-16"), (Data("Thuc hien\n".utf8), 0, ""),
      (Data([0x61, 0xFF, 0x0A]), 0, "1 places are no UTF-8, the first at offset 1"),
    ])
  func codes(_ input: Data, _ status: Int32, _ message: String) throws {
    let run = try restore(input: input)
    #expect(run.status == status)
    #expect(message.isEmpty ? run.errors.isEmpty : run.errors.contains(message))
  }

  @Test(
    "refuses options that it does not know",
    arguments: [
      ["--chanel", "x"], ["--channel", "x"], ["--undecided", "drop"], ["--threshold", "2"],
      ["--format", "xml"],
    ])
  func options(_ arguments: [String]) throws {
    let run = try run(["restore", "-"] + arguments, input: Data("a".utf8))
    #expect(run.status == 1)
    #expect(run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test("tells files that cannot be read", arguments: ["no-such-file.txt", "/"])
  func unreadable(_ path: String) throws {
    let run = try Run.sohoa("restore", path)
    #expect(run.status == 5)
    #expect(run.errors.contains(path))
  }

  @Test("leaves another language alone and says so")
  func foreign() throws {
    let text = String(repeating: "The committee shall publish its findings within thirty days.\n", count: 8)
    let run = try restore(input: Data(text.utf8))
    #expect(run.status == 0)
    #expect(run.output == text)
    #expect(run.errors.contains("not Vietnamese"))
  }

  @Test("decodes old encodings, in Unicode or in bytes", arguments: [true, false])
  func encodings(_ isBytes: Bool) throws {
    let text = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n"
    let bytes = isBytes ? Data(text.unicodeScalars.map { UInt8($0.value) }) : Data(text.utf8)
    let run = try restore(input: bytes)
    #expect(run.output == "Cộng hòa xã hội chủ nghĩa Việt Nam\n")
    #expect(run.errors.contains("TCVN3"))
    #expect(try !restore("--no-decode", input: Data(text.utf8)).errors.contains("TCVN3"))
  }

  @Test("JSON is the report of the library")
  func json() throws {
    let text = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n\n\t\"Thuc hien\" Ke hoach so 5/KH-UBND \\ \u{1}\n"
    let run = try restore("--format", "json", input: Data(text.utf8))
    let report = try JSONDecoder().decode(RestorationReport.self, from: Data(run.output.utf8))
    let restorer = try Restorer(dictionaries: Fixtures.dictionaries)
    let detector = try EncodingDetector(lexicon: restorer.lexicon, dictionaries: Fixtures.dictionaries)
    var stream = RestorationStream(restorer, detector: detector)
    let blocks = stream.add(text) + stream.finish()
    #expect(report == RestorationReport(blocks, encodings: stream.runs))
  }

  @Test("leaves or marks what is not sure enough")
  func undecided() throws {
    let text = Data("ngay thang nam nhan dan thuc hien cac quy dinh".utf8)
    let run = try restore("--undecided", "mark", "--threshold", "1", input: text)
    #expect(run.output.contains("[..]"))
    let raw = try restore("--undecided", "raw", "--threshold", "1", input: text)
    let best = try restore(input: text)
    let words = [text, Data(raw.output.utf8), Data(best.output.utf8)].map { data in
      String(decoding: data, as: UTF8.self).split(separator: " ")
    }
    #expect(zip(words[1], zip(words[0], words[2])).allSatisfy { $0 == $1.0 || $0 == $1.1 })
    #expect(words[1] != words[2])
  }

  @Test("a long text on one line needs no more memory than a short one")
  func memory() throws {
    let line = String(repeating: "Uy ban nhan dan huyen ban hanh ke hoach so 12/KH-UBND ", count: 8000)
    let run = try Run(
      "bash", ["-c", #"ulimit -v 400000; exec "$0" restore"#, Run.program.path], input: Data(line.utf8),
      environment: ["SOHOA_DICTIONARIES": Fixtures.dictionaries.url.path, "LC_ALL": "C.UTF-8"])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("Ủy ban nhân dân huyện ban hành kế hoạch số 12/KH-UBND"))
  }
}
