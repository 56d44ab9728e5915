// The one place that prints. Results go to standard output, everything said about the work to standard error; colour
// and progress only where a person is watching.

import Files
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Terminal: Sendable {
  /// Whether problems and headings may be coloured on standard error and standard output.
  let colorsErrors: Bool
  let colorsOutput: Bool
  /// Whether a person sees standard output as it comes.
  let isOutputWatched: Bool
  /// Whether a line of progress may come and go on standard error.
  let showsProgress: Bool

  /// `environment` decides with what the descriptors are: NO_COLOR, TERM=dumb and CI switch things off.
  init(environment: [String: String]) {
    let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    let isWatched = isatty(STDERR_FILENO) == 1
    colorsErrors = isWatched && !isPlain
    isOutputWatched = isatty(STDOUT_FILENO) == 1
    colorsOutput = isOutputWatched && !isPlain
    showsProgress = isWatched && (environment["CI"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Where the caller closed one of the three standard descriptors (`>&-`), the next file that is opened would get its
  /// number, and what is printed would end up in that file. Opened for reading, so that printing still fails.
  static func occupyClosedDescriptors() {
    while true {
      let descriptor = unsafe open("/dev/null", O_RDONLY)
      guard descriptor >= 0, descriptor <= STDERR_FILENO else {
        if descriptor >= 0 { close(descriptor) }
        return
      }
    }
  }

  private let failure = Failure()

  private final class Failure: Sendable {
    let isSet = Atomic(false)
  }

  /// True once a result could not be printed, as on a full disk.
  var hasFailed: Bool { failure.isSet.load(ordering: .relaxed) }

  func print(_ text: String) {
    guard !Self.write(text, to: STDOUT_FILENO) else { return }
    failure.isSet.store(true, ordering: .relaxed)
    let reason = unsafe String(cString: strerror(errno)).lowercased()
    printError("error: cannot print the result: \(reason)\n")
  }

  /// A person's answer to a question, no unless they say yes; nil where nobody is there to be asked.
  func confirms(_ question: String) -> Bool? {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    printError(question + " [y/N] ")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }

  func printError(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

  /// False where the system refused. A reader that went away (`shelfmark check | head`) is no failure of ours.
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno == EPIPE }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}

/// A line such as "rendering 1,200 of 10,000" that appears when work takes over a second and vanishes at its end.
final class ProgressLine: Sendable {
  private let terminal: Terminal
  private let started = ContinuousClock.now
  private let lastShown = Locked<ContinuousClock.Instant?>(nil)

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ text: @autoclosure () -> String) {
    guard terminal.showsProgress else { return }
    let now = ContinuousClock.now
    guard now - started > .seconds(1) else { return }
    lastShown.withLock { last in
      if let last, now - last < .milliseconds(100) { return }
      last = now
      terminal.printError("\r\u{1B}[K\(text())")
    }
  }

  func clear() {
    lastShown.withLock { last in
      if last != nil { terminal.printError("\r\u{1B}[K") }
      last = nil
    }
  }
}
