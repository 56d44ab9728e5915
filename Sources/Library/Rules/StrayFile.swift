// A text in a folder that nothing reads.

package import Diagnostics

extension Rule {
  package static let strayFile = Rule(
    "stray-file", .warning,
    explanation: """
      A text stands in 'content' where nothing looks for one, so it has no page and nobody will find it. Resources are \
      read from content/resources and the folders in it, personas from content/personas and stages from content/stages.

      Move the file to where it belongs. A note for your colleagues can stay: give its name the ending '.txt', or put it \
      beside the folder 'content'.
      """)
}

extension Problem {
  static func strayFile(_ path: String, folders: [String]) -> Problem {
    let places = folders.map { "content/\($0)" }.joined(separator: ", ")
    return Problem(.strayFile, in: path, "nothing reads this file", help: "move it to one of: \(places)")
  }
}
