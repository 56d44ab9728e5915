// A value that one thread at a time may touch. Swift's own `Mutex` would do as well, but on Linux the thread sanitiser
// does not see its lock and takes all that stands behind it for races; the system's lock it knows, and that costs the same.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package final class Locked<Value: Sendable>: Sendable {
  // Safe because the value is touched by whoever holds the lock, and nobody else.
  private nonisolated(unsafe) var value: Value
  private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_mutex_t>

  package init(_ value: Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Runs `body` while no other thread runs one.
  package func withLock<Result, Failure>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(&value)
  }
}
