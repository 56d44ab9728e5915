// How names and paths are put into messages.

/// `name` in quotes, clipped where it is too long to be read.
package func quoted(_ name: String) -> String {
  let limit = 80
  guard name.utf8.count > limit, name.count > limit else { return "'\(name)'" }
  return "'\(name.prefix(limit - 1))…'"
}

/// "use one of: cfo, it-director; or add content/personas/x.md", with at most eight names.
func oneOf(_ known: [String], orAdd addition: String) -> String {
  guard !known.isEmpty else { return "add \(addition)" }
  let shown = known.prefix(8).joined(separator: ", ")
  return "use one of: \(shown)\(known.count > 8 ? "…" : ""); or add \(addition)"
}

/// What stands behind the last "/".
package func lastComponent(_ path: String) -> String {
  path.utf8.span.lastIndex(of: UInt8(ascii: "/")).map { String(Substring(path.utf8.dropFirst($0 + 1))) } ?? path
}

/// What stands before the last "/"; empty where there is none.
package func folderPart(_ path: String) -> String {
  path.utf8.span.lastIndex(of: UInt8(ascii: "/")).map { String(Substring(path.utf8.prefix($0))) } ?? ""
}

/// `path` so that a shell takes it as one word.
package func shellQuoted(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
  guard !isPlain else { return path }
  let escaped = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
  return "'\(escaped)'"
}
