// A resource for everybody is for nobody.

package import Diagnostics

extension Rule {
  package static let tooBroad = Rule(
    "too-broad", .warning,
    explanation: """
      A resource is labelled for all personas or stages, or for more than three of them. What is for everybody stands \
      below everything that is meant for somebody, and a salesperson cannot see whom it was made for.

      Name the one or two for whom it was really written. 'all' is right for things such as a price list or the company \
      presentation; then leave it.

          personas: [all]           better: personas: [cfo, procurement]
      """)

  /// More than these is too broad.
  static let broadestNamed = 3
}

extension Problem {
  static func tooBroad(_ label: String, count: Int?, in file: String, at range: ByteRange) -> Problem {
    let message = count.map { "'\(label)' names \($0)" } ?? "'\(label)' is 'all'"
    return Problem(
      .tooBroad, in: file, at: range, message + "; what is for everybody is hard to find for anybody",
      help: "name the one or two it was made for")
  }
}
