// Shards of terms with their postings and titles, the places behind them for phrases, and the lists of short prefixes.

extension SearchShards {
  func renderTerms(_ shard: TermShard) -> Rendered {
    var rendered = Rendered()
    let terms = shard.terms
    let places = ShardWriter.places(index, terms).file(kind: "w")
    rendered.files.append(places.file)

    var rarities: [UInt8] = []
    var lengths: [UInt8] = []
    var titleLengths: [UInt8] = []
    for term in terms {
      Printable.appendFixed(Int(index.rarity[term]), digits: 2, to: &rarities)
      Printable.append(index.postingStarts[term + 1] - index.postingStarts[term], to: &lengths)
      Printable.append(index.titleStarts[term + 1] - index.titleStarts[term], to: &titleLengths)
    }
    var forms: [UInt8] = []
    for form in shard.forms where index.forms[form] != index.terms[Int(index.termOfForm[form])] {
      if !forms.isEmpty { forms.append(0x20) }
      forms.append(contentsOf: index.forms[form])
    }
    var writer = ShardWriter()
    writer.open("[")
    writer.plain(terms.map { index.terms[$0] }.joined(separator: [0x20]))
    writer.plain(rarities)
    writer.plain(lengths)
    writer.plain(index.postings[index.postingStarts[terms.lowerBound]..<index.postingStarts[terms.upperBound]])
    writer.plain(titleLengths)
    writer.plain(index.titles[index.titleStarts[terms.lowerBound]..<index.titleStarts[terms.upperBound]])
    writer.plain(forms)
    writer.plain(places.name.utf8)
    writer.close("]")
    let file = writer.file(kind: "t")
    rendered.files.append(file.file)
    rendered.names = [file.name]
    rendered.firsts = [Array(index.terms[terms.lowerBound])]
    return rendered
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
