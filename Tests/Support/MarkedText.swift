// Test sources with their places marked: "title: a\n▲titel: b\n".

import Diagnostics

/// A text whose ▲ marks are stripped and remembered as byte offsets.
package struct MarkedText {
  package let text: String
  package let offsets: [Int]

  package init(_ marked: String) {
    var text = ""
    var offsets: [Int] = []
    for character in marked {
      if character == "▲" { offsets.append(text.utf8.count) } else { text.append(character) }
    }
    self.text = text
    self.offsets = offsets
  }

  package var bytes: [UInt8] { Array(text.utf8) }
}
