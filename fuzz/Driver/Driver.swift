import Foundation

/// libFuzzer with the harness that `SOHOA_FUZZ_TARGET` names. The package manager calls the start of a program so; a
/// `@main` in its place ends the compiler (6.3.1).
@_cdecl("Fuzz_main")
func fuzzMain(_ count: CInt, _ arguments: UnsafeMutableRawPointer) -> CInt {
  var (count, arguments) = (count, arguments)
  // Dictionaries are loaded before the first input is timed.
  _ = try? Driver.harness.faults(Data("KẾ HOẠCH\nSố: 1/KH-UBND, ngày 01 tháng 02 năm 2026\n".utf8))
  return runDriver(&count, &arguments, testOneInput)
}

/// LLVM's `LLVMFuzzerRunDriver`.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer>,
  _ feed: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  do {
    let faults = try Driver.harness.faults(Data(bytes: bytes, count: count))
    if !faults.isEmpty { fatalError(faults.prefix(5).joined(separator: "\n")) }
  } catch {
    fatalError("\(error)")
  }
  return 0
}

private enum Driver {
  static let harness: Harness = {
    let name = ProcessInfo.processInfo.environment["SOHOA_FUZZ_TARGET"] ?? ""
    guard let harness = Harness.all.first(where: { $0.name == name }) else {
      fatalError("SOHOA_FUZZ_TARGET is to be one of: " + Harness.all.map(\.name).joined(separator: ", "))
    }
    return harness
  }()
}
