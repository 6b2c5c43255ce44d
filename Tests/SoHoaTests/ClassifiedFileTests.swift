import Foundation
import Testing

/// Files with a mark of secrecy, as the program treats them.
@Suite struct ClassifiedFileTests {
  private static let text = """
    MẬT
    UBND TỈNH HOA GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc
    Số: 12/KH-SNV Hoa Giang, ngày 05 tháng 3 năm 2026
    KẾ HOẠCH
    Trồng hoa quanh hồ
    """

  private func run(_ texts: [String: String], _ options: String...) throws -> (
    run: Run, files: [String: String]
  ) {
    let scratch = try ScratchFolder()
    let input = scratch.url.appendingPathComponent("in")
    let output = scratch.url.appendingPathComponent("out")
    try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
    for (name, text) in texts {
      try text.write(to: input.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let paths = texts.keys.sorted().map { input.appendingPathComponent($0).path }
    let run = try Run.sohoa(
      arguments: ["convert"] + paths + ["--output", output.path, "--format", "json,txt"] + options)
    var files: [String: String] = [:]
    for name in try ScratchFolder.outputs(of: output) {
      files[name] = try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
    }
    return (run, files)
  }

  @Test("only a notice is written, and the program says so", arguments: ["MẬT", "TUYỆT MẬT", "MAT"])
  func notice(_ mark: String) throws {
    let text = Self.text.replacingOccurrences(of: "MẬT\n", with: mark + "\n")
    let result = try run(["a.txt": text])
    #expect(result.run.status == 22)
    #expect(result.run.errors.contains("--allow-classified"))
    #expect(result.files.keys.sorted() == ["a.json"])
    let json = try #require(result.files["a.json"])
    #expect(json.contains("secrecy.present"))
    #expect(json.contains("\"sha256\""))
    for secret in ["Trồng", "GIANG", "SỞ", "12/KH", "2026-03-05", "KẾ HOẠCH"] {
      #expect(!json.contains(secret), "\(secret)")
      #expect(!result.run.output.contains(secret))
    }
  }

  @Test("the others of a batch go on")
  func batch() throws {
    let open = Self.text.replacingOccurrences(of: "MẬT\n", with: "")
    let result = try run(["a.txt": Self.text, "b.txt": open])
    #expect(result.run.status == 21)
    #expect(result.files.keys.sorted() == ["a.json", "b.json", "b.txt"])
    #expect(result.files["b.json"]?.contains("Trồng hoa quanh hồ") == true)
  }

  @Test("--allow-classified reads it, with the finding")
  func allowed() throws {
    let result = try run(["a.txt": Self.text], "--allow-classified")
    #expect(result.run.status == 0)
    #expect(result.files["a.json"]?.contains("Trồng hoa quanh hồ") == true)
    #expect(result.files["a.json"]?.contains("secrecy.present") == true)
    #expect(result.files["a.json"]?.contains("\"allowClassified\": true") == true)
  }
}
