// The words of a command line, sorted out by a command's spec. Mistakes are facts here; Usage.swift has the words.

enum UsageError: Error, Equatable {
  case unknownCommand(String)
  case unknownOption(String, command: String)
  case missingValue(option: String, command: String)
  case emptyValue(option: String, command: String)
  case unwantedValue(option: String, command: String)
  case unknownChoice(option: String, value: String, choices: [String], command: String)
  case missingCompanion(option: String, needs: String, command: String)
  case repeatedOption(String, command: String)
  case missingOperand(command: String)
  case extraOperand(String, command: String)
  case invalidValue(option: String, value: String, expected: String, command: String)
}

struct Arguments: Sendable, Equatable {
  private(set) var values: [String: [String]] = [:]
  private(set) var operands: [String] = []
  /// Values of options that the spec does not name, in order, where it takes facets: ("industries", "mfg").
  private(set) var facets: [Pair] = []
  private(set) var wantsHelp = false
  let command: String

  struct Pair: Sendable, Equatable { let name, value: String }

  /// `--name=VALUE`, `--name VALUE`, `-C VALUE`; "--" ends the options.
  init(_ words: [String], for spec: CommandSpec) throws(UsageError) {
    command = spec.name
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
        operands.append(word)
        continue
      }
      if word == "--help" || word == "-h" {
        wantsHelp = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let inline = word.hasPrefix("--") && parts.count == 2 ? parts[1] : nil
      let name = inline == nil ? word : parts[0]
      guard let option = spec.options.first(where: { $0.names.contains(name) }) else {
        guard spec.takesFacets, name.hasPrefix("--") else { throw .unknownOption(name, command: command) }
        guard let value = inline ?? rest.popFirst() else { throw .missingValue(option: name, command: command) }
        facets.append(Pair(name: String(name.dropFirst(2)), value: value))
        continue
      }
      try take(option, name: name, inline: inline, from: &rest)
    }
    if wantsHelp { return }
    if operands.count > spec.operandCount.upperBound {
      throw .extraOperand(operands[spec.operandCount.upperBound], command: command)
    }
    if operands.count < spec.operandCount.lowerBound { throw .missingOperand(command: command) }
  }

  private mutating func take(
    _ option: OptionSpec, name: String, inline: String?, from rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if values[option.key] != nil, !option.isRepeatable { throw .repeatedOption(name, command: command) }
    guard option.value != nil else {
      if inline != nil { throw .unwantedValue(option: name, command: command) }
      values[option.key] = []
      return
    }
    guard let value = inline ?? rest.popFirst() else { throw .missingValue(option: name, command: command) }
    // An unset variable in a script: -C "$DIR". Taken as it is, it would mean the root of the disk.
    if value.isEmpty { throw .emptyValue(option: name, command: command) }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw .unknownChoice(option: name, value: value, choices: option.choices, command: command)
    }
    values[option.key, default: []].append(value)
  }

  /// `key` is the option's last name.
  func has(_ key: String) -> Bool { values[key] != nil }
  subscript(key: String) -> String? { values[key]?.last }
  func all(_ key: String) -> [String] { values[key] ?? [] }
}
