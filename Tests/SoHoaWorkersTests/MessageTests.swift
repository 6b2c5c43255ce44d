import Foundation
import SoHoa
import SoHoaExport
import SoHoaModel
import Testing

@testable import SoHoaWorkers

@Suite struct MessageTests {
  static let target = Request.Target(stage: "/s/1", index: 3)

  @Test(
    "requests survive their lines",
    arguments: [
      Request.Work.open, .convert(target, maxPages: nil), .convert(target, maxPages: 16),
      .read(pages: [1, 2, 9], spool: "/s/1/p"), .finish(target, spools: ["/s/1/p", "/s/1/q"]),
    ])
  func requests(_ work: Request.Work) throws {
    let order = WorkOrder(
      settings: ConversionSettings(mode: .ocr, pages: "1-3"), formats: [.json, .tasks, .pdf], pdf: .a1b)
    let request = Request(id: 7, input: "/i/văn bản \"1\"\n.pdf", order: order, work: work)
    let line = try ProtocolLine.encode(request)
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    #expect(try ProtocolLine.decode(Request.self, line.dropLast()) == request)
  }

  @Test(
    "events survive their lines",
    arguments: [
      Event.hello(
        .init(version: 1, program: "0", pid: 5, sandbox: .init(landlock: nil, seccomp: true, limits: true))),
      .begun(id: 1, pages: 2), .page(id: 1, page: 2),
      .opened(id: 1, WorkerFixtures.emptyFile.source, pageNumbers: [1]),
      .read(id: 4), .refused(id: nil, reason: "r"), .refused(id: 3, reason: "r"),
      .done(
        id: 1,
        WorkResult(
          file: WorkerFixtures.emptyFile,
          outputs: [StagedOutput(format: .tasks, name: "record.tasks.csv", bytes: 2, sha256: "ab")])),
      .failed(id: 1, .init(ConversionFailure(.encrypted, Message(en: "e", vi: "v")))),
    ])
  func events(_ event: Event) throws {
    #expect(try ProtocolLine.decode(Event.self, try ProtocolLine.encode(event)) == event)
  }

  @Test("what a request leaves out has its default")
  func defaults() throws {
    let line = Data(#"{"id":1,"work":"convert","input":"a","stage":"s","order":{"formats":["txt"]}}"#.utf8)
    let request = try ProtocolLine.decode(Request.self, line)
    #expect(request.order == WorkOrder(formats: [.txt]))
    #expect(request.work == .convert(Request.Target(stage: "s", index: 0), maxPages: nil))
  }

  @Test(
    "cuts lines wherever the pieces end",
    arguments: [
      (["a\nb\n"], ["a", "b"]), (["a", "b\nc", "\n"], ["ab", "c"]), (["\n\n"], ["", ""]), (["a"], []),
    ])
  func cuts(_ pieces: [String], _ expected: [String]) throws {
    var cutter = LineCutter(limit: 10)
    let lines = try pieces.flatMap { try cutter.take(Array($0.utf8)) }
    #expect(lines.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func refusesLongLines() throws {
    var cutter = LineCutter(limit: 3)
    _ = try cutter.take(Array("abc".utf8))
    #expect(throws: LineCutter.TooLong.self) { try cutter.take(Array("d".utf8)) }
  }
}
