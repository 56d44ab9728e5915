import Diagnostics
import Markdown
import TestSupport
import Testing

@Suite("Markdown: any bytes")
struct MutationTests {
  @Test("mutated texts give inert HTML, unique ids and places inside the file", arguments: 0..<8)
  func mutations(part: Int) {
    var generator = SeededGenerator(seed: UInt64(part) &* 977 &+ 3)
    for _ in 0..<150 {
      var bytes = Array(randomText(&generator, pieces: .random(in: 1...80, using: &generator)).utf8)
      for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
        let index = bytes.indices.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = .random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
        default: bytes.swapAt(index, bytes.count - 1)
        }
      }
      check(bytes, bodyStart: Bool.random(using: &generator) ? 0 : min(3, bytes.count))
    }
  }

  private func check(_ bytes: [UInt8], bodyStart: Int) {
    var report = Problems()
    let document = Markdown.render(bytes, bodyStart: bodyStart, file: "a.md", report: &report)
    let html = String(decoding: document.html, as: UTF8.self)
    #expect(html.utf8.elementsEqual(document.html), "\(bytes)")
    #expect(isInert(html), "\(String(decoding: bytes, as: UTF8.self).debugDescription) \(html)")
    let ids = html.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count && !ids.contains(""), "\(html)")
    for range in document.links.map(\.range) + document.headings.map(\.range) + report.all.map(\.range) {
      #expect(range.lower <= range.upper && range.upper <= bytes.count && range.lower >= bodyStart, "\(range) \(bytes)")
    }
    for range in document.links.map(\.textRange) + document.headings.map(\.textRange) {
      #expect(range.upperBound <= document.text.count, "\(range)")
    }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else { return }
    for link in document.links where link.target == .local && !link.isImage && !link.destination.isEmpty {
      let start = bytes[Int(link.range.lower)]
      #expect(start == UInt8(ascii: "["), "\(link) \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }
}
