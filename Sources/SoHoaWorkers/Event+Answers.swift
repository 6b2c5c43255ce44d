import SoHoaExport

extension Event {
  /// Whether it may end a request: of the right kind, and naming no file that a stage does not hold.
  func answers(_ request: Request) -> Bool {
    switch (self, request.work) {
    case (.failed(_, let failed), .convert), (.failed(_, let failed), .finish):
      failed.outputs.allSatisfy(\.hasItsName)
    case (.failed(_, let failed), _): failed.outputs.isEmpty
    case (.done(_, let result), .convert), (.done(_, let result), .finish):
      result.outputs.allSatisfy { $0.hasItsName && request.order.formats.contains($0.format) }
    case (.read, .read), (.opened, .open): true
    case (.opened(_, _, let numbers), .convert(_, let maxPages)): numbers.count > maxPages ?? .max
    default: false
    }
  }
}

extension StagedOutput {
  var hasItsName: Bool { name == "\(Stage.name).\(format.fileExtension)" }
}
