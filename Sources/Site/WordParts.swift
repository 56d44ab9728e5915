// Counted words that outlive an index: a preview makes a new one after each change, and counts again only the parts of
// the library in which a resource has changed.

import Files
package import Library
import Markdown
package import Search

package final class WordParts: Sendable {
  private static let resourcesPerPart = 500

  private struct Part {
    var resources: [Key]
    var counted: IndexPart
  }
  /// What words are counted of; labels are counted by their names, which `forget` is for.
  private struct Key: Equatable {
    let id: String
    let contentHash: String
    let isCounted: Bool
    let text: [UInt8]
  }
  private let known = Locked<[Part]>([])

  package init() {}

  /// To be called when anything but resources has changed: labels count as words, by their names.
  package func forget() { known.withLock { $0 = [] } }

  /// The parts of an index of `library`.
  package func parts(of library: Library, workers: Int) -> [IndexPart] {
    let count = (library.resources.count + Self.resourcesPerPart - 1) / Self.resourcesPerPart
    let before = known.withLock { $0 }
    let parts = concurrently(count, workers: workers) { number -> Part in
      let start = number * Self.resourcesPerPart
      let range = start..<min(start + Self.resourcesPerPart, library.resources.count)
      let keys = range.map { index in
        let resource = library.resources[index]
        return Key(
          id: resource.id, contentHash: resource.contentHash, isCounted: resource.status == .approved,
          text: resource.body.text)
      }
      if number < before.count, before[number].resources == keys { return before[number] }
      return Part(resources: keys, counted: IndexPart(library, range))
    }
    known.withLock { $0 = parts }
    return parts.map(\.counted)
  }
}
