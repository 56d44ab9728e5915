// What results are shown with: titles and summaries, loaded for the best few, and behind them the texts that excerpts
// are cut from, with what a result's buttons need. A file of titles names its files of texts, so that the root need not.

import Library
import Markdown

extension SearchShards {
  func renderDocuments(_ chunk: Int) -> Rendered {
    var rendered = Rendered()
    let rows = (chunk * Self.chunkSize)..<min((chunk + 1) * Self.chunkSize, index.documents.count)
    let resources = library.resources

    var textNames: [(row: Int, name: String)] = []
    var start = rows.lowerBound
    while start < rows.upperBound {
      var end = start
      var size = shownText(end).count
      repeat {
        end += 1
        guard end < rows.upperBound else { break }
        size += shownText(end).count
      } while size <= Self.textBytes
      let file = texts(start..<end, byteCount: size).file(kind: "x")
      rendered.files.append(file.file)
      textNames.append((start - rows.lowerBound, file.name))
      start = end
    }

    var writer = ShardWriter()
    writer.open("[")
    let places = index.documents[rows]
    writer.plain(places.map { resources[$0].id.utf8 }.joined(separator: " ".utf8))
    writer.strings(places.map { resources[$0].title })
    writer.strings(places.map { resources[$0].summary })
    writer.open("[")
    for (row, name) in textNames {
      writer.integer(row)
      writer.plain(name.utf8)
    }
    writer.close("]")
    writer.close("]")
    let file = writer.file(kind: "d")
    rendered.files.append(file.file)
    rendered.names = [file.name]
    return rendered
  }

  /// Of a document. Longer texts are cut: an excerpt comes from their beginning.
  private func shownText(_ document: Int) -> ArraySlice<UInt8> {
    let text = library.resources[index.documents[document]].body.text
    guard text.count > Self.longestText else { return text[...] }
    var end = Self.longestText
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end]
  }
  private static let longestText = 60_000

  private func texts(_ documents: Range<Int>, byteCount: Int) -> ShardWriter {
    var writer = ShardWriter(capacity: byteCount + byteCount / 16 + 1_000)
    let resources = library.resources
    writer.open("[")
    for document in documents {
      let place = index.documents[document]
      let text = shownText(document)
      writer.open("[")
      writer.escaped(text.span)
      writer.string(resources[place].useWhen ?? "")
      writer.string(resources[place].say ?? "")
      writer.string(resources[place].audience == .external ? resources[place].snippet ?? "" : "")
      writer.string(resources[place].share ?? "")
      writer.open("[")
      for file in resources[place].files { writer.strings([file.label, fileURL(resources[place], file)]) }
      writer.close("]")
      writer.close("]")
    }
    writer.close("]")
    return writer
  }
}
