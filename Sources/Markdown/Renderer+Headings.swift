// Headings: ids from their text, the levels of all of them together, and the first one that repeats the title.
import Diagnostics

struct OpenHeading {
  var level: Int
  var htmlStart: Int
  var textStart: Int
  /// Text without the descriptions of images, as GitHub takes it for ids.
  var idText: [UInt8] = []
  var isTopLevel: Bool
  var range: ByteRange
}

/// Which digits in the HTML are levels: what they become is known when all headings are.
struct HeadingLevels {
  private var digits: [(opening: Int, closing: Int, heading: Int)] = []

  mutating func add(opening: Int, closing: Int, heading: Int) { digits.append((opening, closing, heading)) }

  /// The highest level becomes `top`, the others follow; none goes below 6.
  func apply(to html: inout ByteBuffer, _ headings: inout [MarkdownHeading], top: Int?) {
    guard let top, let highest = digits.map({ headings[$0.heading].writtenLevel }).min() else { return }
    for digit in digits {
      let level = min(6, max(1, headings[digit.heading].writtenLevel - highest + top))
      headings[digit.heading].level = level
      html[digit.opening] = UInt8(48 + level)
      html[digit.closing] = UInt8(48 + level)
    }
  }
}

extension Renderer {
  mutating func openHeading(_ node: Node) {
    block = InlineBlock(node: node, isHeading: true)
    startLine()
    heading = OpenHeading(
      level: node.headingLevel, htmlStart: html.count, textStart: text.count,
      isTopLevel: node.parent.map(tree.kind) == .document, range: places.firstLine(of: node))
    html.put("<h")
    html.put(UInt8(48 + node.headingLevel))
    html.put(">")
  }

  mutating func closeHeading(_ node: Node) {
    guard let open = heading else { return }
    heading = nil
    let shown = collapsingBlanks(text.string(open.textStart..<text.count))
    let id = ids.id(for: String(decoding: open.idText, as: UTF8.self))
    var result = MarkdownHeading(
      writtenLevel: open.level, level: open.level, id: id, text: shown, range: open.range,
      textRange: open.textStart..<text.count, isTitle: false)
    defer { document.headings.append(result) }
    if open.isTopLevel, document.headings.isEmpty, isTitle(shown) {
      result.isTitle = true
      result.textRange = open.textStart..<open.textStart
      html.truncate(to: open.htmlStart)
      text.truncate(to: open.textStart)
      for index in document.links.indices where document.links[index].textRange.lowerBound >= open.textStart {
        document.links[index].textRange = open.textStart..<open.textStart
      }
      return
    }
    html.put("</h")
    html.put(UInt8(48 + open.level))
    var digit = html.count - 1
    html.put(">\n")
    if !options.isUnchanged {
      var attribute = Array(" id=\"".utf8)
      attribute += id.utf8
      attribute.append(UInt8(ascii: "\""))
      html.insert(attribute, at: open.htmlStart + 3)
      digit += attribute.count
    }
    levels.add(opening: open.htmlStart + 2, closing: digit, heading: document.headings.count)
    endTextBlock()
  }

  private func isTitle(_ heading: String) -> Bool {
    switch options.title {
    case .keep: false
    case .omit(let title): collapsingBlanks(title) == heading
    case .omitFirst: true
    }
  }
}

/// Without blanks at the ends, and with one where several stand together.
func collapsingBlanks(_ text: String) -> String {
  var last: UInt8 = 0x20
  let isCollapsed = text.utf8.allSatisfy { byte in
    defer { last = byte }
    return byte > 0x20 || byte == 0x20 && last != 0x20
  }
  if isCollapsed, last != 0x20 || text.isEmpty { return text }
  let words = text.utf8.split { $0 <= 0x20 }
  return words.map { String(Substring($0)) }.joined(separator: " ")
}
