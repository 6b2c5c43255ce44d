import Foundation

/// What libFuzzer calls; `SOHOA_FUZZ_TARGET` names the harness.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
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
