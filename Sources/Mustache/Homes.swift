// Where the values of one rendering stand: around what is rendered, with it, or kept for many pages. Here they are looked
// up and printed.

/// Values around what is rendered.
struct Surroundings: Sendable {
  let values: KeptValues
  /// For each of the program's names its value; absent where it has none.
  let cells: [Cell]

  init(_ object: Object, _ program: Program) {
    values = KeptValues(FlatValues(.object(object)))
    var cells = [Cell](repeating: .absent, count: program.names.count)
    var place = values.values.root.field
    while place >= 0 {  // from the last: of two with one name, it counts
      let field = values.values.fields[place]
      if let number = program.number(of: field.name), cells[number].home == .own {
        cells[number] = field.cell
        cells[number].home = .surroundings
      }
      place = Int(field.link)
    }
    for number in cells.indices { cells[number].home = .surroundings }
    self.cells = cells
  }
}

/// Where values stand. Three references, so that looking into them copies nothing.
struct Homes {
  let surroundings: KeptValues
  let own: KeptValues
  let kept: KeptValues

  @inline(__always)
  func field(_ place: Int, _ home: Cell.Home) -> Field {
    switch home {
    case .surroundings: surroundings.values.fields[place]
    case .own: own.values.fields[place]
    case .kept: kept.values.fields[place]
    }
  }

  /// A value with its home, or that which it is kept as.
  @inline(__always)
  func found(_ cell: Cell, _ home: Cell.Home) -> Cell {
    let isKept = cell.kind == .kept
    var cell = isKept ? kept.values.fields[cell.number].cell : cell
    cell.home = isKept ? .kept : home
    return cell
  }

  /// What an object has under a name.
  func value(of name: Name, in object: Cell) -> Cell? {
    let cell =
      switch object.home {
      case .surroundings: Self.value(of: name, in: surroundings.values.fields, object)
      case .own: Self.value(of: name, in: own.values.fields, object)
      case .kept: Self.value(of: name, in: kept.values.fields, object)
      }
    return cell.map { found($0, object.home) }
  }

  @inline(__always)
  private static func value(of name: Name, in fields: [Field], _ object: Cell) -> Cell? {
    var place = object.field
    while place >= 0, fields[place].name != name { place = Int(fields[place].link) }
    return place >= 0 ? fields[place].cell : nil
  }

  func put(_ value: Cell, isEscaped: Bool, to output: inout Output) {
    switch value.kind {
    case .text: put(value.part, of: value.home, isEscaped: isEscaped, to: &output)
    case .html: put(value.part, of: value.home, isEscaped: false, to: &output)
    case .escaped:
      let part = isEscaped ? Int(value.end)..<Int(value.last) : value.part
      put(part, of: value.home, isEscaped: false, to: &output)
    case .block:
      let block =
        switch value.home {
        case .surroundings: surroundings.values.blocks[value.number]
        case .own: own.values.blocks[value.number]
        case .kept: kept.values.blocks[value.number]
        }
      output.put(block.span)
    case .integer: output.put(decimal: value.number)
    case .bool:
      let text = (value.isShown ? "true" : "false").utf8
      output.put(text.span)
    case .gap: output.putGap()
    case .absent, .list, .object, .kept: break
    }
  }

  @inline(__always)
  private func put(_ part: Range<Int>, of home: Cell.Home, isEscaped: Bool, to output: inout Output) {
    switch home {
    case .surroundings: output.put(part, of: surroundings.values.bytes, isEscaped: isEscaped)
    case .own: output.put(part, of: own.values.bytes, isEscaped: isEscaped)
    case .kept: output.put(part, of: kept.values.bytes, isEscaped: isEscaped)
    }
  }
}
