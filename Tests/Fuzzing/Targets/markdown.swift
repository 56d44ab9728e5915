// Any bytes as a Markdown body: no crash, HTML that is inert and UTF-8, ids that are unique, places within the body; the
// same bytes when asked again, and when no line is spared the parser; a refusal has one problem and no HTML. cmark-gfm
// itself is not instrumented.

import Diagnostics
import Markdown

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  var report = Problems()
  var options = MarkdownOptions()
  if count % 3 == 1 { options.title = .omitFirst }
  let document = Markdown.render(bytes, file: "f", options: options, report: &report)
  precondition(isInert(document.html))
  precondition((try? UTF8Span(validating: document.html.span)) != nil)
  precondition((try? UTF8Span(validating: document.text.span)) != nil)
  if document.isRefused { precondition(document.html.isEmpty && report.all.count == 1) }
  let ids = document.headings.map(\.id)
  precondition(Set(ids).count == ids.count && !ids.contains(""))
  let ranges = document.links.map(\.range) + document.headings.map(\.range) + report.all.map(\.range)
  for range in ranges { precondition(range.lower <= range.upper && Int(range.upper) <= count) }
  for range in document.links.map(\.textRange) + document.headings.map(\.textRange) {
    precondition(range.upperBound <= document.text.count)
  }
  if let first = document.firstParagraph { precondition(first.upperBound <= document.text.count) }

  var again = Problems()
  precondition(Markdown.render(bytes, file: "f", options: options, report: &again).html == document.html)
  precondition(again.all.map(\.message) == report.all.map(\.message))
  options.skipsPlainTexts = false
  var whole = Problems()
  let read = Markdown.render(bytes, file: "f", options: options, report: &whole)
  precondition(read.html == document.html && read.text == document.text && read.headings == document.headings)
  precondition(read.firstParagraph == document.firstParagraph && read.links.count == document.links.count)
  precondition(whole.all.map(\.message) == report.all.map(\.message))
  options.skipsPlainTexts = true
  options.isUnchanged = true
  var plain = Problems()
  _ = Markdown.render(bytes, file: "f", options: options, report: &plain)
  return 0
}
