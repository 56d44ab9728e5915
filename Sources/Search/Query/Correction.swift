// Which words a misspelt one may have meant: those at the least distance, where a letter more, less or other and two
// neighbours swapped each count one. Of a word's first and last letter one must be right: the vocabulary's files go by
// them. Only words that the index lacks are corrected, so no right word is ever lost. Words of the same shard that begin
// alike go first: looking at them costs a browser nothing.

struct Correction: Sendable {
  var form: Int
  var distance: Int
}

extension SearchIndex {
  private static let mostCorrections = 3

  /// What `surface` may have meant, best first; empty where it is too short, holds digits or is like nothing.
  func corrections(of surface: [UInt8]) -> [Correction] {
    let word = Array(String(decoding: surface, as: UTF8.self).unicodeScalars.map(\.value))
    guard word.count > 2, word.allSatisfy({ isCorrectable($0) }), let first = word.first, let last = word.last else {
      return []
    }
    let near = nearby(word, surface)
    if !near.isEmpty { return best(near) }
    let limit = word.count < 8 ? 1 : 2
    var all: [Correction] = []
    for form in correctionWords where abs(forms[form].count - surface.count) <= limit * 4 {
      let candidate = Array(String(decoding: forms[form], as: UTF8.self).unicodeScalars.map(\.value))
      guard abs(candidate.count - word.count) <= limit,
        candidate.first == first || candidate.last == last,
        let distance = Self.distance(word, candidate, limit: limit)
      else { continue }
      all.append(Correction(form: form, distance: distance))
    }
    let least = all.map(\.distance).min()
    return best(all.filter { $0.distance == least })
  }

  /// Words one slip away that stand with a misspelt one and begin as it does: a browser has them already.
  private func nearby(_ word: [UInt32], _ surface: [UInt8]) -> [Correction] {
    guard let shard = shard(of: surface) else { return [] }
    return shard.forms.compactMap { form in
      guard shard.terms.contains(Int(termOfForm[form])) else { return nil }
      let candidate = Array(String(decoding: forms[form], as: UTF8.self).unicodeScalars.map(\.value))
      guard candidate.starts(with: word.prefix(3)), candidate.allSatisfy({ isCorrectable($0) }),
        let distance = Self.distance(word, candidate, limit: 1)
      else { return nil }
      return Correction(form: form, distance: distance)
    }
  }

  /// The commonest of those that are as near.
  private func best(_ corrections: [Correction]) -> [Correction] {
    let order = corrections.sorted {
      (commonness(ofForm: $1.form), $0.form) < (commonness(ofForm: $0.form), $1.form)
    }
    return Array(order.prefix(Self.mostCorrections))
  }

  private func isCorrectable(_ scalar: UInt32) -> Bool {
    scalar < 0x80 ? scalar &- 0x61 < 26 : FoldTable.shared.wordClass(of: scalar) == .letter
  }

  /// The number of slips between two words; nil where it is more than `limit`. A pair once swapped is not edited again.
  static func distance(_ a: [UInt32], _ b: [UInt32], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 0..<a.count {
      row[0] = i + 1
      var least = row[0]
      for j in 0..<b.count {
        var value = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { value = min(value, beforeLast[j - 1] + 1) }
        row[j + 1] = value
        least = min(least, value)
      }
      guard least <= limit else { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
