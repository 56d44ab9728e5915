// Threads that are started and never waited for: each connection has one, which keeps the code a straight line and holds
// hundreds of slow clients apart.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private final class Job {
  let body: () -> Void
  init(_ body: @escaping () -> Void) { self.body = body }
}

/// Runs `body` on a thread of its own; false where the system has none left.
func startThread(_ body: sending @escaping () -> Void) -> Bool {
  let job = Unmanaged.passRetained(Job(body))
  #if canImport(Glibc)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
  #else
    var thread: pthread_t?
    let status = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
  #endif
  guard status == 0 else {
    job.release()
    return false
  }
  #if canImport(Glibc)
    pthread_detach(thread)
  #else
    if let thread { pthread_detach(thread) }
  #endif
  return true
}

/// Ctrl-C and its like, as something to wait for instead of an end in the middle of an answer.
enum Interruption {
  /// From now on they wait for `wait`; to be called before the first thread is started.
  static func hold() {
    var signals = signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Returns when somebody ends the program.
  static func wait() {
    var signals = signals
    var signal: Int32 = 0
    while sigwait(&signals, &signal) != 0 {}
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}

/// Lets other threads work for a while.
func pause(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }
