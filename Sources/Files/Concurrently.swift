// The one place where work is spread over the cores: over indices, with the results in index order, so that the output
// is the same bytes however many workers there are and whichever is first.

import Dispatch
import Synchronization

/// `body` for every index below `count`, on `workers` threads, each with a state of its own made by `makeState`.
package func concurrently<State, Result>(
  _ count: Int, workers: Int, state makeState: @Sendable () -> State,
  _ body: @Sendable (inout State, Int) -> Result
) -> [Result] {
  let threads = max(1, min(workers, count))
  guard threads > 1 else {
    var state = makeState()
    return (0..<count).map { body(&state, $0) }
  }
  return [Result](unsafeUninitializedCapacity: count) { slots, filled in
    let next = Atomic(0)
    nonisolated(unsafe) let base = slots.baseAddress
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var state = makeState()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count, let base else { return }
        (base + index).initialize(to: body(&state, index))  // each index is taken once: no two threads share a slot
      }
    }
    filled = count
  }
}

package func concurrently<Result>(
  _ count: Int, workers: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  concurrently(count, workers: workers, state: {}) { _, index in body(index) }
}
