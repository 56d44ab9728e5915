// Names that can be part of an address: small letters, digits and hyphens.

package import Diagnostics

extension Rule {
  package static let idForm = Rule(
    "id-form", .error,
    explanation: """
      A file's name (without '.md') is what other files call it, and part of its page's address, so it is made of small \
      letters, digits and single hyphens: it can then be typed, mailed and stored everywhere. The same holds for the short \
      names in library.yml. The names 'all', 'index' and 'page-2' (3, 4…) have a meaning of their own and are taken, and \
      so are names that Windows keeps for devices, such as 'con'.

      Rename the file; the title can be anything. If the old page was known, keep its address with 'aliases'.

          ROI Sheet (final).md      rename to: roi-sheet-final.md
      """)
}

extension Problem {
  /// A file whose name cannot be an id.
  static func idForm(file: String, name: String, suggestion: String?) -> Problem {
    let help = suggestion.map { "rename it to: \($0)" } ?? "rename it, using small letters, digits and hyphens"
    if IDForm.isReserved(IDForm.withoutExtension(name)) {
      return Problem(.idForm, in: file, "a file cannot be called \(quoted(name)): that name is taken", help: help)
    }
    if !name.hasSuffix(".md"), let suggestion, suggestion == IDForm.withoutExtension(name) + ".md" {
      return Problem(.idForm, in: file, "\(quoted(name)) does not end in '.md'", help: help)
    }
    return Problem(
      .idForm, in: file, "\(quoted(name)) cannot be part of an address: use small letters, digits and hyphens",
      help: help)
  }

  /// A folder that is called like a file of content.
  static func folderNamedLikeFile(_ path: String) -> Problem {
    let name = lastComponent(path)
    return Problem(
      .idForm, in: path, "\(quoted(name)) is a folder, but is called like a file",
      help: "rename the folder to: \(IDForm.withoutExtension(name))")
  }

  /// A short name in library.yml.
  static func idForm(_ name: String, in file: String, at range: ByteRange) -> Problem {
    Problem(
      .idForm, in: file, at: range,
      IDForm.isReserved(name)
        ? "\(quoted(name)) is taken: it has a meaning of its own"
        : "\(quoted(name)) cannot be a short name: use small letters, digits and hyphens",
      help: "choose another name")
  }
}
