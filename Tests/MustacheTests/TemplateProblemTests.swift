import Diagnostics
import Mustache
import Testing
import TestSupport

@Suite("Mistakes in templates")
struct TemplateProblemTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    var marked: String
    var message: String
    var help: String?
    var testDescription: String { marked }

    init(_ marked: String, _ message: String, _ help: String? = nil) {
      self.marked = marked
      self.message = message
      self.help = help
    }
  }

  @Test(
    "a mistake is reported once, at its own place, with what to write instead",
    arguments: [
      Mistake("<h1>▲{{title</h1>▲\n", "this tag has no end: '}}' is missing", "write: {{title}}"),
      Mistake("▲{{title▲ {{b}}", "this tag has no end: '}}' is missing", "write: {{title}}"),
      Mistake("▲{{#items▲\n{{name}}{{/items}}", "this tag has no end: '}}' is missing", "write: {{#items}}"),
      Mistake("▲{{{body▲\n{{b}}", "this tag has no end: '}}' is missing", "write: {{{body}}}"),
      Mistake("a ▲{{▲", "this tag has no end: '}}' is missing", "write '}}' where the tag ends"),
      Mistake("a ▲{{! never▲\nmore", "this comment has no end: '}}' is missing", "write '}}' where the comment ends"),
      Mistake("▲{{{body}}▲ x", "this tag begins with one '{' more than it ends with", "write: {{{body}}}"),
      Mistake("a▲{{}}▲", "this tag has no name", "write a name in it, such as {{title}}, or remove it"),
      Mistake("a▲{{#}}▲b{{/}}", "this tag has no name", "write a name in it, such as {{title}}, or remove it"),
      Mistake("{{#a}}b▲{{/}}▲", "'{{/}}' closes nothing: what is open here is '{{#a}}'", "write: {{/a}}"),
      Mistake("{{▲first name▲}}", "'first name' is more than one name", "write one name without spaces"),
      Mistake("{{#▲if title▲}}a{{/if title}}", "'if title' is more than one name", "write: {{#title}}"),
      Mistake("{{#▲unless x▲}}a{{/unless x}}", "'unless x' is more than one name", "write: {{^x}}"),
      Mistake("{{▲a..b▲}}", "'a..b' has a dot with no name beside it", "write: {{a.b}}"),
      Mistake("{{& ▲.a▲ }}", "'.a' has a dot with no name beside it", "write: {{&a}}"),
      Mistake("▲{{#a}}▲ text", "'{{#a}}' is never closed", "write {{/a}} where it ends"),
      Mistake("{{#a}}▲{{^b}}▲ x {{/a}}", "'{{^b}}' is never closed", "write {{/b}} where it ends"),
      Mistake(
        "{{#a}}b▲{{/c}}▲ d", "'{{/c}}' closes nothing: what is open here is '{{#a}}'", "write: {{/a}}"),
      Mistake(
        "a▲{{/b}}▲", "'{{/b}}' closes nothing: nothing is open here",
        "remove it, or write {{#b}} where the section begins"),
      Mistake(
        "▲{{=<%=}}▲ {{a}}", "new delimiters are two marks with a space between them and without '='",
        "write: {{=<% %>=}}"),
      Mistake(
        "▲{{=<% %>}}▲ {{a}}", "new delimiters are two marks with a space between them and without '='",
        "write: {{=<% %>=}}"),
      Mistake("{{=<% %>=}}\n▲<%#a%>▲", "'<%#a%>' is never closed", "write <%/a%> where it ends"),
      Mistake("{{=| |=}}|a| ▲|b▲", "this tag has no end: '|' is missing", "write: |b|"),
      Mistake(
        "{{<p}}{{$a}}1{{/a}}▲{{$a}}▲2{{/a}}{{/p}}", "the block 'a' is filled twice", "keep one {{$a}}…{{/a}}"),
      Mistake("▲{{<*p}}▲{{$a}}1{{/a}}", "'{{<*p}}' is never closed", "write {{/*p}} where it ends"),
      Mistake(
        "{{<p}}\n  ▲lost▲\n{{$a}}1{{/a}} too{{/p}}", "this stands beside the blocks of '{{<p}}' and is shown nowhere",
        "move it into a block: {{$name}}…{{/name}}"),
      Mistake(
        "{{<p}}▲{{#x}}▲{{$a}}1{{/a}}{{/x}}{{/p}}",
        "this stands beside the blocks of '{{<p}}' and is shown nowhere", "move it into a block: {{$name}}…{{/name}}"),
      Mistake("\u{FEFF}é\r\n▲{{/ü}}▲", "'{{/ü}}' closes nothing: nothing is open here"),
    ])
  func reports(mistake: Mistake) throws {
    let sample = MarkedText(mistake.marked)
    let problems = compile(sample.text).problems.all
    try #require(problems.count == 1, "\(problems.map(\.message))")
    #expect(problems[0].message == mistake.message)
    #expect(problems[0].range == ByteRange(sample.offsets[0], sample.offsets[1]))
    #expect(problems[0].file == "templates/page.html")
    if let help = mistake.help { #expect(problems[0].help == help) }
  }

  @Test("one run reports the mistakes of all templates")
  func reportsAll() {
    let problems = compile("{{a}} {{#b}} {{}} {{/c}} {{/d}}", ["other": "{{^e}}"]).problems.sorted()
    #expect(
      problems.map(\.message) == [
        "'{{^e}}' is never closed", "this tag has no name",
        "'{{/c}}' closes nothing: what is open here is '{{#b}}'", "'{{/d}}' closes nothing: nothing is open here",
      ])
    #expect(problems.map(\.file).first == "templates/other.html")
    #expect(problems.allSatisfy { $0.rule == .templateSyntax && $0.severity == .error })
  }

  @Test("what is lost beside blocks is a warning, and a remark beside them is none")
  func warnsOfLostText() {
    #expect(compile("{{<p}}x{{/p}}").problems.all.map(\.severity) == [.warning])
    #expect(compile("{{<p}}\n  {{! a remark }}\n{{/p}}").problems.isEmpty)
  }

  @Test("a filled block that nothing shows is reported with the nearest name there is")
  func warnsOfUnknownBlocks() {
    let others = ["layout": "{{$title}}{{/title}}{{>head}}", "head": "{{$style}}{{/style}}"]
    let page = "{{<layout}}{{$titel}}{{/titel}}{{$style}}{{/style}}{{$zebra}}{{/zebra}}{{/layout}}"
    let problems = compile(page, others).problems.all
    #expect(problems.map(\.rule) == [.templateIgnored, .templateIgnored])
    #expect(
      problems.map(\.message) == [
        "'{{<layout}}' has no block 'titel', so this is shown nowhere",
        "'{{<layout}}' has no block 'zebra', so this is shown nowhere",
      ])
    #expect(problems.map(\.help) == ["did you mean 'title'? Write: {{$title}}", "its blocks are: style, title"])
    #expect(problems.first?.range == ByteRange(14, 19))
    // What a value names, or does not exist, may have any block.
    #expect(compile(page, ["layout": "{{>*kind}}"]).problems.isEmpty)
    #expect(compile(page).problems.isEmpty)
    #expect(compile("{{<page}}{{$a}}x{{/a}}{{/page}}{{$a}}{{/a}}").problems.isEmpty)
  }

  @Test("a template with a mistake is rendered as far as it was understood")
  func rendersDespiteMistakes() {
    #expect(render("{{a}} {{#b}}{{c", ["a": "1", "b": true, "c": "3"]) == "1 3")
    #expect(render("{{#a}}{{#b}}x{{/a}}y", ["a": true, "b": true]) == "xy")
    #expect(render("1{{}}2{{/x}}3") == "123")
  }

  @Test("places that bring in a template which does not exist are listed")
  func listsMissingPartials() {
    let templates = compile("{{>card}}\n{{<layout}}{{/layout}}{{>*kind}}{{>other}}", ["other": "{{>page}}"]).templates
    #expect(templates.missingPartials.map(\.name) == ["card", "layout"])
    #expect(templates.missingPartials.map(\.range) == [ByteRange(3, 7), ByteRange(13, 19)])
    #expect(templates.missingPartials.map(\.file) == ["templates/page.html", "templates/page.html"])
  }

  @Test("the names a template uses are listed with their places and the sections around them")
  func listsNames() {
    let template = compile("{{a.b}}{{#list}}{{.}}{{^x}}{{>*kind}}{{/x}}{{/list}}{{{z}}}").templates.templates[0]
    #expect(template.names.map { $0.parts.joined(separator: ".") } == ["a.b", "list", "", "x", "kind", "z"])
    #expect(template.names.map(\.enclosing) == [nil, nil, 1, 1, 3, nil])
    #expect(template.names.map(\.kind) == [.value, .section, .value, .inverted, .value, .raw])
    #expect(template.names[0].range == ByteRange(2, 5))
    #expect(template.partials.map(\.isDynamic) == [true])
    #expect(template.partials.map(\.enclosing) == [3])
  }

  @Test("every rule of templates explains itself in plain words")
  func explains() {
    for rule in [Rule.templateSyntax, .templateIgnored] {
      #expect(rule.explanation.count > 200)
      #expect(rule.explanation.contains("\n\n    {{"))
    }
  }
}
