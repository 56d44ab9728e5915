// A tag as it stands in a template's source: the scanner makes them, nesting pairs them, the compiler turns them into
// steps.

import Diagnostics

struct Tag {
  enum Kind {
    case escaped, raw, section, inverted, close, partial, parent, block
    /// Comments, new delimiters, and tags that could not be read: they print nothing but may stand alone on a line.
    case silent
  }

  var kind: Kind
  /// From the first byte of the opening delimiter to the last of the closing one.
  var lower: Int
  var upper: Int
  /// The lines (from 0) in which the tag begins and ends.
  var line: Int
  var endLine: Int
  /// Without blanks around it and without the '*' of a dynamic name.
  var name = ""
  /// The place of the name, or of the whole tag where it has none.
  var nameRange = ByteRange.start
  /// The name is that of a value which holds the template's name: {{>*name}}.
  var isDynamic = false
  /// What the author wrote, with the delimiters then in use: for messages.
  var delimiters = Delimiters()
  /// For a tag that opens something, the tag that closes it, and the other way round.
  var partner = -1

  var range: ByteRange { ByteRange(lower, upper) }
  var opens: Bool { kind == .section || kind == .inverted || kind == .parent || kind == .block }

  /// What a closing tag has to repeat.
  var closingName: String { isDynamic ? "*" + name : name }
  /// The name as messages show it.
  var shownName: String { name.count > 60 ? name.prefix(60) + "…" : name }
  var text: String { delimiters.tag(sign + (isDynamic ? "*" : "") + shownName) }
  var closingText: String { delimiters.tag("/" + (isDynamic ? "*" : "") + shownName) }

  private var sign: String {
    switch kind {
    case .escaped, .silent: ""
    case .raw: "&"
    case .section: "#"
    case .inverted: "^"
    case .close: "/"
    case .partial: ">"
    case .parent: "<"
    case .block: "$"
    }
  }
}

/// The marks around a tag; '{{' and '}}' until a template sets others.
struct Delimiters {
  var open: [UInt8] = [UInt8(ascii: "{"), UInt8(ascii: "{")]
  var close: [UInt8] = [UInt8(ascii: "}"), UInt8(ascii: "}")]

  func tag(_ content: String) -> String {
    String(decoding: open, as: UTF8.self) + content + String(decoding: close, as: UTF8.self)
  }
}
