import Foundation
import SoHoaLedger

/// `LedgerTrial INPUTS OUTPUT [hold]`: runs the batch; with `hold`, only takes the folder and waits to be ended.
@main
struct LedgerTrial {
  static func main() throws {
    let arguments = CommandLine.arguments
    let batch = TrialBatch(
      inputs: URL(fileURLWithPath: arguments[1]), output: URL(fileURLWithPath: arguments[2]))
    do {
      if arguments.count > 3 {
        let ledger = try Ledger(folder: batch.output)
        FileHandle.standardOutput.write(Data("held \(ledger.place.folder.path)\n".utf8))
        while true { sleep(60) }
      }
      print(try batch.run())
    } catch let error as LedgerError {
      FileHandle.standardError.write(Data((error.message.en + "\n" + error.message.vi + "\n").utf8))
      exit(9)
    }
  }
}
