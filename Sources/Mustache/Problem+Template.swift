// The words for every mistake in a template, in one place.

import Diagnostics

extension Problem {
  static func unclosedTag(_ file: String, _ range: ByteRange, _ delimiters: Delimiters, guess: String) -> Problem {
    let end = String(decoding: delimiters.close, as: UTF8.self)
    return Problem(
      .templateSyntax, in: file, at: range, "this tag has no end: '\(end)' is missing",
      help: guess.isEmpty ? "write '\(end)' where the tag ends" : "write: \(delimiters.tag(guess))")
  }

  static func unclosedComment(_ file: String, _ range: ByteRange, _ delimiters: Delimiters) -> Problem {
    let end = String(decoding: delimiters.close, as: UTF8.self)
    return Problem(
      .templateSyntax, in: file, at: range, "this comment has no end: '\(end)' is missing",
      help: "write '\(end)' where the comment ends")
  }

  static func unclosedTriple(_ file: String, _ range: ByteRange, _ delimiters: Delimiters, name: String) -> Problem {
    let tag = delimiters.tag("{" + name + "}")
    return Problem(
      .templateSyntax, in: file, at: range, "this tag begins with one '{' more than it ends with",
      help: name.isEmpty ? "write as many '}' as '{'" : "write: \(tag)")
  }

  static func emptyTag(_ file: String, _ range: ByteRange, _ delimiters: Delimiters) -> Problem {
    Problem(
      .templateSyntax, in: file, at: range, "this tag has no name",
      help: "write a name in it, such as \(delimiters.tag("title")), or remove it")
  }

  static func blankInName(_ file: String, _ tag: Tag) -> Problem {
    let words = tag.shownName.split(whereSeparator: \.isWhitespace).map(String.init)
    let last = words.last ?? ""
    let help =
      switch (tag.kind, words.first ?? "") {
      case (.section, "if"), (.section, "each"), (.section, "with"): "write: \(tag.delimiters.tag("#" + last))"
      case (.section, "unless"): "write: \(tag.delimiters.tag("^" + last))"
      default: "write one name without spaces"
      }
    return Problem(
      .templateSyntax, in: file, at: tag.nameRange, "'\(words.joined(separator: " "))' is more than one name",
      help: help)
  }

  static func emptyNamePart(_ file: String, _ tag: Tag) -> Problem {
    var mended = tag
    mended.name = tag.name.split(separator: ".").joined(separator: ".")
    return Problem(
      .templateSyntax, in: file, at: tag.nameRange, "'\(tag.shownName)' has a dot with no name beside it",
      help: mended.name.isEmpty ? "write a single dot for the entry itself" : "write: \(mended.text)")
  }

  static func badDelimiters(_ file: String, _ range: ByteRange, _ delimiters: Delimiters) -> Problem {
    Problem(
      .templateSyntax, in: file, at: range,
      "new delimiters are two marks with a space between them and without '='",
      help: "write: \(delimiters.tag("=<% %>="))")
  }

  static func neverClosed(_ file: String, _ tag: Tag) -> Problem {
    Problem(
      .templateSyntax, in: file, at: tag.range, "'\(tag.text)' is never closed",
      help: "write \(tag.closingText) where it ends")
  }

  static func wrongClosing(_ file: String, _ tag: Tag, open: Tag) -> Problem {
    Problem(
      .templateSyntax, in: file, at: tag.range, "'\(tag.text)' closes nothing: what is open here is '\(open.text)'",
      help: "write: \(open.closingText)")
  }

  static func closesNothing(_ file: String, _ tag: Tag) -> Problem {
    Problem(
      .templateSyntax, in: file, at: tag.range, "'\(tag.text)' closes nothing: nothing is open here",
      help: "remove it, or write \(tag.delimiters.tag("#" + tag.shownName)) where the section begins")
  }

  static func filledTwice(_ file: String, _ tag: Tag) -> Problem {
    Problem(
      .templateSyntax, in: file, at: tag.range, "the block '\(tag.shownName)' is filled twice",
      help: "keep one \(tag.text)…\(tag.closingText)")
  }

  static func ignored(_ file: String, _ range: ByteRange, parent: Tag) -> Problem {
    let block = parent.delimiters.tag("$name") + "…" + parent.delimiters.tag("/name")
    return Problem(
      .templateIgnored, in: file, at: range, "this stands beside the blocks of '\(parent.text)' and is shown nowhere",
      help: "move it into a block: \(block)")
  }

  static func unknownBlock(
    _ file: String, _ block: String, at range: ByteRange, parent: String, known: [String]
  ) -> Problem {
    let help =
      switch (known.closest(to: block), known.isEmpty) {
      case (let near?, _): "did you mean '\(near)'? Write: {{$\(near)}}"
      case (nil, true): "remove it: '\(parent)' has no blocks"
      case (nil, false): "its blocks are: \(known.prefix(12).joined(separator: ", "))"
      }
    return Problem(
      .templateIgnored, in: file, at: range,
      "'{{<\(parent)}}' has no block '\(block)', so this is shown nowhere", help: help)
  }

  static func templateTooLarge(_ file: String, limit: Int) -> Problem {
    Problem(
      .templateSyntax, in: file, "this template is larger than \(limit >> 20) MB",
      help: "split it into several templates and bring them in with {{>name}}")
  }
}
