// SARIF 2.1.0, the OASIS format that code scanning reads. Regions count UTF-16 code units, and lines end as `LineIndex`
// says, a lone carriage return included; both are said in the run. What a baseline knows is there as suppressed.

struct SARIFFormat {
  let report: ProblemReport

  func render() -> String {
    let all = report.all
    let rules = Set(all.map(\.problem.problem.rule)).sorted { $0.name < $1.name }
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.name, $0) })
    let fingerprints = report.fingerprints(all.map(\.problem))
    let results = zip(all, fingerprints).map { item, fingerprint in
      result(item.problem, isKnown: item.isKnown, fingerprint, ruleIndex: indices[item.problem.problem.rule.name] ?? 0)
    }
    let root: JSONText = [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": .list([
        [
          "tool": [
            "driver": ["name": "Shelfmark", "version": .text(report.version), "rules": .list(rules.map(rule))]
          ],
          "columnKind": "utf16CodeUnits",
          "newlineSequences": ["\r\n", "\n", "\r"],
          "originalUriBaseIds": ["SRCROOT": ["description": ["text": "The root of the repository."]]],
          "results": .list(results),
        ]
      ]),
    ]
    return root.rendered
  }

  private func rule(_ rule: Rule) -> JSONText {
    let explanation = rule.explanation
    let first = explanation.prefix { $0 != "\n" }
    let sentence = first.firstRange(of: ". ").map { first[..<$0.lowerBound] + "." } ?? first
    return [
      "id": .text(rule.name), "shortDescription": ["text": .text(String(sentence))],
      "fullDescription": ["text": .text(String(first))],
      "help": ["text": .text(explanation), "markdown": .text(explanation)],
      "defaultConfiguration": ["level": .text(rule.severity == .error ? "error" : "warning")],
    ]
  }

  private func result(
    _ resolved: ResolvedProblem, isKnown: Bool, _ fingerprint: String, ruleIndex: Int
  ) -> JSONText {
    let problem = resolved.problem
    let help = problem.help.map { "\nhelp: \($0)" } ?? ""
    var fields: [(String, JSONText)] = [
      ("ruleId", .text(problem.rule.name)), ("ruleIndex", .number(ruleIndex)),
      ("level", .text(problem.severity == .error ? "error" : "warning")),
      ("message", ["text": .text(withoutLinks(printable(problem.message) + help))]),
      (
        "locations",
        .list([
          [
            "physicalLocation": [
              "artifactLocation": ["uri": .text(uri(report.path(problem))), "uriBaseId": "SRCROOT"],
              "region": region(resolved.region),
            ]
          ]
        ])
      ),
      ("partialFingerprints", ["ruleFileMessage/v1": .text(fingerprint)]),
    ]
    if isKnown {
      fields.append(("suppressions", .list([["kind": "external", "justification": "It is in the baseline."]])))
    }
    return .object(fields)
  }

  private func region(_ region: Region) -> JSONText {
    guard let end = region.end else {
      return ["startLine": .number(region.line), "startColumn": .number(region.column)]
    }
    return [
      "startLine": .number(region.line), "startColumn": .number(region.column), "endLine": .number(end.line),
      "endColumn": .number(end.column),
    ]
  }

  /// "[a](b)" would be a link in a message, wherever its author took it from.
  private func withoutLinks(_ text: String) -> String {
    guard text.contains("](") else { return text }
    return text.reduce(into: "") { $0 += $1 == "[" || $1 == "]" || $1 == "\\" ? "\\\($1)" : "\($1)" }
  }

  /// A path as a relative reference: everything but what may stand in a segment as it is becomes "%XX".
  private func uri(_ path: String) -> String { percentEncoded(path, keeping: Self.inPath) }

  private static let inPath = AddressBytes("-._~/")
}
