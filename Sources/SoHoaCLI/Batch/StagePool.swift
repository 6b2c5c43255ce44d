import Foundation

/// The folders in which outputs wait for their places: each for one input at a time, and used again where it was left
/// empty, since making and taking away a folder costs more than writing a small file.
struct StagePool {
  private let folder: URL
  private var taken: [Int: URL] = [:]
  private var free: [URL] = []
  private var made = 0

  /// - Parameter folder: of all stages of an output folder.
  init(in folder: URL) { self.folder = folder }

  /// The stage of an input in work.
  ///
  /// Its name is of this process: a worker that outlives its parent by a moment must not write where another run's
  /// workers do.
  mutating func stage(_ index: Int) -> URL {
    if let stage = taken[index] { return stage }
    if free.isEmpty {
      free.append(folder.appendingPathComponent("\(ProcessInfo.processInfo.processIdentifier)-\(made)"))
      made += 1
    }
    let stage = free.removeLast()
    taken[index] = stage
    return stage
  }

  /// The input has been dealt with.
  mutating func giveBack(_ index: Int) {
    guard let stage = taken.removeValue(forKey: index) else { return }
    if let rest = try? FileManager.default.contentsOfDirectory(atPath: stage.path), rest.isEmpty {
      free.append(stage)
    } else {
      try? FileManager.default.removeItem(at: stage)
    }
  }

  /// Takes all of them away.
  mutating func clear() {
    for stage in free + taken.values { try? FileManager.default.removeItem(at: stage) }
    (free, taken) = ([], [:])
  }
}
