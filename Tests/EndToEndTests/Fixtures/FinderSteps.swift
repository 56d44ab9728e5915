// What people do on the finder and how one knows that the page has answered.

import TestSupport

extension Browser {
  /// Types words into the box, wherever the focus is, and waits for their results.
  func ask(_ words: String) throws {
    try type(words, into: "#q")
    try awaitAnswer(to: words)
  }

  func awaitAnswer(to words: String) throws {
    try wait(until: "document.querySelector('#results').dataset.query === \(JSON.text(words).serialized)")
  }

  /// Clicks a choice of a picker and waits until it is taken, or given up.
  func pick(_ picker: String, _ value: String, isOn: Bool = true) throws {
    let choice = "[data-picker='\(picker)'] [data-value='\(value)']"
    try click(choice)
    try wait(until: "document.querySelector(\"\(choice)\").getAttribute('aria-pressed') === '\(isOn)'")
  }

  /// Titles of the results, best first.
  func found() throws -> [String] {
    try js("return [...document.querySelectorAll('#results a.title')].map(a => a.textContent)").strings
  }

  /// The number that `#count` tells.
  func total() throws -> Int {
    Int(try text("#count").filter(\.isNumber)) ?? 0
  }

  /// The numbers beside a picker's choices.
  func counts(of picker: String) throws -> [String] {
    try js(
      "return [...document.querySelectorAll(`[data-picker='${arguments[0]}'] .count`)].map(c => c.textContent)",
      .text(picker)
    ).strings
  }

  /// What the address says after "#".
  func state() throws -> String { try js("return location.hash").string ?? "" }

  /// Waits until texts have been loaded for the results: e-mails and excerpts come with them.
  func awaitTexts() throws { try wait(until: "document.querySelector('#results .acts .button') !== null") }
}
