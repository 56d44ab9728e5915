// Every mistake: its place (between two ▲), its words, its help, and what is read all the same. Each document here holds
// one mistake.

import Diagnostics
import FrontMatter
import TestSupport
import Testing

/// A document with one mistake.
struct Refusal: CustomTestStringConvertible, Sendable {
  let marked: String
  let message: String
  let help: String
  let tree: String

  init(_ marked: String, _ message: String, _ help: String, _ tree: String) {
    self.marked = marked
    self.message = message
    self.help = help
    self.tree = tree
  }

  var testDescription: String { marked }
}

@Suite("Labels that are refused")
struct RefusedTests {
  static let texts: [Refusal] = [
    Refusal(
      "title: ROI▲:▲ the sheet\n",
      "a text that holds ': ' needs quotes",
      "write: title: \"ROI: the sheet\"", "{title: unreadable}"),
    Refusal(
      "title: ROI▲:▲\n",
      "a text that holds ':' needs quotes",
      "write: title: \"ROI:\"", "{title: unreadable}"),
    Refusal(
      "title: Sheet ▲#1▲\n",
      "'#1' would be taken for a comment and dropped",
      "write: title: \"Sheet #1\" (a comment has a space after its '#')", "{title: unreadable}"),
    Refusal(
      "title: a▲:▲ b # c\n",
      "a text that holds ': ' needs quotes",
      "write: title: \"a: b\" # c", "{title: unreadable}"),
    Refusal(
      "tag: ▲#launch▲\n",
      "'#launch' would be taken for a comment and dropped",
      "write: tag: \"#launch\" (a comment has a space after its '#')", "{tag: unreadable}"),
    Refusal(
      "items:\n- ▲#a▲\n",
      "'#a' would be taken for a comment and dropped",
      "write: - \"#a\" (a comment has a space after its '#')", "{items: [unreadable]}"),
    Refusal(
      "owner: ▲@▲ana\n",
      "a text without quotes may not start with '@'",
      "write: owner: \"@ana\"", "{owner: unreadable}"),
    Refusal(
      "code: ▲`▲x`\n",
      "a text without quotes may not start with '`'",
      "write: code: \"`x`\"", "{code: unreadable}"),
    Refusal(
      "off: ▲%▲5\n",
      "a text without quotes may not start with '%'",
      "write: off: \"%5\"", "{off: unreadable}"),
    Refusal(
      "a: ▲&▲b c\n",
      "a text without quotes may not start with '&'",
      "write: a: \"&b c\" (a value cannot be named and used again)", "{a: unreadable}"),
    Refusal(
      "a: ▲*▲b\n",
      "a text without quotes may not start with '*'",
      "write: a: \"*b\" (a value cannot be named and used again)", "{a: unreadable}"),
    Refusal(
      "a: ▲*▲bold* text\n",
      "a text without quotes may not start with '*'",
      "write: a: \"*bold* text\" (a value cannot be named and used again)", "{a: unreadable}"),
    Refusal(
      "a: ▲!▲b c\n",
      "a text without quotes may not start with '!'",
      "write: a: \"!b c\" (the kind of a value cannot be set with '!')", "{a: unreadable}"),
    Refusal(
      "a: ▲,▲ b\n",
      "a text without quotes may not start with ','",
      "write: a: \", b\"", "{a: unreadable}"),
    Refusal(
      "a: ▲]▲b\n",
      "a text without quotes may not start with ']'",
      "write: a: \"]b\"", "{a: unreadable}"),
    Refusal(
      "a: ▲}▲\n",
      "a text without quotes may not start with '}'",
      "write: a: \"}\"", "{a: unreadable}"),
    Refusal(
      "a: ▲?▲ b\n",
      "a text without quotes may not start with '? '",
      "write: a: \"? b\"", "{a: unreadable}"),
    Refusal(
      "a: ▲:▲ b\n",
      "a text without quotes may not start with ': '",
      "write: a: \": b\"", "{a: unreadable}"),
    Refusal(
      "a: ▲|▲ b\n",
      "expected a text on the lines below '|', found more in the same line",
      "write: a: \"| b\"", "{a: unreadable}"),
    Refusal(
      "a: ▲>▲ 50 people\n",
      "expected a text on the lines below '>', found more in the same line",
      "write: a: \"> 50 people\"", "{a: unreadable}"),
    Refusal(
      "a: ▲|▲x\n",
      "expected a text on the lines below '|', found more in the same line",
      "write: a: \"|x\"", "{a: unreadable}"),
    Refusal(
      "a: ▲>▲#b\n",
      "expected a text on the lines below '>', found more in the same line",
      "write: a: \">#b\"", "{a: unreadable}"),
    Refusal(
      "a: [Draft] ▲Sheet▲\n",
      "text goes on after the closing ']'",
      "write: a: \"[Draft] Sheet\"", "{a: unreadable}"),
    Refusal(
      "a: {b: c} ▲d▲\n",
      "text goes on after the closing '}'",
      "write: a: \"{b: c} d\"", "{a: unreadable}"),
    Refusal(
      "a: ▲{{▲first_name}}, hi\n",
      "a text without quotes may not start with '{{'",
      "write: a: \"{{first_name}}, hi\"", "{a: unreadable}"),
    Refusal(
      "a: \"b\" ▲c▲\n",
      "text goes on after the closing \"",
      "write: a: '\"b\" c'", "{a: unreadable}"),
    Refusal(
      "a: 'It'▲s▲ here'\n",
      "text goes on after the closing '",
      "write: a: \"It's here\"", "{a: unreadable}"),
    Refusal(
      "a: \"He said \"▲hi\"▲ to me\"\n",
      "text goes on after the closing \"",
      "write: a: 'He said \"hi\" to me'", "{a: unreadable}"),
    Refusal(
      "a: \"b\"▲#▲c\n",
      "a space is missing before the comment",
      "write: a: \"b\" #c", "{a: unreadable}"),
    Refusal(
      "a: 'b'▲#▲c\n",
      "a space is missing before the comment",
      "write: a: 'b' #c", "{a: unreadable}"),
    Refusal(
      "a: [b]▲#▲c\n",
      "a space is missing before the comment",
      "write: a: [b] #c", "{a: unreadable}"),
    Refusal(
      "a: ▲-▲ b\n",
      "a list with dashes starts on the line below its name",
      "write: a: [b]", "{a: unreadable}"),
    Refusal(
      "a: ▲-▲\n",
      "a list with dashes starts on the line below its name",
      "write each item on a line of its own below the name, with '- ' before it", "{a: unreadable}"),
    Refusal(
      "a: ▲-▲ @b\n",
      "a list with dashes starts on the line below its name",
      "write each item on a line of its own below the name, with '- ' before it", "{a: unreadable}"),
    Refusal(
      "a: ▲“Hi”▲\n",
      "curly quotes would become part of this text",
      "write: a: \"Hi\" (to show them, put straight quotes around them)", "{a: unreadable}"),
    Refusal(
      "a: ▲‘Hi’▲\n",
      "curly quotes would become part of this text",
      "write: a: \"Hi\" (to show them, put straight quotes around them)", "{a: unreadable}"),
    Refusal(
      "a: “Keep it▲:▲ all”\n",
      "a text that holds ': ' needs quotes",
      "write: a: \"Keep it: all\"", "{a: unreadable}"),
    Refusal(
      "a: \"b\"▲:▲ c\n",
      "text goes on after the closing \"",
      "write: a: '\"b\": c'", "{a: unreadable}"),
    Refusal(
      "a: b\n  ▲c:▲ d e\n",
      "expected no spaces before this line, found 2",
      "write 'c: d e' at the very start of the line", "{a: 'b', c: 'd e'}"),
    Refusal(
      "a: b\n  and so▲:▲ d\n",
      "a text that holds ': ' needs quotes",
      "write '>-' after the label's colon and the text on the lines below, or put quotes around the whole text",
      "{a: unreadable}"),
    Refusal(
      "a: b\n  c ▲#d▲\n",
      "'#d' would be taken for a comment and dropped",
      "put quotes around the whole text (a comment has a space after its '#')", "{a: unreadable}"),
  ]

  @Test("a text without quotes that would be misread is refused, with the quotes it needs", arguments: texts)
  func reportsTexts(refusal: Refusal) { expectRefused(refusal) }

  static let brackets: [Refusal] = [
    Refusal(
      "a: [b▲:▲ c]\n",
      "a text within square brackets that holds ': ' needs quotes",
      "write: a: [\"b: c\"]", "{a: [unreadable]}"),
    Refusal(
      "a: [b ▲[▲c]]\n",
      "a text that holds '[' needs quotes",
      "write: a: [\"b [c]\"]", "{a: [unreadable]}"),
    Refusal(
      "a: [▲“▲b, c”]\n",
      "curly quotes do not hold this text together: its comma ends it",
      "replace them with straight quotes", "{a: [unreadable, 'c\\u{201D}']}"),
    Refusal(
      "a: [▲“b”▲]\n",
      "curly quotes would become part of this text",
      "write: a: [\"b\"] (to show them, put straight quotes around them)", "{a: [unreadable]}"),
    Refusal(
      "a: [\"b\" ▲c▲]\n",
      "a ',' is missing before this",
      "write: a: [\"b\", c]", "{a: [unreadable]}"),
    Refusal(
      "a: [\"b\" ▲\"▲c\"]\n",
      "a ',' is missing before this",
      "write: a: [\"b\", \"c\"]", "{a: [unreadable]}"),
    Refusal(
      "a: [b, ▲-▲ c]\n",
      "an item within brackets has no '-' before it",
      "write: a: [b, c]", "{a: ['b', unreadable]}"),
    Refusal(
      "a: [b,▲,▲ c]\n",
      "nothing stands before this ','",
      "write: a: [b, c]", "{a: ['b', 'c']}"),
    Refusal(
      "a: [▲,▲ b]\n",
      "nothing stands before this ','",
      "write: a: [b]", "{a: ['b']}"),
    Refusal(
      "a: [b, ▲#c▲\n  d]\n",
      "'#c' would be taken for a comment and dropped",
      "put quotes around the whole text (a comment has a space after its '#')", "{a: unreadable}"),
    Refusal(
      "a: [b ▲#c,▲ d]\n",
      "'#c,' would be taken for a comment and dropped",
      "put quotes around the whole text (a comment has a space after its '#')", "{a: unreadable}"),
    Refusal(
      "a: [▲{▲b: c]\n",
      "the closing '}' is missing",
      "write: a: [{b: c}]", "{a: [unreadable]}"),
    Refusal(
      "a: [b▲}▲\n",
      "expected ']', found '}'",
      "write: a: [b]", "{a: unreadable}"),
    Refusal(
      "a: {b: c▲]▲\n",
      "expected '}', found ']'",
      "write: a: {b: c}", "{a: unreadable}"),
    Refusal(
      "a: {▲b▲}\n",
      "expected 'name: value' within curly brackets, found 'b'",
      "write 'name: value', or square brackets for a list: [b]", "{a: {}}"),
    Refusal(
      "a: {b▲:▲c}\n",
      "a space is missing after 'b:'",
      "write: a: {b: c}", "{a: {}}"),
    Refusal(
      "a: {b▲:▲[c]}\n",
      "a space is missing after 'b:'",
      "write: a: {b: [c]}", "{a: {}}"),
    Refusal(
      "a: {b: c▲:▲ d}\n",
      "a text that holds ': ' needs quotes",
      "write: a: {b: \"c: d\"}", "{a: {b: unreadable}}"),
    Refusal(
      "a: {b: c d▲:▲ e}\n",
      "a text that holds ': ' needs quotes",
      "write: a: {b: \"c d: e\"}", "{a: {b: unreadable}}"),
    Refusal(
      "a: {▲\"b\" c▲}\n",
      "expected 'name: value' within curly brackets, found '\"b\" c'",
      "write 'name: value', or square brackets for a list: [\"b\" c]", "{a: {}}"),
    Refusal(
      "a: {b: 1, ▲b▲: 2}\n",
      "'b' stands twice",
      "keep one of the two; the other is in line 1", "{a: {b: '1'}}"),
    Refusal(
      "a: {▲:▲ b}\n",
      "the name before ':' is missing",
      "write: name: value", "{a: {}}"),
    Refusal(
      "a: {▲?▲ b: c}\n",
      "a name may not start with '? '",
      "write: a: {b: c}", "{a: {}}"),
    Refusal(
      "a: {b: ▲[▲c}\n",
      "the closing ']' is missing",
      "write: a: {b: [c]}", "{a: {b: unreadable}}"),
    Refusal(
      "a: ▲[b]▲: c\n",
      "brackets cannot be the name of a label",
      "write a name before ':'", "{a: unreadable}"),
    Refusal(
      "▲[▲a]: b\n",
      "a name without quotes may not start with '['",
      "write: \"[a]\": b", "{}"),
    Refusal(
      "{a: b}\n▲c:▲ d\n",
      "this line stands outside the brackets that hold all other labels",
      "write all labels one below the other, without brackets around them", "{a: 'b'}"),
    Refusal(
      "a: {b: '1' ▲'▲2'}\n",
      "text goes on after the closing '",
      "write: a: {b: \"'1' '2'\"}", "{a: {b: unreadable}}"),
  ]

  @Test("within brackets, what would be misread is refused", arguments: brackets)
  func reportsBrackets(refusal: Refusal) { expectRefused(refusal) }

  static let unclosed: [Refusal] = [
    Refusal(
      "a: ▲[▲b, c\n",
      "the closing ']' is missing",
      "write: a: [b, c]", "{a: unreadable}"),
    Refusal(
      "a: ▲[▲b, c # d\ne: f\n",
      "the closing ']' is missing",
      "write ']' at the end of line 1", "{a: unreadable, e: 'f'}"),
    Refusal(
      "a: ▲[▲\n  b,\n  c\nd: e\n",
      "the closing ']' is missing",
      "write ']' at the end of line 3", "{a: unreadable, d: 'e'}"),
    Refusal(
      "a: ▲{▲b: c\nd: e\n",
      "the closing '}' is missing",
      "write: a: {b: c}", "{a: unreadable, d: 'e'}"),
    Refusal(
      "a: {b: ▲[▲c, d}\n",
      "the closing ']' is missing",
      "write: a: {b: [c, d]}", "{a: {b: unreadable}}"),
    Refusal(
      "a: ▲\"▲b\nc: d\n",
      "the closing \" is missing",
      "write: a: \"b\"", "{a: unreadable, c: 'd'}"),
    Refusal(
      "a: ▲'▲b\n",
      "the closing ' is missing",
      "write: a: 'b'", "{a: unreadable}"),
    Refusal(
      "a: ▲\"▲b\n  c\nd: e\n",
      "the closing \" is missing",
      "write \" at the end of line 2, or where the text ends", "{a: unreadable, d: 'e'}"),
    Refusal(
      "a: [▲\"▲b, c]\nd: e\n",
      "the closing \" is missing",
      "write \" where the text ends", "{a: unreadable, d: 'e'}"),
    Refusal(
      "a: ▲\"▲b\\\n",
      "the closing \" is missing",
      "write \" where the text ends", "{a: unreadable}"),
    Refusal(
      "a: \"b\n  c: \"▲d\"▲\n",
      "text goes on after the closing \"",
      "delete it, or look whether the \" in line 1 was closed where it should be", "{a: unreadable}"),
  ]

  @Test("what is never closed is reported where it opens, with the place to close it", arguments: unclosed)
  func reportsUnclosed(refusal: Refusal) { expectRefused(refusal) }

  static let columns: [Refusal] = [
    Refusal(
      "a: b\n  ▲c:▲ d\n",
      "expected no spaces before this line, found 2",
      "write 'c: d' at the very start of the line", "{a: 'b', c: 'd'}"),
    Refusal(
      "  a: b\n▲c:▲ d\n",
      "expected 2 spaces before this line, found 0",
      "write '  c: d'", "{a: 'b', c: 'd'}"),
    Refusal(
      "a:\n    b: c\n  ▲d:▲ e\n",
      "expected 4 spaces before this line, found 2",
      "write '    d: e'", "{a: {b: 'c', d: 'e'}}"),
    Refusal(
      "a:\n  b: c\n    ▲d:▲ e\n",
      "expected 2 spaces before this line, found 4",
      "write '  d: e'", "{a: {b: 'c', d: 'e'}}"),
    Refusal(
      "a:\n- b\n  ▲-▲ c\n",
      "expected no spaces before this line, found 2",
      "write '- c' at the very start of the line", "{a: ['b', 'c']}"),
    Refusal(
      "a:\n  - b\n ▲-▲ c\n",
      "expected 2 spaces before this line, found 1",
      "write '  - c'", "{a: ['b', 'c']}"),
    Refusal(
      "a:\n  - b\n  ▲c▲\n",
      "expected '- ' before this item of the list",
      "write '  - c'", "{a: ['b']}"),
    Refusal(
      "a: [b,\n▲c]▲\n",
      "expected at least 1 space before this line, which belongs to the label above",
      "write '  c]'", "{a: ['b', 'c']}"),
    Refusal(
      "a: [\n  b\n▲]▲\n",
      "expected at least 1 space before this line, which belongs to the label above",
      "write '  ]'", "{a: ['b']}"),
    Refusal(
      "a: \"b\n▲c\"▲\n",
      "expected at least 1 space before this line, which belongs to the label above",
      "write '  c\"'", "{a: 'b c'}"),
    Refusal(
      "a:\n  - b: c\n     ▲d:▲ e\n",
      "expected 4 spaces before this line, found 5",
      "write '    d: e'", "{a: [{b: 'c', d: 'e'}]}"),
    Refusal(
      "a: |\n  b\n ▲c▲\n",
      "expected a label such as 'title: …', found 'c'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  c'", "{a: 'b\\u{A}'}"),
    Refusal(
      "a: |\n▲    ▲\n  b\n",
      "this empty line is indented deeper than the text below it",
      "delete the spaces on this line", "{a: '  \\u{A}b\\u{A}'}"),
    Refusal(
      "a: x # y\n  ▲z▲\n",
      "expected a label such as 'title: …', found 'z'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  z'", "{a: 'x'}"),
    Refusal(
      "a: 'x'\n  ▲y:▲ z\n",
      "expected no spaces before this line, found 2",
      "write 'y: z' at the very start of the line", "{a: 'x', y: 'z'}"),
  ]

  @Test("a line that starts in the wrong column is reported with the right one", arguments: columns)
  func reportsColumns(refusal: Refusal) { expectRefused(refusal) }

  static let tabs: [Refusal] = [
    Refusal(
      "a:\n▲\t▲b: c\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  b: c', with spaces", "{a: {b: 'c'}}"),
    Refusal(
      "a:\n▲\t▲- b\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  - b', with spaces", "{a: ['b']}"),
    Refusal(
      "a:\n  - b\n▲\t▲- c\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  - c', with spaces", "{a: ['b', 'c']}"),
    Refusal(
      "a: b\n▲\t▲c\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  c', with spaces", "{a: 'b c'}"),
    Refusal(
      "a: |\n▲\t▲b\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  b', with spaces", "{a: 'b\\u{A}'}"),
    Refusal(
      "a: [\n▲\t▲b]\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  b]', with spaces", "{a: ['b']}"),
    Refusal(
      "a: \"b\n▲\t▲c\"\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  c\"', with spaces", "{a: 'b c'}"),
    Refusal(
      "a:\n-▲\t▲- b\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '-  - b', with spaces", "{a: [['b']]}"),
    Refusal(
      "a: \"b\n▲\t▲\n c\"\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "delete it", "{a: 'b\\u{A}c'}"),
    Refusal(
      "▲\t▲a: b\n",
      "a tab stands at the start of this line, where only spaces may stand",
      "write '  a: b', with spaces", "{a: 'b'}"),
  ]

  @Test("a tab never indents", arguments: tabs)
  func reportsTabs(refusal: Refusal) { expectRefused(refusal) }

  static let lines: [Refusal] = [
    Refusal(
      "title▲:▲ROI\n",
      "a space is missing after 'title:'",
      "write: title: ROI", "{title: 'ROI'}"),
    Refusal(
      "title▲:▲\u{A0}ROI\n",
      "the space after 'title:' is a no-break space, not an ordinary one",
      "write: title: ROI", "{title: 'ROI'}"),
    Refusal(
      "▲\u{A0}title▲: ROI\n",
      "a no-break space stands beside this name, where only ordinary spaces may stand",
      "delete it and type the space again", "{}"),
    Refusal(
      "▲title▲\n",
      "expected a label such as 'title: …', found 'title'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  title'", "{}"),
    Refusal(
      "▲title▲ = ROI\n",
      "expected a label such as 'title: …', found 'title = ROI'",
      "write: title: ROI", "{}"),
    Refusal(
      "▲title：ROI▲\n",
      "expected a label such as 'title: …', found 'title：ROI'",
      "write: title: ROI", "{}"),
    Refusal(
      "▲some▲ words\n",
      "expected a label such as 'title: …', found 'some words'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  some words'", "{}"),
    Refusal(
      "▲types▲\n  a: b\n",
      "a ':' is missing after 'types'",
      "write: types:", "{types: {a: 'b'}}"),
    Refusal(
      "▲?▲ a\n",
      "a label may not start with '? '",
      "write the name, a colon, a space and the value in one line: name: value", "{}"),
    Refusal(
      "▲:▲ a\n",
      "the name before ':' is missing",
      "write: name: value", "{}"),
    Refusal(
      "▲-▲ a\n- b\nc: d\n",
      "expected a label such as 'title: …', found an item of a list",
      "write the name of its label, such as 'personas:', on a line above it", "{c: 'd'}"),
    Refusal(
      "a: b\n▲-▲ c\n",
      "expected a label such as 'title: …', found an item of a list",
      "write the name of its label, such as 'personas:', on a line above it", "{a: 'b'}"),
    Refusal(
      "▲@▲a: b\n",
      "a name without quotes may not start with '@'",
      "write: \"@a\": b", "{}"),
    Refusal(
      "▲*▲a: b\n",
      "a name without quotes may not start with '*'",
      "write: \"*a\": b", "{}"),
    Refusal(
      "▲\"a▲\n",
      "expected a label such as 'title: …', found '\"a'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  \"a'", "{}"),
    Refusal(
      "▲\"a\"▲ b: c\n",
      "expected a label such as 'title: …', found '\"a\" b: c'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  \"a\" b: c'", "{}"),
    Refusal(
      "a: 1\n▲a▲: 2\n",
      "'a' stands twice",
      "keep one of the two; the other is in line 1", "{a: '1'}"),
    Refusal(
      "a: 1\n▲\"a\"▲: 2\nb:\n  a: 3\n",
      "'a' stands twice",
      "keep one of the two; the other is in line 1", "{a: '1', b: {a: '3'}}"),
    Refusal(
      "▲|▲\n  a\n",
      "expected a label such as 'title: …', found '|'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  |'", "{}"),
    Refusal(
      "▲https://x.example▲\n",
      "expected a label such as 'title: …', found 'https://x.example'",
      "write 'name: value'; or, if this goes on with the text above, indent it: '  https://x.example'", "{}"),
    Refusal(
      "a: b\n\n▲?▲ c\n",
      "a label may not start with '? '",
      "write the name, a colon, a space and the value in one line: name: value", "{a: 'b'}"),
  ]

  @Test("a line that is no label is reported with what a label looks like", arguments: lines)
  func reportsLines(refusal: Refusal) { expectRefused(refusal) }

  static let escapes: [Refusal] = [
    Refusal(
      "a: \"b▲\\d▲\"\n",
      "'\\d' stands for no letter or sign",
      "write: a: \"b\\\\d\"", "{a: unreadable}"),
    Refusal(
      "a: \"▲\\x4▲\"\n",
      "'\\x' needs 2 digits (0-9, a-f) after it",
      "write: a: \"\\\\x4\"", "{a: unreadable}"),
    Refusal(
      "a: \"▲\\ud83d▲\"\n",
      "'\\ud83d' stands for no letter or sign",
      "type the letter or sign itself", "{a: unreadable}"),
    Refusal(
      "a: \"▲\\U00110000▲\"\n",
      "'\\U00110000' stands for no letter or sign",
      "type the letter or sign itself", "{a: unreadable}"),
    Refusal(
      "a: \"▲\\é▲\"\n",
      "'\\é' stands for no letter or sign",
      "write: a: \"\\\\é\"", "{a: unreadable}"),
    Refusal(
      "a: \"▲\\'▲\"\n",
      "'\\'' stands for no letter or sign",
      "write: a: \"\\\\'\"", "{a: unreadable}"),
  ]

  @Test("an escape that stands for nothing is refused", arguments: escapes)
  func reportsEscapes(refusal: Refusal) { expectRefused(refusal) }

  static let wholeFile: [Refusal] = [
    Refusal(
      "a: b\n▲---▲\nc: d\n",
      "a file holds one set of labels, and '---' starts a second",
      "delete this line", "{a: 'b', c: 'd'}"),
    Refusal(
      "▲%YAML 1.2▲\n---\na: b\n",
      "a line that starts with '%' has no meaning here",
      "delete this line", "{a: 'b'}"),
    Refusal(
      "--- ▲a: b▲\n",
      "nothing may stand beside '---'",
      "move it to the line below", "{}"),
    Refusal(
      "a: b\n... ▲c▲\n",
      "nothing may stand beside '...'",
      "move it to the line below", "{a: 'b'}"),
    Refusal(
      "a: b\n...\n▲c: d▲\n",
      "labels go on after their end",
      "delete the line '...' above", "{a: 'b', c: 'd'}"),
    Refusal(
      "a: b\n...\n▲...▲\n",
      "labels go on after their end",
      "delete the line '...' above", "{a: 'b'}"),
    Refusal(
      "a: b▲\u{7}▲c\n",
      "an invisible character (U+0007) stands here",
      "delete it", "{a: 'b\\u{7}c'}"),
    Refusal(
      "a: \u{85}▲\u{80}▲\n",
      "an invisible character (U+0080) stands here",
      "delete it", "{a: '\\u{85}\\u{80}'}"),
    Refusal(
      "a: b▲\u{FEFF}▲\n",
      "an invisible character (U+FEFF) stands here",
      "delete it", "{a: 'b\\u{FEFF}'}"),
    Refusal(
      "a: \"b▲\u{7F}▲\"\n",
      "an invisible character (U+007F) stands here",
      "delete it", "{a: 'b\\u{7F}'}"),
    Refusal(
      "a: ▲\u{FFFF}▲\n",
      "an invisible character (U+FFFF) stands here",
      "delete it", "{a: '\\u{FFFF}'}"),
    Refusal(
      "a: ▲|▲\n  b",
      "the file ends within the text below this '|'",
      "end the last line with a line break", "{a: 'b'}"),
    Refusal(
      "a: ▲>▲+\n  b\n  ",
      "the file ends within the text below this '>'",
      "end the last line with a line break", "{a: 'b\\u{A}'}"),
  ]

  @Test("one file holds one set of labels and no odd characters", arguments: wholeFile)
  func reportsWholeFile(refusal: Refusal) { expectRefused(refusal) }

  @Test(
    "a corrected line is one that is read",
    arguments: [texts, brackets, unclosed, lines, escapes].flatMap { $0 }.filter { $0.help.hasPrefix("write: ") })
  func corrects(refusal: Refusal) throws {
    let sample = MarkedText(refusal.marked)
    var lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = sample.text.utf8.prefix(sample.offsets[0]).count { $0 == UInt8(ascii: "\n") }
    let indent = lines[line].prefix { $0 == " " }
    let help = refusal.help.dropFirst("write: ".count)
    let corrected = help.split(separator: " (").first.map(String.init) ?? String(help)
    guard corrected != "name: value" else { return }
    lines[line] = String(indent) + corrected
    let (_, problems) = read(lines.joined(separator: "\n"))
    #expect(problems.map(\.message) == [])
  }

  @Test("no message, help or explanation speaks of what only programmers know")
  func words() {
    let refusals = [
      Self.texts, Self.brackets, Self.unclosed, Self.columns, Self.tabs, Self.lines, Self.escapes, Self.wholeFile,
    ].flatMap { $0 }
    let texts = refusals.flatMap { [$0.message, $0.help] }
    for text in texts + [Rule.labelSyntax.explanation] {
      for word in ["scalar", "mapping", "key", "yaml", "kebab", "sequence", "anchor", "indicator"] {
        #expect(!text.lowercased().split { !$0.isLetter }.contains(Substring(word)), "\(text)")
      }
    }
    for text in texts {
      #expect(!text.hasSuffix("."))
      #expect(text.first?.isUppercase == false)
    }
  }

  private func expectRefused(_ refusal: Refusal) {
    let sample = MarkedText(refusal.marked)
    let (tree, problems) = read(sample.text)
    #expect(problems.map(\.message) == [refusal.message])
    #expect(problems.map(\.help) == [refusal.help])
    #expect(problems.map { [Int($0.range.lower), Int($0.range.upper)] } == [sample.offsets])
    #expect(problems.allSatisfy { $0.rule == .labelSyntax && $0.severity == .error && $0.rule.isFixed })
    #expect(tree == refusal.tree)
  }
}
