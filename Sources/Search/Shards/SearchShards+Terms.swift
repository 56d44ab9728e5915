// Shards of terms with their postings and titles, the places behind them for phrases, and the lists of short prefixes.

extension SearchShards {
  func renderTerms(_ shards: ArraySlice<TermShard>) -> Rendered {
    var rendered = Rendered()
    guard let first = shards.first, let last = shards.last else { return rendered }
    let places = ShardWriter.places(index, first.terms.lowerBound..<last.terms.upperBound).file(kind: "w")
    rendered.files.append(places.file)
    for shard in shards {
      let file = terms(shard, places: places.name, after: shard.terms.lowerBound - first.terms.lowerBound)
        .file(kind: "t")
      rendered.files.append(file.file)
      rendered.names.append(file.name)
      rendered.firsts.append(Array(index.terms[shard.terms.lowerBound]))
    }
    return rendered
  }

  /// `places` is the file of places, in which so many terms stand before these.
  private func terms(_ shard: TermShard, places: String, after others: Int) -> ShardWriter {
    let terms = shard.terms
    var rarities: [UInt8] = []
    var lengths: [UInt8] = []
    var titleLengths: [UInt8] = []
    for term in terms {
      Printable.appendFixed(Int(index.rarity[term]), digits: 2, to: &rarities)
      Printable.append(index.postingStarts[term + 1] - index.postingStarts[term], to: &lengths)
      Printable.append(index.titleStarts[term + 1] - index.titleStarts[term], to: &titleLengths)
    }
    let forms = shard.forms.filter { !index.forms[$0].elementsEqual(index.terms[Int(index.termOfForm[$0])]) }
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(index.terms.joined(terms))
    writer.plain(rarities)
    writer.plain(lengths)
    writer.plain(index.postings[index.postingStarts[terms.lowerBound]..<index.postingStarts[terms.upperBound]])
    writer.plain(titleLengths)
    writer.plain(index.titles[index.titleStarts[terms.lowerBound]..<index.titleStarts[terms.upperBound]])
    writer.plain(index.forms.joined(forms))
    writer.plain(places.utf8)
    writer.integer(others)
    writer.close("]")
    return writer
  }

  /// The lists in files of about the size of a shard.
  func renderPrefixes() -> Rendered {
    var rendered = Rendered()
    var start = 0
    while start < index.prefixLists.count {
      var end = start
      var size = 0
      while end < index.prefixLists.count, size < SearchIndex.targetBytes {
        size += index.prefixLists[end].bytes.count
        end += 1
      }
      let lists = index.prefixLists[start..<end]
      var rarities: [UInt8] = []
      var lengths: [UInt8] = []
      for list in lists {
        Printable.appendFixed(Int(list.rarity), digits: 2, to: &rarities)
        Printable.append(list.bytes.count, to: &lengths)
      }
      var writer = ShardWriter()
      writer.open("[")
      writer.plain(lists.map(\.prefix).joined(separator: [0x20]))
      writer.plain(rarities)
      writer.plain(lengths)
      writer.plain(lists.map(\.bytes).joined())
      writer.close("]")
      let file = writer.file(kind: "p")
      rendered.files.append(file.file)
      rendered.names.append(file.name)
      rendered.firsts.append(index.prefixLists[start].prefix)
      start = end
    }
    return rendered
  }
}

extension ShardWriter {
  fileprivate static func places(_ index: SearchIndex, _ terms: Range<Int>) -> ShardWriter {
    var lengths: [UInt8] = []
    for term in terms { Printable.append(index.positionStarts[term + 1] - index.positionStarts[term], to: &lengths) }
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(lengths)
    writer.plain(index.positions[index.positionStarts[terms.lowerBound]..<index.positionStarts[terms.upperBound]])
    writer.close("]")
    return writer
  }
}
