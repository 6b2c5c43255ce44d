import CPoppler

/// Which font each character of a page's text is in.
struct PDFFontSpans {
  /// Ascending; each goes on to the start of the next.
  private var spans: [(start: Int, end: Int, font: String)] = []

  init(_ page: OpaquePointer) {
    let list = poppler_page_get_text_attributes(page)
    defer { poppler_page_free_text_attributes(list) }
    var entry = list
    while let node = entry {
      let attributes = node.pointee.data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
      if let name = attributes.font_name {
        spans.append((Int(attributes.start_index), Int(attributes.end_index), String(cString: name)))
      }
      entry = node.pointee.next
    }
    spans.sort { $0.start < $1.start }
  }

  /// - Parameter index: of a character, from 0. Poppler's ends are inclusive.
  func font(at index: Int) -> String? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end < index { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start <= index ? spans[low].font : nil
  }
}
