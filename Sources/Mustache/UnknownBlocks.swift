// Finds blocks that a page fills and that the template it fills them for does not have: a slip of the pen there loses
// a whole piece of a page without a sign.

import Diagnostics

struct UnknownBlocks {
  private let templates: [Template]
  private let indices: [String: Int]
  private var known: [Int: Set<String>?] = [:]

  init(_ templates: [Template], _ indices: [String: Int]) {
    self.templates = templates
    self.indices = indices
  }

  mutating func check(report: inout Problems) {
    for template in templates {
      for (block, range, partial) in template.fillings {
        let parent = template.partials[partial]
        guard !block.isEmpty, !parent.isDynamic, let index = indices[parent.name],
          let blocks = blocks(within: index),
          !blocks.contains(block)
        else { continue }
        report.add(.unknownBlock(template.file, block, at: range, parent: parent.name, known: blocks.sorted()))
      }
    }
  }

  /// The blocks of a template and of all that it brings in; nil if a value decides what that is.
  private mutating func blocks(within index: Int) -> Set<String>? {
    if let blocks = known[index] { return blocks }
    var result: Set<String>? = []
    var reached: Set<Int> = [index]
    var waiting = [index]
    while let next = waiting.popLast() {
      result?.formUnion(templates[next].blocks)
      for partial in templates[next].partials {
        if partial.isDynamic {
          result = nil
        } else if let target = indices[partial.name], reached.insert(target).inserted {
          waiting.append(target)
        }
      }
    }
    known[index] = .some(result)
    return result
  }
}
