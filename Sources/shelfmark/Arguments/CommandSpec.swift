// What a command takes, as data: the parser, the help and the completions all read it from here.

struct OptionSpec: Sendable {
  /// With their dashes, the one to show first: ["--output"], ["-C", "--directory"].
  let names: [String]
  /// What stands for the value in the help, nil for a flag.
  let value: String?
  let help: String
  /// The values that are accepted, where they are few.
  let choices: [String]
  let isRepeatable: Bool

  init(_ names: String..., value: String? = nil, choices: [String] = [], isRepeatable: Bool = false, help: String) {
    self.names = names
    self.value = value
    self.help = help
    self.choices = choices
    self.isRepeatable = isRepeatable
  }

  var key: String { names.last ?? "" }
}

struct CommandSpec: Sendable {
  let name: String
  let summary: String
  /// What the help says under the summary; paragraphs.
  var discussion = ""
  /// How the words after the options are written in the usage line; empty for none.
  var operands = ""
  var operandCount: ClosedRange<Int> = 0...0
  /// What such a word may be, where they are few: for completions.
  var operandWords: [String] = []
  var options: [OptionSpec] = []
  /// True where any other `--name VALUE` is taken too: the library's own facets.
  var takesFacets = false
  var examples: [String] = []
}
