/// What stands below the text: recipients on the left, who signs on the right; two who sign stand side by side.
struct SignatureTable {
  private static let left = 4395, right = 4960

  private let closing: TypedClosing

  init(_ closing: TypedClosing) { self.closing = closing }

  func write(to stream: inout WordStream) {
    let signers = closing.signers
    guard !signers.isEmpty || !closing.recipients.isEmpty || !closing.drafter.isEmpty else { return }
    var space = ParagraphFormat(.normal)
    space.keepsNext = true
    stream.paragraph(space) { _ in }
    stream.element("w:tbl") { stream in
      stream.grid([Self.left, Self.right], isRuled: false, padding: 57)
      if signers.count < 2 {
        row(&stream) {
          recipients(&$0)
        } right: {
          signature(signers.first, &$0)
        }
      } else {
        for first in stride(from: 0, to: signers.count, by: 2) {
          let second = first + 1 < signers.count ? signers[first + 1] : nil
          row(&stream) {
            signature(signers[first], &$0)
          } right: {
            signature(second, &$0)
          }
        }
        row(&stream) {
          recipients(&$0)
        } right: { _ in
        }
      }
    }
    stream.paragraph(ParagraphFormat(.rule)) { _ in }
  }

  private func row(
    _ stream: inout WordStream, left: (inout WordStream) -> Void, right: (inout WordStream) -> Void
  ) {
    stream.element("w:tr") { stream in
      stream.element("w:trPr") { $0.empty("w:cantSplit") }
      cell(Self.left, &stream, left)
      cell(Self.right, &stream, right)
    }
  }

  private func cell(_ width: Int, _ stream: inout WordStream, _ content: (inout WordStream) -> Void) {
    stream.element("w:tc") { stream in
      stream.element("w:tcPr") { $0.empty("w:tcW", [("w:w", "\(width)"), ("w:type", "dxa")]) }
      content(&stream)
      stream.paragraph(ParagraphFormat(.rule)) { _ in }
    }
  }

  private func recipients(_ stream: inout WordStream) {
    for (index, line) in closing.recipients.enumerated() {
      let isHead = index == 0 && !PrintedItems.startsItem(line.text)
      stream.paragraph(
        line, ParagraphFormat(.recipients),
        isHead ? LetterFormat(isBold: true, isItalic: true, size: 24) : .plain)
    }
    for line in closing.drafter { stream.paragraph(line, ParagraphFormat(.recipients)) }
  }

  /// Between authority and name is room for the signature.
  private func signature(_ signer: TypedClosing.Signer?, _ stream: inout WordStream) {
    guard let signer else { return }
    let letters = LetterFormat(isBold: true, size: 28)
    for line in signer.authority { stream.paragraph(line, ParagraphFormat(.form), letters) }
    var format = ParagraphFormat(.form)
    format.before = 1000
    for line in signer.name.isEmpty ? [TypedText()] : signer.name {
      stream.paragraph(line, format, letters)
      format.before = nil
    }
  }
}
