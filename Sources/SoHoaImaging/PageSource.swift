import SoHoaModel

/// One kind of file, opened: hands out its pages, one at a time.
protocol PageSource {
  var pageCount: Int { get }
  /// What is to be known of the file as a whole.
  var findings: [Finding] { get }
  /// Digital signatures that the file carries.
  var signatures: [FileSignature] { get }
  /// - Parameter number: from 1 to `pageCount`.
  func page(_ number: Int) throws(AcquisitionError) -> AcquiredPage
}

extension PageSource {
  var signatures: [FileSignature] { [] }
}
