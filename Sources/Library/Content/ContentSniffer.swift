// Would a browser run something in this file? What it begins with decides as much as its name, since browsers look there
// too (WHATWG, MIME Sniffing, §7.1). Office files, PDFs, archives and pictures are opened by their own programs or shown
// as pictures, apart from the site.

/// Looks at a file piece by piece.
package struct ContentSniffer: Sendable {
  /// Drawings are looked through whole; larger ones are refused.
  private static let largestDrawing = 8 << 20
  private let ending: String
  private var head: [UInt8] = []
  /// Decided by the first piece: drawings and their kin are kept whole, of others what they begin with.
  private var isXML: Bool?

  /// `name` tells by its ending what a browser would take the file for.
  package init(name: String) {
    ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }

  /// Takes the next piece.
  package mutating func add(_ piece: ArraySlice<UInt8>) {
    if isXML == nil { isXML = Self.xmlEndings.contains(ending) || Self.startsXML(piece) }
    let kept = isXML == true ? Self.largestDrawing + 1 : 4_096
    if head.count < kept { head += piece.prefix(kept - head.count) }
  }

  /// Why the file must not be published, nil where it may.
  package func finish() -> String? {
    if Self.pageEndings.contains(ending) { return "a web page can run script" }
    if Self.scriptEndings.contains(ending) { return "it is a script" }
    if ending == "svgz" { return "a packed drawing cannot be looked through" }
    guard isXML == true else {
      return Self.startsHTML(head[...]) ? "it is a web page, whatever its ending" : nil
    }
    guard head.count <= Self.largestDrawing else { return "a drawing of this size cannot be looked through" }
    return DrawingInspection.finding(in: head)
  }

  private static let pageEndings: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "dhtml", "mht", "mhtml", "hta", "htc", "php", "asp", "aspx", "jsp",
    "webarchive",
  ]
  private static let scriptEndings: Set<String> = [
    "js", "mjs", "cjs", "jse", "ts", "vbs", "vbe", "wsf", "wsh", "wasm", "swf", "jar",
  ]
  private static let xmlEndings: Set<String> = [
    "svg", "xml", "xsl", "xslt", "rdf", "rss", "atom", "mathml", "mml", "xbl",
  ]

  private static func startsXML(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.withoutMarkAndBlanks.prefix(5).map(\.lowercased)
    return start.elementsEqual("<?xml".utf8) || start.starts(with: "<svg".utf8)
  }

  private static func startsHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.withoutMarkAndBlanks.prefix(24).map(\.lowercased)
    if start.starts(with: "<!--".utf8) { return true }
    return htmlStarts.contains { word in
      guard start.starts(with: word.utf8) else { return false }
      let next = start.dropFirst(word.utf8.count).first ?? UInt8(ascii: ">")
      return next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
    }
  }

  private static let htmlStarts = [
    "<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a", "<style",
    "<title",
    "<b", "<body", "<br", "<p", "<img", "<form", "<meta", "<link", "<object", "<embed", "<base",
  ]
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// An ASCII capital as a small letter.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutMarkAndBlanks: ArraySlice<UInt8> {
    (starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self).drop(while: \.isBlank)
  }
}
