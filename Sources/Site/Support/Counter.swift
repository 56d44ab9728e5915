// A number that many threads count up together, for progress.

import Synchronization

final class Counter: Sendable {
  private let value = Atomic(0)

  /// The new value.
  func increment() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
}
