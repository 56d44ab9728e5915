// The two letters that stand in a persona's mark. Letters rather than initials, since the second word of most titles is
// the same ("… leader").

/// Two letters for each title, told apart from the ones before where the title's letters allow it.
package func monograms(_ titles: [String]) -> [String] {
  var taken: Set<String> = []
  return titles.map { title in
    let choices = choices(title)
    let monogram = choices.first { !taken.contains($0) } ?? choices.first ?? "?"
    taken.insert(monogram)
    return monogram
  }
}

/// "Finance leader": "Fi", then "Fn", "Fa" and so on. A first word of two letters is taken as it is: "IT leader" is "IT".
private func choices(_ title: String) -> [String] {
  let words = title.split { !$0.isLetter && !$0.isNumber }
  guard let word = words.first, let initial = word.first?.uppercased() else { return [] }
  if word.count <= 2 { return [String(word)] }
  return words.joined().dropFirst().map { initial + $0.lowercased() }
}
