// Labels changed in place: what changes, what must not, and that what was written is read back.

import Authoring
import Diagnostics
import FrontMatter
import Testing

@Suite("Label editor")
struct LabelEditorTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let change: LabelChange
    let after: String
    var testDescription: String { name }

    init(_ name: String, _ before: String, _ change: LabelChange, _ after: String) {
      self.name = name
      self.before = before
      self.change = change
      self.after = after
    }
  }

  @Test(
    "only the lines of the label change",
    arguments: [
      Edit(
        "a plain text", "---\ntype: todo # soon\n---\nx", .set("type", to: .text("battlecard")),
        "---\ntype: battlecard # soon\n---\nx"),
      Edit(
        "quotes that are there stay", "---\na: \"x\"\nb: 'y'\n---\n", .set("b", to: .text("it's")),
        "---\na: \"x\"\nb: 'it''s'\n---\n"),
      Edit(
        "quotes where they are needed", "---\na: x\n---\n", .set("a", to: .text("ROI: now")),
        "---\na: \"ROI: now\"\n---\n"),
      Edit(
        "nothing after the colon", "---\na:   # later\nb: 1\n---\n", .set("a", to: .text("x")),
        "---\na: x   # later\nb: 1\n---\n"),
      Edit(
        "a text over several lines", "---\na: one\n  two\n# c\nb: 1\n---\n", .set("a", to: .text("three")),
        "---\na: three\n# c\nb: 1\n---\n"),
      Edit(
        "a text below its name", "---\na:\n  one\nb: 1\n---\n", .set("a", to: .text("two")),
        "---\na:\n  two\nb: 1\n---\n"),
      Edit(
        "a folded text stays folded", "---\na: > # c\n    one\n    two\n\nb: 1\n---\n", .set("a", to: .text("three\n")),
        "---\na: > # c\n    three\n\nb: 1\n---\n"),
      Edit(
        "lines stay lines", "---\na: |-\n  one\nb: 1\n---\n", .set("a", to: .text("one\n\ntwo")),
        "---\na: |-\n  one\n\n  two\nb: 1\n---\n"),
      Edit(
        "a list in brackets stays one", "---\na: [ x,  \"y\" ] # c\n---\n", .set("a", to: .list(["x", "y", "z, z"])),
        "---\na: [ x,  \"y\",  \"z, z\" ] # c\n---\n"),
      Edit(
        "brackets over lines", "---\na: [\n  x, # first\n  y,\n  ]\nb: 1\n---\n", .set("a", to: .list(["x", "z"])),
        "---\na: [\n  x, # first\n  z,\n  ]\nb: 1\n---\n"),
      Edit(
        "a list with dashes stays one", "---\na:\n# c\n- x # first\n- 'y'\nb: 1\n---\n",
        .set("a", to: .list(["x", "z", "w"])), "---\na:\n# c\n- x # first\n- 'z'\n- w\nb: 1\n---\n"),
      Edit(
        "an item is taken out", "---\na:\n    - x\n    - y # c\n    - z\n---\n", .set("a", to: .list(["x", "z"])),
        "---\na:\n    - x\n    - z\n---\n"),
      Edit(
        "an item is put first", "---\na:\n  - x\n---\n", .set("a", to: .list(["w", "x"])),
        "---\na:\n  - w\n  - x\n---\n"),
      Edit(
        "one text becomes a list", "---\na: todo\n---\n", .set("a", to: .list(["x", "y"])), "---\na: [x, y]\n---\n"),
      Edit(
        "a list of one where one text was", "---\na: todo # c\n---\n", .set("a", to: .list(["x"])),
        "---\na: x # c\n---\n"),
      Edit(
        "a list becomes a text", "---\na: # c\n  - x\n  - y\nb: 1\n---\n", .set("a", to: .text("z")),
        "---\na: z # c\nb: 1\n---\n"),
      Edit("an emptied list", "---\na:\n  - x\nb: 1\n---\n", .set("a", to: .list([])), "---\na: []\nb: 1\n---\n"),
      Edit(
        "a new label comes last", "---\na: x\n# end\n---\n# Body\n", .set("b", to: .list(["y"])),
        "---\na: x\nb: [y]\n# end\n---\n# Body\n"),
      Edit(
        "after a text that keeps its blank lines", "---\na: |+\n  x\n\n\n---\n", .set("b", to: .text("y")),
        "---\na: |+\n  x\n\n\nb: y\n---\n"),
      Edit("indented labels", "---\n  a: x\n---\n", .set("b", to: .text("y")), "---\n  a: x\n  b: y\n---\n"),
      Edit("no labels in between", "---\n---\nx", .set("a", to: .text("y")), "---\na: y\n---\nx"),
      Edit("no labels at all", "# Title\n", .set("a", to: .text("y")), "---\na: y\n---\n# Title\n"),
      Edit("an empty file", "", .set("a", to: .text("y")), "---\na: y\n---\n"),
      Edit(
        "a mark at the start, lines of Windows", "\u{FEFF}# T\r\nx\r\n", .set("a", to: .text("y")),
        "\u{FEFF}---\r\na: y\r\n---\r\n# T\r\nx\r\n"),
      Edit(
        "lines of Windows stay", "---\r\na:\r\n  - x\r\nb: \"1\"\r\n---\r\n", .set("a", to: .list(["x", "y"])),
        "---\r\na:\r\n  - x\r\n  - y\r\nb: \"1\"\r\n---\r\n"),
      Edit("a mark and labels", "\u{FEFF}---\r\na: x\r\n---\r\n", .remove("a"), "\u{FEFF}---\r\n---\r\n"),
      Edit(
        "a label is removed", "---\na: x\nb: |\n  one\n\n  two\n# c\nc: 1\n---\n", .remove("b"),
        "---\na: x\n# c\nc: 1\n---\n"),
      Edit("one that is not there", "---\na: x \n---\n", .remove("b"), "---\na: x \n---\n"),
      Edit("what it is already", "---\na: 'x' \n---\n", .set("a", to: .text("x")), "---\na: 'x' \n---\n"),
      Edit(
        "curly brackets", "---\n{a: x, b: [y]}\n---\n", .set("b", to: .text("z: 1")), "---\n{a: x, b: \"z: 1\"}\n---\n"),
      Edit(
        "a new label in curly brackets", "---\n{a: x}\n---\n", .set("b", to: .text("y")), "---\n{a: x, b: y}\n---\n"),
      Edit("removed from curly brackets", "---\n{a: x, b: y}\n---\n", .remove("a"), "---\n{b: y}\n---\n"),
      Edit("no line after the dashes", "---\na: x\n---", .set("a", to: .text("y")), "---\na: y\n---"),
    ])
  func edits(edit: Edit) throws {
    let edited = try LabelEditor.edited(Array(edit.before.utf8), file: "x.md", [edit.change])
    #expect(String(decoding: edited, as: UTF8.self) == edit.after)
  }

  @Test(
    "what cannot be read for certain is not touched",
    arguments: [
      "---\na: x: y\n---\n", "---\na: x\na: y\n---\n", "---\na: &b x\n---\n", "---\na: x\n", "---\na:\n\t- x\n---\n",
    ])
  func refusals(text: String) {
    #expect(throws: LabelEditRefusal.self) {
      _ = try LabelEditor.edited(Array(text.utf8), file: "x.md", [.set("b", to: .text("y"))])
    }
  }

  @Test("whatever a text or list holds is read back, and all else is as it was", arguments: 0..<40)
  func readsBack(seed: Int) throws {
    var random = SeededGenerator(seed)
    for _ in 0..<40 {
      let styles = [
        "old", "\"old\"", "'old'", "", "~", "[a, \"b\"]", "[]", "[\n  a,\n  b\n  ]", "\n  - a\n  - 'b'",
        "\n- a\n-\n- b # c",
        "|\n  one\n\n  two", ">-\n    one\n    two", "|+\n  one\n\n", "one\n  two", "\"one\n  two\"", "{a: b}",
        "\n  a: b\n  c: d",
        "\n  old",
      ]
      let before = styles.randomElement(using: &random) ?? ""
      let after = styles.randomElement(using: &random) ?? ""
      let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
      let mark = Bool.random(using: &random) ? "\u{FEFF}" : ""
      let text = mark + "---\nfirst: \(before)\n# comment\nmiddle: \(after)\nlast: 'z' # end\n---\n\nBody: \(seed)\n"
      let bytes = Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end).utf8)
      let name = ["first", "middle", "last", "fresh"].randomElement(using: &random) ?? ""
      let setting: LabelSetting =
        Bool.random(using: &random)
        ? .text(hostileText(&random))
        : .list((0..<Int.random(in: 0...4, using: &random)).map { _ in hostileText(&random) })
      let edited = try LabelEditor.edited(bytes, file: "x.md", [.set(name, to: setting)])
      let (old, oldBody) = read(bytes)
      let (new, newBody) = read(edited)
      #expect(newBody == oldBody)
      for entry in old.entries where entry.name != name { #expect(plain(new[entry.name]) == plain(entry)) }
      switch setting {
      case .text(let text): #expect(new[name]?.value.text.map { Array($0.utf8) } == Array(text.utf8))
      case .list(let items):
        guard case .list(let found)? = new[name]?.value.content else {
          #expect(items.count == 1 && new[name]?.value.text == items.first)
          continue
        }
        #expect(found.map { $0.text.map { Array($0.utf8) } } == items.map { Array($0.utf8) })
      }
      // Taking it out again leaves the others, and setting it to what it is changes no byte.
      #expect(try LabelEditor.edited(edited, file: "x.md", [.set(name, to: setting)]) == edited)
      let removed = try LabelEditor.edited(edited, file: "x.md", [.remove(name)])
      #expect(read(removed).labels.entries.map(\.name) == old.entries.map(\.name).filter { $0 != name })
    }
  }

  private func read(_ bytes: [UInt8]) -> (labels: FrontMatter.Labels, body: ArraySlice<UInt8>) {
    var problems = Problems()
    let (labels, bodyStart) = Labels.inFrontMatter(of: bytes, file: "x.md", report: &problems)
    #expect(problems.isEmpty)
    return (labels ?? Labels(), bytes[bodyStart...])
  }

  /// An entry without its places.
  private func plain(_ entry: Labels.Entry?) -> String {
    func text(_ value: Labels.Value) -> String {
      switch value.content {
      case .text(let text, let isPlain): "\(isPlain ? "" : "quoted ")<\(text)>"
      case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
      case .group(let labels): "{\(labels.entries.map { $0.name + ": " + text($0.value) }.joined(separator: ", "))}"
      case .absent: "absent"
      case .unreadable: "unreadable"
      }
    }
    return entry.map { $0.name + ": " + text($0.value) } ?? "none"
  }
}

/// A text of what is hard to write: everything that means something in labels, odd blanks, controls, other scripts.
private func hostileText(_ random: inout SeededGenerator) -> String {
  let pieces = [
    "a", "B c", " ", "  ", ":", ": ", " #", "#", "- ", "-", "[", "]", "{", "}", ",", "\"", "'", "\\", "|", ">", "&",
    "*", "!",
    "%", "@", "`", "~", "null", "true", "no", "1.10", "2026-03-01", "\n", "\n\n", "\r", "\t", "\u{0}", "\u{7F}",
    "\u{85}",
    "\u{A0}", "\u{2028}", "\u{FEFF}", "“", "”", "ä", "日本", "👩‍👩‍👧", "---", "...", "?", "? ", "=", "\u{202E}", "e\u{301}",
    "\u{FFFE}",
  ]
  return (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}
