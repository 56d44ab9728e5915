// Gives a suite its browser: `@Suite("In a browser", .serialized, .browser)`. It starts once before the suite's first
// test, those of suites inside it included, and ends after the last, whatever happened. Tests get it, as new, from
// `Browser.fresh()`.

import Foundation
import Synchronization
package import Testing

package struct BrowserTrait: SuiteTrait, TestScoping {
  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
  ) async throws {
    let slot = BrowserSlot()
    defer { slot.quit() }
    try await Browser.$slot.withValue(slot) { try await function() }
  }
}

extension Trait where Self == BrowserTrait {
  /// A browser of the suite's own; the suite must be `.serialized`.
  package static var browser: BrowserTrait { BrowserTrait() }
}

extension Browser {
  @TaskLocal static var slot: BrowserSlot?

  /// The suite's browser in its first state: started if it is not, started anew if it died.
  package static func fresh() throws -> Browser {
    guard let slot else { throw HarnessError("the suite lacks its trait .browser") }
    return try slot.fresh()
  }
}

/// The place of a suite's browser, empty until the first test asks.
final class BrowserSlot: Sendable {
  private let browser = Mutex<Browser?>(nil)

  func fresh() throws -> Browser {
    try browser.withLock { browser in
      if let running = browser {
        if (try? running.reset()) != nil { return running }
        running.quit()
        browser = nil
      }
      let started = try Browser()
      browser = started
      try started.reset()
      return started
    }
  }

  func quit() {
    browser.withLock { browser in
      browser?.quit()
      browser = nil
    }
  }
}
