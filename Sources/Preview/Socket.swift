// Sockets of this machine's own, and threads for them: the system calls, without what is said over them.

import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if canImport(Glibc)
  private let withoutWaiting = Int32(MSG_DONTWAIT)
#else
  private let withoutWaiting = MSG_DONTWAIT
#endif

/// An open connection, or the socket on which they arrive. Whoever holds it last must close it.
struct Socket: Hashable, Sendable {
  let descriptor: Int32

  enum Wait { case ready, timedOut, failed }

  /// A socket on 127.0.0.1 that takes connections; `port` 0 for any free one.
  static func listening(port: UInt16) throws(FileFailure) -> (socket: Socket, port: UInt16) {
    let place = "127.0.0.1:\(port)"
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw failure("listen on", place) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var one: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(descriptor, general, length) == 0 && listen(descriptor, 512) == 0
          && getsockname(descriptor, general, &length) == 0
      }
    }
    guard isBound else {
      let failure = failure("listen on", place)
      close(descriptor)
      throw failure
    }
    return (Socket(descriptor: descriptor), UInt16(bigEndian: address.sin_port))
  }

  private static func failure(_ operation: String, _ place: String) -> FileFailure {
    FileFailure(operation, place, reason: String(cString: strerror(errno)).lowercased())
  }

  /// The next connection; nil where the system has none to give right now.
  func nextConnection(sendSeconds: Int) -> Socket? {
    let connection = accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    var one: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    var limit = timeval(tv_sec: sendSeconds, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    return Socket(descriptor: connection)
  }

  /// Waits until there is something to read, or the other side has gone.
  func waitToRead(until deadline: ContinuousClock.Instant) -> Wait {
    while true {
      let left = deadline - .now
      let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
      guard milliseconds >= 0 else { return .timedOut }
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&entry, 1, Int32(clamping: milliseconds + 1))
      if count > 0 { return .ready }
      if count < 0, errno != EINTR { return .failed }
    }
  }

  /// Appends what has arrived to `buffer`; false at the end of the connection. Waits if nothing is there.
  func receive(into buffer: inout [UInt8], atMost count: Int) -> Bool {
    let piece = [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      var got = -1
      repeat { got = recv(descriptor, bytes.baseAddress, bytes.count, 0) } while got < 0 && errno == EINTR
      filled = max(0, got)
    }
    buffer += piece
    return !piece.isEmpty
  }

  /// False where the other side has gone or does not take it in time. `progress` is told of every part that went.
  func write(_ bytes: [UInt8], progress: () -> Void = {}) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = send(descriptor, bytes.baseAddress.map { $0 + sent }, min(bytes.count - sent, 1 << 18), 0)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
        progress()
      }
      return true
    }
  }

  /// Sends all at once or not at all, without waiting: for a few bytes to a client that may have stopped reading.
  func writeAtOnce(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes {
      send(descriptor, $0.baseAddress, $0.count, withoutWaiting) == $0.count
    }
  }

  /// True where the other side has closed the connection.
  var isAbandoned: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, 0) > 0 else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, withoutWaiting) <= 0
  }

  /// Wakes whoever reads or writes; the holder closes.
  func interrupt() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  func hangUp() { close(descriptor) }

  /// Closes so that what was sent arrives: a client that is still sending would otherwise see its connection broken
  /// before it has read the answer.
  func hangUpGently(drainingAtMost limit: Int = 1 << 18, until deadline: ContinuousClock.Instant = .now + .seconds(1)) {
    shutdown(descriptor, Int32(SHUT_WR))
    var drained = 0
    var bytes: [UInt8] = []
    while drained < limit, waitToRead(until: deadline) == .ready {
      bytes.removeAll(keepingCapacity: true)
      guard receive(into: &bytes, atMost: 16_384) else { break }
      drained += bytes.count
    }
    hangUp()
  }
}
