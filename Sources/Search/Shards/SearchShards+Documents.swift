// What results are shown with: titles and summaries, loaded for the best few, and behind them the texts that excerpts
// are cut from, with what a result's buttons need. A file of titles names its files of texts, so that the root need not.

import Library
import Markdown

extension SearchShards {
  func renderDocuments(_ chunk: Int) -> Rendered {
    var rendered = Rendered()
    let documents = index.documents[(chunk * Self.chunkSize)..<min((chunk + 1) * Self.chunkSize, index.documents.count)]
    let resources = documents.map { library.resources[$0] }
    let texts = resources.map(Self.shownText)

    var textNames: [(row: Int, name: String)] = []
    var start = 0
    while start < resources.count {
      var end = start
      var size = 0
      repeat {
        size += texts[end].count
        end += 1
      } while end < resources.count && size + texts[end].count <= Self.textBytes
      let file = shard(resources[start..<end], texts, byteCount: size).file(kind: "x")
      rendered.files.append(file.file)
      textNames.append((start, file.name))
      start = end
    }

    var writer = ShardWriter()
    writer.open("[")
    writer.plain(resources.map(\.id.utf8).joined(separator: " ".utf8))
    writer.strings(resources.map(\.title))
    writer.strings(resources.map(\.summary))
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

  /// Longer texts are cut: an excerpt comes from their beginning.
  private static func shownText(_ resource: Resource) -> ArraySlice<UInt8> {
    let text = resource.body.text
    guard text.count > longestText else { return text[...] }
    var end = longestText
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end]
  }
  private static let longestText = 60_000

  private func shard(_ resources: ArraySlice<Resource>, _ texts: [ArraySlice<UInt8>], byteCount: Int) -> ShardWriter {
    var writer = ShardWriter(capacity: byteCount + byteCount / 16 + 1_000)
    writer.open("[")
    for row in resources.indices {
      let (resource, text) = (resources[row], texts[row])
      writer.open("[")
      writer.escaped(text.span)
      writer.string(resource.useWhen ?? "")
      writer.string(resource.say ?? "")
      writer.string(resource.audience == .external ? resource.snippet ?? "" : "")
      writer.string(resource.share ?? "")
      writer.open("[")
      for file in resource.files { writer.strings([file.label, fileURL(resource, file)]) }
      writer.close("]")
      writer.close("]")
    }
    writer.close("]")
    return writer
  }
}
