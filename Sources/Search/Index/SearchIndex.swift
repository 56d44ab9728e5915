// The index of a library: for each term the resources it stands in, with how much it tells about each, from 1 to 91; the
// term's rarity is kept once for all its postings. What reads it, here and in the browser, only adds, multiplies and
// compares integers.

package import Library
import Markdown

package struct SearchIndex: Sendable {
  /// For each document of the index its place in `Library.resources`; ascending, so in order of ids.
  package let documents: [Int]
  package let analyser: Analyser

  let terms: SortedWords
  /// How telling each term is.
  let rarity: [UInt16]
  let postings: Postings
  /// Titles of all terms.
  var titles: [UInt8] = []
  var titleStarts: [Int] = []
  /// Words as they stand in texts.
  let forms: SortedWords
  /// The term of each form.
  var termOfForm: [UInt32] = []
  /// The forms that a misspelt word may be corrected to.
  let correctionWords: [Int]

  var shards: [TermShard] = []

  /// The index of everything `parts` counted; in which part a resource was counted leaves no trace.
  package init(_ library: Library, _ parts: [IndexPart]) {
    analyser = Analyser(language: library.site.language)
    let order = parts.indices.sorted { (parts[$0].resources.first ?? 0) < (parts[$1].resources.first ?? 0) }
    let parts = order.map { parts[$0] }
    documents = parts.flatMap(\.resources)
    let (terms, termPlaces) = SortableWord.merged(parts.map(\.terms))
    self.terms = terms
    let (forms, formPlaces) = SortableWord.merged(parts.map(\.forms)) { part, form in
      parts[part].termOfForm[form] != TermSink.noTerm && !parts[part].forms.word(form).contains(0x27)
    }
    self.forms = forms
    correctionWords = Self.correctable(forms)
    let postings = Postings(parts, termPlaces, termCount: terms.count)
    self.postings = postings
    let count = documents.count
    rarity = (0..<terms.count).map { Self.rarity(of: postings.count(ofTerm: $0), among: count) }
    termOfForm = [UInt32](repeating: 0, count: forms.count)
    for (part, places) in formPlaces.enumerated() {
      for (form, place) in places.enumerated() where place != .max {
        termOfForm[Int(place)] = termPlaces[part][Int(parts[part].termOfForm[form])]
      }
    }
    fillTitles(parts, termPlaces)
    shards = cutShards()
    addPrefixLists()
  }

  /// Counts all published resources in this thread.
  package init(_ library: Library) {
    self.init(library, [IndexPart(library, library.resources.indices)])
  }
}

extension IndexPart {
  /// No part counts more bytes than this and one resource's, so that what it counts has 32-bit numbers.
  private static let mostBytes = 1 << 30

  /// The parts that `count` workers are to count: neighbouring resources with about as much text each.
  package static func ranges(_ library: Library, count: Int) -> [Range<Int>] {
    let sizes = library.resources.indices.map { library.resources[$0].body.text.count + 1 }
    let share = min((sizes.reduce(0, +) + count - 1) / count, mostBytes)
    var ranges: [Range<Int>] = []
    var (start, size) = (0, 0)
    for index in sizes.indices {
      size += sizes[index]
      guard size >= share || index == sizes.count - 1 else { continue }
      ranges.append(start..<index + 1)
      (start, size) = (index + 1, 0)
    }
    return ranges
  }

  /// Counts the resources of `range` that are published: neither drafts nor archived.
  package init(_ library: Library, _ range: Range<Int>) {
    var counter = TermCounter(library)
    counter.reserve(bytes: range.reduce(0) { $0 + library.resources[$1].body.text.count })
    for index in range where library.resources[index].status == .approved {
      counter.count(library.resources[index], at: index)
    }
    self = counter.part()
  }
}
