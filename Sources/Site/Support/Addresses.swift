// The paths of everything in the site, below its root and without a leading slash. Pages and attachments keep these
// names for ever; people bookmark them and CRMs store them.

import Library

enum Addresses {
  static let finder = "index.html"
  static let journey = "journey.html"
  static let lead = "lead.html"
  static let coverage = "coverage.html"
  static let changes = "changes.html"
  static let publish = "publish.html"
  static let notFound = "404.html"
  static let feed = "feed.xml"
  static let sitemap = "sitemap.xml"
  static let openSearch = "opensearch.xml"
  static let libraryJSON = "library.json"
  static let librarySchema = "library.schema.json"

  static func resource(_ id: String) -> String { "resources/\(id).html" }
  static func persona(_ id: String) -> String { "personas/\(id).html" }
  static func stage(_ id: String) -> String { "stages/\(id).html" }
  static func cell(_ persona: String, _ stage: String) -> String { "personas/\(persona)/\(stage).html" }
  static func type(_ id: String) -> String { "types/\(id).html" }
  static func facetValue(_ facet: String, _ value: String) -> String { "facets/\(facet)/\(value).html" }

  /// The page that writes a resource, with its pickers set.
  static func newResource(persona: String, stage: String) -> String { "\(publish)#persona=\(persona)&stage=\(stage)" }

  /// The page `number` (from 1) of a list that begins at `path`: "stages/decision.html", "stages/decision/page-2.html".
  static func page(_ number: Int, of path: String) -> String {
    number == 1 ? path : "\(path.dropLast(".html".count))/page-\(number).html"
  }

  /// What leads from the page at `path` to the site's root: "", "../", "../../".
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }
}

/// `text` with every byte percent-encoded that may not stand as it is in the path of a URL.
package func percentEncoded(path text: String) -> String { percentEncoded(text, allowing: inPath) }

/// `text` as one value of a query or of the part after "#".
package func percentEncoded(value text: String) -> String { percentEncoded(text, allowing: inValue) }

/// An e-mail address, in a `mailto:` link.
func percentEncoded(address text: String) -> String { percentEncoded(text, allowing: inAddress) }

/// A text of several lines as one value: RFC 6068 wants CRLF between lines.
func percentEncoded(lines text: String) -> String { percentEncoded(text, allowing: inValue, endingLines: true) }

private let inPath = allowed("/-._~!$'()*,;=:@")
private let inValue = allowed("-._~")
private let inAddress = allowed("-._~@")

/// For each byte whether it stays as it is: letters, digits and `others`.
private func allowed(_ others: String) -> [Bool] {
  var table = [Bool](repeating: false, count: 256)
  for range in [
    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
  ] {
    for byte in range { table[Int(byte)] = true }
  }
  for byte in others.utf8 { table[Int(byte)] = true }
  return table
}

private func percentEncoded(_ text: String, allowing allowed: [Bool], endingLines: Bool = false) -> String {
  guard !text.utf8.allSatisfy({ allowed[Int($0)] }) else { return text }
  let source = text.utf8.span
  let encoded = [UInt8](capacity: source.count * 6) { bytes in
    func percent(_ byte: UInt8) {
      bytes.append(UInt8(ascii: "%"))
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    }
    var last: UInt8 = 0
    for index in source.indices {
      let byte = source[index]
      if allowed[Int(byte)] {
        bytes.append(byte)
      } else if endingLines, byte == carriageReturn || byte == newline {
        if byte == carriageReturn || last != carriageReturn {
          percent(carriageReturn)
          percent(newline)
        }
      } else {
        percent(byte)
      }
      last = byte
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

private let carriageReturn = UInt8(ascii: "\r")
private let newline = UInt8(ascii: "\n")

private func hexDigit(_ number: UInt8) -> UInt8 {
  number + (number < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
}
