// Headings: ids from their text, the levels of all of them together, and the first one that repeats the title.
import Diagnostics

struct OpenHeading {
  var level: Int
  var htmlStart: Int
  var textStart: Int
  var isTopLevel: Bool
  var range: ByteRange
}

/// Which digits in the HTML are levels: what they become is known when all headings are.
struct HeadingLevels {
  private var digits: [(opening: Int, closing: Int, heading: Int)] = []

  mutating func add(opening: Int, closing: Int, heading: Int) {
    if digits.isEmpty { digits.reserveCapacity(8) }
    digits.append((opening, closing, heading))
  }

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
  mutating func openHeading(_ node: Node, level: Int) {
    block = InlineBlock(node: node, isHeading: true)
    startLine()
    heading = OpenHeading(
      level: level, htmlStart: html.count, textStart: text.count,
      isTopLevel: node.parent.map(tree.kind) == .document, range: places.firstLine(of: node))
    headingText.removeAll(keepingCapacity: true)
    html.put("<h")
    html.put(UInt8(48 + level))
    html.put(">")
  }

  mutating func closeHeading() {
    guard let open = heading else { return }
    heading = nil
    let shown = text.collapsed(open.textStart..<text.count)
    var result = MarkdownHeading(
      writtenLevel: open.level, level: open.level, id: ids.id(for: headingText, after: document.headings), text: shown,
      range: open.range, textRange: open.textStart..<text.count, isTitle: false)
    if document.headings.isEmpty {
      if open.isTopLevel, isTitle(shown) {
        result.isTitle = true
        result.textRange = open.textStart..<open.textStart
        truncate(html: open.htmlStart, text: open.textStart)
        for index in document.links.indices where document.links[index].textRange.lowerBound >= open.textStart {
          document.links[index].textRange = open.textStart..<open.textStart
        }
        document.headings.append(result)
        return
      }
      document.headings.reserveCapacity(8)
    }
    if !options.isUnchanged {
      let end = html.count
      html.put(" id=\"")
      html.put(string: result.id)
      html.put("\"")
      moveHTML(from: end, to: open.htmlStart + 3)
    }
    html.put("</h")
    html.put(UInt8(48 + open.level))
    levels.add(opening: open.htmlStart + 2, closing: html.count - 1, heading: document.headings.count)
    html.put(">\n")
    document.headings.append(consume result)
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
  var text = text
  return text.withUTF8(collapsingBlanks)
}

func collapsingBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var last: UInt8 = 0x20
  let isCollapsed = bytes.allSatisfy { byte in
    defer { last = byte }
    return byte > 0x20 || byte == 0x20 && last != 0x20
  }
  if isCollapsed, last != 0x20 || bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
  return String(decoding: Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
}
