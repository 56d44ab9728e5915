// A related resource that does not exist.

package import Diagnostics

extension Rule {
  package static let unknownResource = Rule(
    "unknown-resource", .error,
    explanation: """
      'related' names a resource that the library does not have. A resource is called by its file's name without '.md', \
      whatever folder it is in; a resource in a folder of its own, such as acme/index.md, by the folder's name.

      Only 'replaces' may name what is gone.

          related: [roi-sheeet]     write: related: [roi-sheet]
      """)
}

extension Problem {
  static func unknownResource(_ name: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .unknownResource, in: file, at: range, "\(quoted(name)) is not a resource",
      help: "write the name of a file in content/resources, without '.md'; a file that was renamed can keep its old "
        + "name: aliases: [\(name)]")
  }
}
