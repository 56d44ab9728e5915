// A real browser as a test uses it: go somewhere, do what a person does, read what stands there. Blocking, one test at
// a time (suites that use it run one after the other, see BrowserTrait.swift).
// Emulation (dark, narrow, another day…) is in Browser+Emulation.swift, what went wrong in Browser+Faults.swift.

package import Foundation
import Synchronization

package final class Browser: Sendable {
  package let driver: WebDriver
  /// Ids of scripts that run before each page's own.
  let earlyScripts = Mutex<[String]>([])
  /// What pages may load: addresses that begin with one of these.
  let homes = Mutex<Set<String>>([])
  private let effortSoFar = Mutex(Effort())

  /// What a person had to do.
  package struct Effort: Sendable, Equatable {
    package var clicks = 0
    package var keys = 0

    package init(clicks: Int = 0, keys: Int = 0) {
      self.clicks = clicks
      self.keys = keys
    }
  }

  package init() throws { driver = try WebDriver() }

  package func quit() { driver.quit() }

  // MARK: Going

  /// Opens an address and waits until it is loaded.
  package func go(_ address: String) throws {
    try driver.call("POST", "/url", ["url": .text(address)])
  }

  /// Opens a page of a site; whatever it loads from elsewhere is a fault.
  package func go(_ page: String, of site: ServedSite) throws {
    homes.withLock { _ = $0.insert(site.address) }
    // The same document with another fragment would not be loaded again.
    if try address().prefix(while: { $0 != "#" }) == site.url(page).prefix(while: { $0 != "#" }), page.contains("#") {
      try go("about:blank")
    }
    try go(site.url(page))
  }

  package func back() throws { try driver.call("POST", "/back") }
  package func forward() throws { try driver.call("POST", "/forward") }
  package func reload() throws { try driver.call("POST", "/refresh") }
  package func address() throws -> String { try driver.call("GET", "/url").string ?? "" }
  package func title() throws -> String { try driver.call("GET", "/title").string ?? "" }

  // MARK: Doing

  /// Clicks in the middle of the element, as a mouse would: it must be visible and not covered.
  package func click(_ selector: String) throws {
    try click(find(selector))
  }

  package func click(_ element: Element) throws {
    effortSoFar.withLock { $0.clicks += 1 }
    try driver.call("POST", element.path + "/click")
  }

  /// Focuses the element and types into it.
  package func type(_ text: String, into selector: String) throws {
    effortSoFar.withLock { $0.keys += text.count }
    try driver.call("POST", find(selector).path + "/value", ["text": .text(text)])
  }

  package func clear(_ selector: String) throws { try driver.call("POST", find(selector).path + "/clear") }

  /// Presses keys one after the other, wherever the focus is: `press(.character("/"))`, `press(.down, .enter)`.
  package func press(_ keys: Key...) throws { try press(keys) }

  package func press(_ keys: [Key]) throws {
    effortSoFar.withLock { $0.keys += keys.count }
    var actions: [JSON] = []
    for key in keys {
      actions += key.modifiers.map { ["type": "keyDown", "value": .text($0)] }
      actions += ["keyDown", "keyUp"].map { ["type": .text($0), "value": .text(key.value)] }
      actions += key.modifiers.reversed().map { ["type": "keyUp", "value": .text($0)] }
    }
    try driver.call(
      "POST", "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .list(actions)]]])
  }

  /// Types where the focus is.
  package func type(_ text: String) throws { try press(text.map { .character($0) }) }

  /// Clicks and keys since this was last asked.
  package func takeEffort() -> Effort {
    effortSoFar.withLock { effort in
      defer { effort = Effort() }
      return effort
    }
  }

  // MARK: Reading

  /// The first element that matches; throws "no such element".
  package func find(_ selector: String) throws -> Element {
    try Element(driver.call("POST", "/element", ["using": "css selector", "value": .text(selector)]))
  }

  package func findAll(_ selector: String) throws -> [Element] {
    try driver.call("POST", "/elements", ["using": "css selector", "value": .text(selector)]).array
      .map { try Element($0) }
  }

  package func has(_ selector: String) throws -> Bool { try !findAll(selector).isEmpty }

  /// The text as it is shown: what is hidden is left out.
  package func text(_ selector: String) throws -> String { try text(find(selector)) }

  package func text(_ element: Element) throws -> String {
    try driver.call("GET", element.path + "/text").string ?? ""
  }

  package func texts(_ selector: String) throws -> [String] { try findAll(selector).map { try text($0) } }

  /// The attribute as written in the page; nil where it is absent.
  package func attribute(_ name: String, of selector: String) throws -> String? {
    try js("return document.querySelector(arguments[0])?.getAttribute(arguments[1])", .text(selector), .text(name))
      .string
  }

  package func isVisible(_ selector: String) throws -> Bool {
    guard let element = try findAll(selector).first else { return false }
    return try driver.call("GET", element.path + "/displayed").isTrue
  }

  /// "input#query": the element that has the focus, by name and id.
  package func focused() throws -> String {
    try js("const e = document.activeElement; return e.localName + (e.id ? '#' + e.id : '')").string ?? ""
  }

  // MARK: Scripts, pictures

  /// Runs a function's body in the page, with `arguments`, and returns what it returns. A page's policy does not reach it.
  @discardableResult
  package func js(_ body: String, _ arguments: JSON...) throws -> JSON {
    try driver.call("POST", "/execute/sync", ["script": .text(body), "args": .list(arguments)])
  }

  /// As `js`, for a body that calls its last argument when it is done.
  @discardableResult
  package func asyncJS(_ body: String, _ arguments: JSON...) throws -> JSON {
    try driver.call("POST", "/execute/async", ["script": .text(body), "args": .list(arguments)])
  }

  /// Waits until the JavaScript expression is true; throws after `seconds`, saying what it was instead.
  package func wait(until expression: String, seconds: Double = 5) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    var last = JSON.null
    repeat {
      last = try js("return (\(expression))")
      if last.isTrue { return }
      Thread.sleep(forTimeInterval: 0.02)
    } while ContinuousClock.now < end
    throw HarnessError("after \(seconds) s still not true (\(last)): \(expression)")
  }

  /// Saves what the window shows as Tests/output/NAME.png, the whole page if asked for.
  package func screenshot(_ name: String, wholePage: Bool = false) throws {
    let picture = try driver.devTools(
      "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": .bool(wholePage)])
    guard let data = Data(base64Encoded: picture["data"].string ?? "") else { throw HarnessError("no picture") }
    try Project.save(data, as: name + ".png")
  }

  /// Saves the page as it would be printed as Tests/output/NAME.pdf and returns its size in bytes.
  @discardableResult
  package func printed(_ name: String) throws -> Int {
    let paper = try driver.devTools("Page.printToPDF", ["printBackground": false])
    guard let data = Data(base64Encoded: paper["data"].string ?? "") else { throw HarnessError("no paper") }
    try Project.save(data, as: name + ".pdf")
    return data.count
  }
}

/// An element of the page that is open, for as long as it is open.
package struct Element: Sendable {
  /// "/element/…"
  let path: String

  init(_ answer: JSON) throws {
    guard let id = answer["element-6066-11e4-a52e-4f735466cecf"].string else {
      throw HarnessError("no element: \(answer)")
    }
    path = "/element/" + id
  }
}

/// A key as WebDriver names it.
package struct Key: Sendable {
  let value: String
  var modifiers: [String] = []

  package static func character(_ character: Character) -> Key { Key(value: String(character)) }
  package static let enter = Key(value: "\u{E007}")
  package static let escape = Key(value: "\u{E00C}")
  package static let tab = Key(value: "\u{E004}")
  package static let backspace = Key(value: "\u{E003}")
  package static let up = Key(value: "\u{E013}")
  package static let down = Key(value: "\u{E015}")
  package static let left = Key(value: "\u{E012}")
  package static let right = Key(value: "\u{E014}")
  package static let home = Key(value: "\u{E011}")
  package static let end = Key(value: "\u{E010}")
  package static let space = Key(value: " ")

  package var shifted: Key { Key(value: value, modifiers: modifiers + ["\u{E008}"]) }
  package var withControl: Key { Key(value: value, modifiers: modifiers + ["\u{E009}"]) }
}

extension Project {
  /// Where tests leave pictures and papers for a person to look at; not under version control.
  package static let output = root + "/Tests/output"

  /// `name` may name folders: "dark/home.png".
  package static func save(_ data: Data, as name: String) throws {
    let file = URL(fileURLWithPath: output + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}
