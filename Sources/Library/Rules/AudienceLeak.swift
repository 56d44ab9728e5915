// What is meant for a prospect must not lead to what is not.

package import Diagnostics

extension Rule {
  package static let audienceLeak = Rule(
    "audience-leak", .error, isFixed: true,
    explanation: """
      A resource that may be sent to prospects (audience: external) leads to something that is for colleagues only: a link \
      in its text, an image, an attached file or an address in its snippet. Whoever forwards it would give the internal \
      part away, a battlecard or a price floor for instance.

      Take the link or the file out, or make the resource internal. 'related' may name internal resources: that list is \
      shown to colleagues only.

          audience: internal
      """)
}

extension Problem {
  static func linkLeak(to target: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .audienceLeak, in: file, at: range, "this resource is for prospects, but leads to '\(target)', which is internal",
      help: "remove the link, or name '\(target)' under 'related', which only colleagues see")
  }

  static func fileLeak(_ name: String, of target: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .audienceLeak, in: file, at: range,
      "this resource is for prospects, but \(quoted(name)) belongs to '\(target)', which is internal",
      help: "remove the file, or set this resource's audience to internal")
  }

  static func snippetLeak(_ address: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .audienceLeak, in: file, at: range,
      "the snippet leads to \(quoted(address)), which is for colleagues only",
      help: "write {{link}}, which stands for the address in 'share'")
  }
}
