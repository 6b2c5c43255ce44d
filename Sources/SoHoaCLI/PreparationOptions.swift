import ArgumentParser
import Foundation
import SoHoaImaging

/// Steps of page preparation left out or set otherwise, to measure what they earn (`make ablation`), and values with
/// the scores of their rules (`make field-confidence`).
struct PreparationOptions: ParsableArguments {
  @Option(
    help: """
      Leave out steps of page preparation, separated by commas: \
      \(PrepareSettings.Step.allCases.map(\.rawValue).joined(separator: ", ")). For measurement.
      """)
  var without: String?
  @Option(help: "Resolution at which letters of 14 points have the size to read. For measurement.")
  var readingDPI: Int?
  @Flag(help: "Values keep the scores of their rules. For `confidence fields`.") var rawConfidence = false

  var settings: PrepareSettings {
    var settings = PrepareSettings().without(steps ?? [])
    if let readingDPI { settings.targetDPI = readingDPI }
    return settings
  }

  func validate() throws {
    guard steps != nil else {
      throw ValidationError("--without takes \(PrepareSettings.Step.allCases.map(\.rawValue))")
    }
    if let readingDPI, !(50...600).contains(readingDPI) {
      throw ValidationError("--reading-dpi takes 50 to 600")
    }
  }

  /// Nil if there is none of a name.
  private var steps: [PrepareSettings.Step]? {
    let names = (without ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let steps = names.compactMap(PrepareSettings.Step.init)
    return steps.count == names.count ? steps : nil
  }
}
