// One HTTP exchange with a program on this machine, over a plain socket: Foundation's URLSession does not understand
// chromedriver's headers (no blank after the colon). Answers must come with a Content-Length or end with the connection.

import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package struct HTTPAnswer: Sendable {
  package let status: Int
  /// Names in lower case.
  package let headers: [String: String]
  package let body: [UInt8]

  package var text: String { String(decoding: body, as: UTF8.self) }
}

/// A blocking exchange with 127.0.0.1; fails after `seconds` of silence.
package func loopbackHTTP(
  port: UInt16, _ method: String = "GET", _ path: String, headers: [String: String] = [:], body: [UInt8] = [],
  seconds: Int = 30
) throws -> HTTPAnswer {
  let socket = try LoopbackSocket(port: port, seconds: seconds)
  defer { socket.close() }
  var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
  head += "Content-Length: \(body.count)\r\n"
  for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
  try socket.send(Array((head + "\r\n").utf8) + body)
  var received: [UInt8] = []
  var parsed: HTTPHead?
  while let chunk = try socket.receive() {
    received += chunk
    if parsed == nil { parsed = HTTPHead(received) }
    if let parsed, let length = parsed.contentLength, received.count >= parsed.byteCount + length { break }
    if let parsed, method == "HEAD" || parsed.status == 304 || parsed.status == 204 { break }
  }
  guard let parsed else { throw HarnessError("\(method) \(path): the connection closed before the answer's head") }
  let rest = received[parsed.byteCount...]
  if method != "HEAD", let length = parsed.contentLength, rest.count < length {
    throw HarnessError("\(method) \(path): \(rest.count) of \(length) bytes came")
  }
  return HTTPAnswer(status: parsed.status, headers: parsed.headers, body: Array(rest))
}

private struct HTTPHead {
  let status: Int
  var headers: [String: String] = [:]
  let byteCount: Int

  var contentLength: Int? { headers["content-length"].flatMap { Int($0) } }

  init?(_ bytes: [UInt8]) {
    guard let end = endOfHead(in: bytes) else { return nil }
    byteCount = end
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    self.status = status
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }
}

/// Where the bytes after the empty line begin.
func endOfHead(in bytes: [UInt8]) -> Int? {
  let ending: [UInt8] = [13, 10, 13, 10]
  guard bytes.count >= 4 else { return nil }
  return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual(ending) }.map { $0 + 4 }
}

/// A connected or accepted socket.
struct LoopbackSocket: Sendable {
  let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  init(port: UInt16, seconds: Int) throws {
    descriptor = try Self.open()
    var wait = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    let status = Self.withAddress(port: port) { connect(descriptor, $0, $1) }
    guard status == 0 else {
      let reason = String(cString: strerror(errno))
      close()
      throw HarnessError("no connection to port \(port): \(reason)")
    }
  }

  /// A TCP socket that programs started by tests do not inherit.
  static func open() throws -> Int32 {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw HarnessError("no socket: \(String(cString: strerror(errno)))") }
    return descriptor
  }

  static func withAddress(port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }

  func send(_ bytes: [UInt8]) throws {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.send(descriptor, $0.baseAddress, $0.count, flags)
        #else
          Darwin.send(descriptor, $0.baseAddress, $0.count, flags)
        #endif
      }
      guard count > 0 else { throw HarnessError("sending failed: \(String(cString: strerror(errno)))") }
      sent += count
    }
  }

  /// The next bytes; nil at the end.
  func receive() throws -> [UInt8]? {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if received < 0 { failure = errno }
      count = max(0, received)
    }
    if failure != 0 { throw HarnessError("receiving failed: \(String(cString: strerror(failure)))") }
    return bytes.isEmpty ? nil : bytes
  }

  func close() {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Darwin.close(descriptor)
    #endif
  }
}
