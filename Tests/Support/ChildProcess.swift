// A program started by a test, over posix_spawn. Foundation's Process would do, but on Linux it keeps a core busy while
// it waits, and waits for ever; a test wants the core for the program and an end after a while.

import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package final class ChildProcess: Sendable {
  package let id: Int32
  private let leadsGroup: Bool
  /// nil while it runs.
  private let ended = Mutex<Int32?>(nil)

  /// `output` and `errors` are files that exist or can be made; nil throws the words away. `input` is a descriptor to
  /// read from. With `leadsGroup`, `kill` ends all that the program started, too.
  package init(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    input: Int32? = nil, output: String? = nil, errors: String? = nil, leadsGroup: Bool = false
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    for (descriptor, file) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, file ?? "/dev/null", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals as in a fresh shell, whatever the test runner did to them.
    var defaults = sigset_t()
    sigfillset(&defaults)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let group = leadsGroup ? Int16(POSIX_SPAWN_SETPGROUP) : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | group)

    var words = [program] + arguments
    // Starting in another folder is not in POSIX's spawn: a shell goes there first.
    if let folder { words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words }
    let first = words[0]
    let settings = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
    var id: pid_t = 0
    let status = withCStrings(words) { words in
      withCStrings(settings) { posix_spawn(&id, first, &actions, &attributes, words, $0) }
    }
    guard status == 0 else { throw HarnessError("\(program) did not start: \(String(cString: strerror(status)))") }
    self.id = id
    self.leadsGroup = leadsGroup
  }

  deinit {
    if ended.withLock({ $0 }) == nil { kill() }
  }

  package var isRunning: Bool { poll() == nil }

  /// The exit status, or minus the number of the signal that ended it; nil while it runs.
  package func poll() -> Int32? {
    ended.withLock { ended in
      if let ended { return ended }
      var status: Int32 = 0
      guard waitpid(id, &status, WNOHANG) == id else { return nil }
      let signal = status & 0x7f
      ended = signal == 0 ? (status >> 8) & 0xff : -signal
      return ended
    }
  }

  /// Waits for the end; a program that takes longer is killed, and the call throws.
  package func wait(seconds: Double) throws -> Int32 {
    let end = ContinuousClock.now + .seconds(seconds)
    var pause = 0.0005
    while true {
      if let status = poll() { return status }
      guard ContinuousClock.now < end else {
        kill()
        throw HarnessError("still running after \(seconds) s, killed")
      }
      Thread.sleep(forTimeInterval: pause)
      pause = min(pause * 1.5, 0.01)
    }
  }

  package func send(_ signal: Int32) { _ = signalProcess(leadsGroup ? -id : id, signal) }

  package func kill() {
    send(SIGKILL)
    while poll() == nil { Thread.sleep(forTimeInterval: 0.001) }
  }
}

private func signalProcess(_ id: pid_t, _ signal: Int32) -> Int32 {
  #if canImport(Glibc)
    Glibc.kill(id, signal)
  #else
    Darwin.kill(id, signal)
  #endif
}

/// The words as C takes them: pointers with a nil after them.
private func withCStrings<Result>(
  _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("the array holds at least nil") }
    return body(start)
  }
}
