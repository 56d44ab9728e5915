// Tables, in a region of their own that scrolls sideways and that the keyboard reaches.

struct OpenTable {
  var htmlStart = 0
  var alignments: [UInt8] = []
  var column = 0
  var isHead = false
  var hasBody = false
  var headTexts: [Range<Int>] = []
  var cellStart = 0
}

extension Renderer {
  mutating func openTable(_ alignments: [UInt8]) {
    startLine()
    table = OpenTable(htmlStart: html.count, alignments: alignments)
    html.put("<table>")
  }

  mutating func closeTable() {
    if table.hasBody {
      startLine()
      html.put("</tbody>\n")
    }
    startLine()
    html.put(options.isUnchanged ? "</table>\n" : "</table>\n</div>\n")
  }

  mutating func openRow(isHead: Bool) {
    startLine()
    table.column = 0
    table.isHead = isHead
    if table.isHead {
      html.put("<thead>\n")
    } else if !table.hasBody {
      html.put("<tbody>\n")
      table.hasBody = true
    }
    html.put("<tr>")
  }

  mutating func closeRow() {
    startLine()
    html.put("</tr>")
    endTextBlock()
    guard table.isHead else { return }
    html.put("\n</thead>")
    if !options.isUnchanged { putRegion() }
  }

  /// Named by its columns, so that several tables of one page have different names.
  private mutating func putRegion() {
    let end = html.count
    html.put("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
    html.putEscaped(options.labels.table)
    var columns = ""
    for head in table.headTexts {
      let column = text.collapsed(head)
      guard !column.isEmpty else { continue }
      if !columns.isEmpty { columns += ", " }
      columns += column
    }
    if !columns.isEmpty {
      html.put(": ")
      html.putEscaped(columns.utf8.count > 80 ? String(columns.prefix(80)) : columns)
    }
    html.put("\">\n")
    moveHTML(from: end, to: table.htmlStart)
  }

  mutating func putPlainTable(_ plainTable: PlainTable) {
    let columns = plainTable.alignments.count
    openTable(plainTable.alignments)
    for start in stride(from: plainTable.cells.lowerBound, to: plainTable.cells.upperBound, by: columns) {
      openRow(isHead: start == plainTable.cells.lowerBound)
      for cell in plain.cells[start..<start + columns] {
        openCell()
        put(cell)
        closeCell()
      }
      closeRow()
    }
    closeTable()
  }

  mutating func openCell(_ node: Node? = nil) {
    block = InlineBlock(node: node, cellColumn: table.column)
    table.cellStart = text.count
    startLine()
    html.put(table.isHead ? (options.isUnchanged ? "<th" : "<th scope=\"col\"") : "<td")
    let alignment = table.column < table.alignments.count ? table.alignments[table.column] : 0
    table.column += 1
    switch alignment {
    case UInt8(ascii: "l"): html.put(options.isUnchanged ? " align=\"left\"" : " class=\"align-left\"")
    case UInt8(ascii: "c"): html.put(options.isUnchanged ? " align=\"center\"" : " class=\"align-center\"")
    case UInt8(ascii: "r"): html.put(options.isUnchanged ? " align=\"right\"" : " class=\"align-right\"")
    default: break
    }
    html.put(">")
  }

  mutating func closeCell() {
    html.put(table.isHead ? "</th>" : "</td>")
    if table.isHead { table.headTexts.append(table.cellStart..<text.count) }
    if let last = text.last, last > 0x20 { text.put(UInt8(ascii: " ")) }
  }
}
