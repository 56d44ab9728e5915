// "did you mean …?": the known word nearest to a mistyped one.

extension Sequence where Element == String {
  /// The element nearest to `word` by edit distance (neighbours swapped count as one edit), if it is near enough to be
  /// what was meant: at most a third of the longer word's characters. Case does not count. Of equals, the first.
  package func closest(to word: String) -> String? {
    let target = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (candidate: String, distance: Int)?
    for candidate in self {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let limit = Swift.max(1, Swift.max(scalars.count, target.count) / 3)
      guard abs(scalars.count - target.count) <= limit else { continue }
      let distance = editDistance(target, scalars)
      guard distance <= limit, distance < best?.distance ?? .max else { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }
}

/// The optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
package func editDistance<T: Equatable>(_ left: [T], _ right: [T]) -> Int {
  guard !left.isEmpty else { return right.count }
  guard !right.isEmpty else { return left.count }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  var current = last
  for i in 1...left.count {
    current[0] = i
    for j in 1...right.count {
      let replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
      current[j] = min(replaced, last[j] + 1, current[j - 1] + 1)
      if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
        current[j] = min(current[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[right.count]
}
