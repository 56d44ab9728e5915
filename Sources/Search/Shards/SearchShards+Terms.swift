// Shards of terms with their postings, titles and lists of beginnings, and the places behind them for phrases.

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
      rendered.firsts.append(shard.first)
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
      Printable.append(index.postings.levels(ofTerm: term).count, to: &lengths)
      Printable.append(index.titleStarts[term + 1] - index.titleStarts[term], to: &titleLengths)
    }
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(index.terms.joined(terms))
    writer.plain(rarities)
    writer.plain(lengths)
    writer.plain(joining: terms, index.postings.levels)
    writer.plain(titleLengths)
    writer.plain(index.titles[index.titleStarts[terms.lowerBound]..<index.titleStarts[terms.upperBound]])
    writer.plain(index.forms.joined(shard.forms))
    writer.plain(places.utf8)
    writer.integer(others)
    writer.plain(shard.lists.map(\.key).joined(separator: [UInt8(ascii: ",")]))
    var listRarities: [UInt8] = []
    var listLengths: [UInt8] = []
    for list in shard.lists {
      Printable.appendFixed(Int(list.rarity), digits: 2, to: &listRarities)
      Printable.append(list.bytes.count, to: &listLengths)
    }
    writer.plain(listRarities)
    writer.plain(listLengths)
    writer.plain(shard.lists.map(\.bytes).joined())
    writer.close("]")
    return writer
  }
}

extension ShardWriter {
  fileprivate static func places(_ index: SearchIndex, _ terms: Range<Int>) -> ShardWriter {
    var lengths: [UInt8] = []
    var byteCount = 0
    for term in terms {
      let own = index.postings.places(ofTerm: term).count
      Printable.append(own, to: &lengths)
      byteCount += own
    }
    var writer = ShardWriter(capacity: lengths.count + byteCount + 10)
    writer.open("[")
    writer.plain(lengths)
    writer.plain(joining: terms, index.postings.places)
    writer.close("]")
    return writer
  }
}
