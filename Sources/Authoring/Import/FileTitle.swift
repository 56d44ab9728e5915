// A title and an id out of a file's name, for what has no better: "Q3_ROI-sheet_v2 (final).pdf" is titled
// "Q3 ROI sheet v2 (final)".

import Library

enum FileTitle {
  /// Underscores and hyphens between words become spaces; a hyphen between digits stays, as in dates, and so does one
  /// with spaces around it.
  static func title(ofName name: String) -> String {
    let stem = IDForm.withoutExtension(RelativePath.percentDecoded(name))
    let characters = Array(stem)
    var title = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let joinsNumbers = before.isNumber && after.isNumber
      let isDash = before == " " && after == " "
      if character == "_" || (character == "-" && !joinsNumbers && !isDash) || character.isWhitespace {
        if !title.hasSuffix(" ") { title += " " }
      } else {
        title.append(character)
      }
    }
    title = SheetCell.trimmed(title)
    guard let first = title.first, first.isLowercase, title.prefix(while: { $0 != " " }).allSatisfy({ !$0.isUppercase })
    else { return title.isEmpty ? stem : title }
    return first.uppercased() + title.dropFirst()
  }
}

/// Hands out ids, each once.
struct FreeIDs {
  private var taken: Set<String>
  /// For each id the number up to which all have been handed out here, so that a thousand alike titles are soon done.
  private var handedOut: [String: Int] = [:]

  init(taken: Set<String>) { self.taken = taken }

  /// The first of the names that makes an id nobody has, or else the first with a number; nil where `isThere` says that
  /// this very file has been imported before.
  mutating func take(_ names: [String], unless isThere: (_ id: String) -> Bool) -> String? {
    let ids = names.compactMap { IDForm.suggestion(for: $0) }
    for id in ids {
      if isThere(id) { return nil }
      if taken.insert(id).inserted { return id }
    }
    let base = ids.first.map { String($0.prefix(100)) } ?? "resource"
    var number = (handedOut[base] ?? 1) + 1
    while true {
      if let id = IDForm.suggestion(for: "\(base)-\(number)") {
        if isThere(id) { return nil }
        if taken.insert(id).inserted {
          if number == (handedOut[base] ?? 1) + 1 { handedOut[base] = number }
          return id
        }
      }
      number += 1
    }
  }

  func has(_ id: String) -> Bool { taken.contains(id) }
}
