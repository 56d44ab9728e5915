// A thread of its own that really ends, unlike the pool's: when it is joined, what it held has been given back.
#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

final class Worker: @unchecked Sendable {
  private let work: @Sendable () -> Void
  private var thread: pthread_t?

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// With a small stack: whoever recurses with an author's nesting fails here.
  func start() {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    pthread_attr_setstacksize(attributes, 256 << 10)
    let raw = Unmanaged.passRetained(self).toOpaque()
    var created: pthread_t = 0
    pthread_create(&created, attributes, { run($0) }, raw)
    thread = created
    pthread_attr_destroy(attributes)
    attributes.deallocate()
  }

  func join() { if let thread { pthread_join(thread, nil) } }

  fileprivate func perform() { work() }
}

private func run(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let raw else { return nil }
  Unmanaged<Worker>.fromOpaque(raw).takeRetainedValue().perform()
  return nil
}
