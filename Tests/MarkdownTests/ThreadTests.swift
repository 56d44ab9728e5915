import Diagnostics
import Dispatch
import Markdown
import Synchronization
import TestSupport
import Testing

@Suite("Markdown: threads and memory")
struct ThreadTests {
  @Test("many threads make one thread's bytes, thousands of times")
  func threads() {
    var generator = SeededGenerator(seed: 7)
    var texts = (0..<600).map { _ in randomText(&generator, pieces: 60) }
    for index in 0..<1_400 {
      texts.append(
        "~~gone \(index)~~ www.a\(index).example ~b~ https://c.example/\(index) *d* e@f\(index).example ~~~g~~~ [h](i.md)\n"
      )
    }
    let all = texts
    let alone = all.map { render($0).document.html }
    for _ in 0..<3 {
      let differing = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: 8) { worker in
        for index in all.indices {
          let shifted = (index + worker * 251) % all.count
          if render(all[shifted]).document.html != alone[shifted] { differing.add(1, ordering: .relaxed) }
        }
      }
      #expect(differing.load(ordering: .relaxed) == 0)
    }
    #expect(
      alone[700].contains(UInt8(ascii: "<"))
        && String(decoding: alone[700], as: UTF8.self).contains("<del>gone 100</del>"))
  }

  @Test("what the trees of documents took is given back when the threads end")
  func memory() async {
    await #expect(processExitsWith: .success) {
      let threads = (0..<4).map { seed in
        Worker {
          var generator = SeededGenerator(seed: UInt64(seed))
          for _ in 0..<100 { _ = render(randomText(&generator, pieces: 200)) }
          _ = render(String(repeating: "*word* ", count: 50_000))
        }
      }
      for thread in threads { thread.start() }
      for thread in threads { thread.join() }
      precondition(MarkdownMemory.heldByteCount == 0, "\(MarkdownMemory.heldByteCount) bytes are held")
      _ = render(String(repeating: "*word* ", count: 50_000))
      precondition(MarkdownMemory.heldByteCount > 0 && MarkdownMemory.heldByteCount <= 4 << 20)
    }
  }
}
