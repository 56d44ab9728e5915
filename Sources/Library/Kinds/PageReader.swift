// One Markdown file while its kind takes its labels: the labels, the text, and what both have in common.

import Diagnostics
package import Markdown

package struct PageReader: Sendable {
  package let file: ContentFile
  package var labels: LabelReader
  package let body: MarkdownDocument
  private let source: [UInt8]
  /// SHA-256 of the source, in hex.
  package let contentHash: String
  /// Files and addresses that belong to the page; the loader looks for the files.
  var attachments: [WrittenAttachment] = []

  init(file: ContentFile, labels: LabelReader, body: MarkdownDocument, source: [UInt8], contentHash: String) {
    self.file = file
    self.labels = labels
    self.body = body
    self.source = source
    self.contentHash = contentHash
  }

  /// Where `text` stands within a value for the `occurrence`th time, from 0; the whole value where it does not.
  func place(of text: String, occurrence: Int = 0, in range: ByteRange) -> ByteRange {
    let end = min(Int(range.upper), source.count)
    var start = Int(range.lower)
    var left = occurrence
    while let found = source.offset(of: text, in: start..<max(start, end)) {
      if left == 0 { return ByteRange(found, found + text.utf8.count) }
      left -= 1
      start = found + max(1, text.utf8.count)
    }
    return range
  }

  /// Takes a label that lists files and addresses.
  package mutating func takeAttachments(_ name: String) { attachments = labels.attachments(name) }

  /// The title: the label's, or else the first heading. Its place is the label's, or the file's first line.
  package mutating func title() -> Located<String> {
    if let title = labels.text("title") {
      check(title)
      return title
    }
    if let heading = body.headings.first?.text, !heading.isEmpty {
      let title = Located(Self.cut(heading, to: LabelReader.longestText), labels.start)
      check(title)
      return title
    }
    labels.require("title", orElse: .missingTitle(in: file.path, at: labels.start))
    return Located(LibrarySettings.label(of: file.id), labels.start)
  }

  private mutating func check(_ title: Located<String>) {
    guard title.value.utf8.count > Rule.longestTitle, title.value.count > Rule.longestTitle else { return }
    labels.add(.titleLength(title.value.count, in: file.path, at: title.range))
  }

  /// The summary: the label's, or else the first paragraph, cut where it is too long for a list.
  package mutating func summary() -> String {
    let limits = Rule.summaryLengths
    if let summary = labels.text("summary") {
      let length = Self.length(of: summary.value)
      if !limits.contains(length) {
        labels.add(.summaryLength(length, isWritten: true, in: file.path, at: summary.range))
      }
      return summary.value
    }
    guard !labels.isWritten("summary") else { return "" }
    guard let paragraph = body.firstParagraph.map(body.string), !paragraph.isEmpty else {
      labels.require("summary", orElse: .noSummary(in: file.path, at: labels.start))
      return ""
    }
    if paragraph.utf8.count < limits.lowerBound || paragraph.count < limits.lowerBound {
      let problem = Problem.summaryLength(paragraph.count, isWritten: false, in: file.path, at: labels.start)
      labels.require("summary", orElse: problem)
    }
    return Self.cut(paragraph, to: limits.upperBound)
  }

  /// How many characters a text on one line has.
  private static func length(of text: String) -> Int {
    text.utf8.span.isASCII ? text.utf8.count : text.count
  }

  /// The summary of a kind that cannot do without one.
  package mutating func requiredSummary() -> String {
    labels.require("summary", example: "summary: A sentence that says who they are or what it means")
    if labels.isWritten("summary") { return summary() }
    _ = labels.value("summary")
    return ""
  }

  /// The first `limit` characters of a text, up to the end of a word, with a "…" where something is left out.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    let head = text.prefix(limit - 1)
    let upToWord = head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head
    let kept = upToWord.count > limit / 2 ? upToWord : head
    let end = kept.lastIndex { $0.isLetter || $0.isNumber || $0 == ")" }
    return String(end.map { kept[...$0] } ?? kept) + "…"
  }
}
