// One file of the site and how to make it. Routes are made all at once and rendered one by one, in any order and on any
// thread: `build` renders every one, a preview only what is asked for, from the same code.

package import Files
import Mustache

/// Where pages are made: its memory is used again for the next.
package struct PageSpace: Sendable {
  var values = FlatValues()
  var output = Output()

  package init() {}
}

package struct Route: Sendable {
  package enum Content: Sendable {
    case rendered(@Sendable (inout PageSpace) -> ArraySlice<UInt8>)
    /// A file of the library, copied as it is; its path below the library's root.
    case copy(of: String)
  }

  /// Below the site's root: "resources/roi-sheet.html".
  package let path: String
  package let phase: PublishingPhase
  package let content: Content
  /// Whether the sitemap should lead people to it.
  package let isListed: Bool

  init(
    _ path: String, phase: PublishingPhase, isListed: Bool = false,
    _ render: @escaping @Sendable (inout PageSpace) -> ArraySlice<UInt8>
  ) {
    self.path = path
    self.phase = phase
    self.isListed = isListed
    content = .rendered(render)
  }

  init(_ path: String, phase: PublishingPhase, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path, phase: phase) { _ in bytes()[...] }
  }

  init(_ path: String, copyOf file: String) {
    self.path = path
    phase = .assets
    isListed = false
    content = .copy(of: file)
  }
}
