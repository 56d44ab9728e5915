// Text that somebody wrote, in Markdown that a git host shows: it must look as it was written, link nowhere and call
// nobody.

/// `text` as Markdown that shows just it, on one line: no table, link, emphasis, HTML, mention or issue number.
package func markdown(_ text: String) -> String {
  var result = ""
  let scalars = Array(printable(text).unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "|", "~", "$": result += "\\\(scalar)"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "&": result += "&amp;"
    // An invisible joiner, since hosts look for names, numbers and addresses in what is shown: "@ana" would write to Ana.
    case "@", "#": result += "\(scalar)\u{2060}"
    case ":" where scalars[index...].starts(with: "://".unicodeScalars): result += ":\u{2060}"
    case "." where scalars[..<index].suffix(3).elementsEqual("www".unicodeScalars): result += "\u{2060}."
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
