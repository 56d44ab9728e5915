// Whether HTML holds nothing but what rendering may write: tags and attributes from two short lists, every attribute in
// double quotes with an address that cannot run, and no bare '<', '>' or quote outside of tags. Over bytes and without
// imports, since the fuzzer asks it millions of times.

/// True if all tags, attributes and addresses are ones that rendering writes.
func isInert(_ html: String) -> Bool { isInert(Array(html.utf8)) }

func isInert(_ html: [UInt8]) -> Bool {
  var index = 0
  while index < html.count {
    switch html[index] {
    case UInt8(ascii: "<"):
      guard let end = endOfInertTag(html, at: index) else { return false }
      index = end
    case UInt8(ascii: ">"), UInt8(ascii: "\""): return false
    default: index += 1
    }
  }
  return true
}

private let tags = Set(
  ([
    "p", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "a", "img", "table", "thead",
    "tbody", "tr", "th", "td", "div", "section", "sup", "input", "h1", "h2", "h3", "h4", "h5", "h6",
  ] as [String]).map { Array($0.utf8) })

private let attributes = Set(
  ([
    "href", "src", "alt", "title", "class", "id", "tabindex", "role", "aria-label", "rel", "loading", "decoding",
    "type", "disabled", "checked", "start", "scope", "width", "height",
  ] as [String]).map { Array($0.utf8) })

private func endOfInertTag(_ html: [UInt8], at start: Int) -> Int? {
  var index = start + 1
  func at(_ character: Unicode.Scalar) -> Bool { index < html.count && html[index] == UInt8(ascii: character) }
  func name(until isEnd: (UInt8) -> Bool) -> [UInt8] {
    let first = index
    while index < html.count, !isEnd(html[index]) { index += 1 }
    return Array(html[first..<index])
  }
  let isClosing = at("/")
  if isClosing { index += 1 }
  let tag = name { !(0x61...0x7A).contains($0 | 0x20) && !(0x30...0x39).contains($0) }
  guard tags.contains(tag) else { return nil }
  while !isClosing, at(" ") {
    index += 1
    if at("/") { break }
    let attribute = name { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: " ") }
    guard attributes.contains(attribute), at("=") else { return nil }
    index += 1
    guard at("\"") else { return nil }
    index += 1
    let value = name { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    guard at("\"") else { return nil }
    index += 1
    if attribute == Array("href".utf8) || attribute == Array("src".utf8), !isInertAddress(value) { return nil }
  }
  if at("/") { index += 1 }
  return at(">") ? index + 1 : nil
}

/// A path, a fragment, or one of the schemes that a text may link to; nothing that a browser could read as another one.
/// Browsers skip blanks and controls at the start and line ends anywhere, so none may be there; and what stands before
/// a colon is a scheme for them only if it is made of letters, digits, "+", "-" and "." and begins with a letter.
private func isInertAddress(_ address: [UInt8]) -> Bool {
  guard !address.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return false }
  guard let end = address.firstIndex(of: UInt8(ascii: ":")), let first = address.first else { return true }
  let scheme = address[..<end].map { $0 | 0x20 }
  guard (0x61...0x7A).contains(first | 0x20),
    scheme.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0) })
  else { return true }
  return ["http", "https", "mailto", "tel"].contains { scheme.elementsEqual($0.utf8) }
}
