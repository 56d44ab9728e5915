// Serves a folder over HTTP on this machine, as an intranet's web server would: at the root or under a prefix, with the
// media types browsers insist on. A thread per connection; for tests, not for the world.

import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package final class StaticServer: Sendable {
  package struct Request: Sendable, Equatable {
    package let method: String
    /// As it was asked for, with its query.
    package let target: String
    package let status: Int
    package let byteCount: Int
  }

  package let port: UInt16
  /// Where the folder appears: "/" or "/library/".
  package let mount: String
  private let root: String
  private let listener: Int32
  private let requests = Mutex<[Request]>([])
  private let connections = Mutex<Set<Int32>>([])
  private let isStopped = Mutex(false)

  /// Listens on a free port; `mount` begins and ends with "/".
  package init(_ root: String, mount: String = "/") throws {
    self.root = root
    self.mount = mount
    let descriptor = try LoopbackSocket.open()
    listener = descriptor
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard LoopbackSocket.withAddress(port: 0, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 512) == 0,
      withUnsafeMutablePointer(
        to: &address,
        { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) } }) == 0
    else {
      LoopbackSocket(descriptor: descriptor).close()
      throw HarnessError("no port to listen on: \(String(cString: strerror(errno)))")
    }
    port = UInt16(bigEndian: address.sin_port)
    let thread = Thread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        if connection < 0 {
          if errno == EINTR || errno == ECONNABORTED { continue }
          return LoopbackSocket(descriptor: descriptor).close()
        }
        guard let self else { return LoopbackSocket(descriptor: connection).close() }
        self.begin(connection)
      }
    }
    thread.start()
  }

  deinit { stop() }

  /// The address of the folder, ending in "/".
  package var address: String { "http://127.0.0.1:\(port)\(mount)" }

  /// What was asked for so far, and forgets it.
  package func takeRequests() -> [Request] {
    requests.withLock { list in
      defer { list = [] }
      return list
    }
  }

  package func stop() {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard isFirst else { return }
    // Shutting down wakes the thread that waits in accept; closing alone would not.
    shutdown(listener, Int32(SHUT_RDWR))
    connections.withLock { open in
      for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  private func begin(_ connection: Int32) {
    var on: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    connections.withLock { _ = $0.insert(connection) }
    let thread = Thread { [weak self] in
      let socket = LoopbackSocket(descriptor: connection)
      // A connection that breaks off is the client's business.
      while let request = try? Self.read(from: socket), let self {
        guard (try? self.answer(request, on: socket)) != nil, request.keepsAlive else { break }
      }
      self?.connections.withLock { _ = $0.remove(connection) }
      socket.close()
    }
    thread.stackSize = 256 << 10
    thread.start()
  }
}

extension StaticServer {
  private struct Head {
    let method: String
    let target: String
    let keepsAlive: Bool
  }

  /// The next request's head; nil at the end of the connection. Requests with a body are not expected.
  private static func read(from socket: LoopbackSocket) throws -> Head? {
    var bytes: [UInt8] = []
    while endOfHead(in: bytes) == nil {
      guard bytes.count < 65_536, let more = try socket.receive() else { return nil }
      bytes += more
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(separator: "\r\n")[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    let closes = text.range(of: "\r\nconnection: close", options: .caseInsensitive) != nil
    return Head(method: String(words[0]), target: String(words[1]), keepsAlive: !closes)
  }

  private func answer(_ request: Head, on socket: LoopbackSocket) throws {
    var headers: [String: String] = ["Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"]
    var status = 200
    var body: [UInt8] = []
    if request.method != "GET", request.method != "HEAD" {
      status = 405
    } else {
      switch resolve(request.target) {
      case .file(let path, let found):
        status = found ? 200 : 404
        body = FileManager.default.contents(atPath: path).map(Array.init) ?? []
        headers["Content-Type"] = Self.mediaType(of: path)
      case .moved(let target):
        status = 301
        headers["Location"] = target
      case .missing:
        status = 404
        body = Array("not found\n".utf8)
        headers["Content-Type"] = "text/plain"
      }
    }
    requests.withLock {
      $0.append(Request(method: request.method, target: request.target, status: status, byteCount: body.count))
    }
    headers["Content-Length"] = String(body.count)
    var text = "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Other")\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
    try socket.send(Array((text + "\r\n").utf8) + (request.method == "HEAD" ? [] : body))
  }

  private enum Target {
    case file(String, found: Bool)
    case moved(String)
    case missing
  }

  private func resolve(_ target: String) -> Target {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    if path + "/" == mount { return .moved(mount) }
    guard path.hasPrefix(mount), let decoded = path.dropFirst(mount.count).removingPercentEncoding,
      !decoded.utf8.contains(0)
    else { return .missing }
    // Looked at after decoding: "%2e%2e" is ".." too.
    let steps = decoded.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(".."), !steps.contains(".") else { return .missing }
    var file = root + "/" + decoded
    if decoded.isEmpty || decoded.hasSuffix("/") { file += "index.html" }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) {
      return isFolder.boolValue ? .moved(path + "/") : .file(file, found: true)
    }
    let page = root + "/404.html"
    return FileManager.default.fileExists(atPath: page) ? .file(page, found: false) : .missing
  }

  private static let mediaTypes: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "ico": "image/x-icon", "pdf": "application/pdf", "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "woff2": "font/woff2", "zip": "application/zip", "mp4": "video/mp4",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]

  private static func mediaType(of path: String) -> String {
    mediaTypes[URL(fileURLWithPath: path).pathExtension.lowercased()] ?? "application/octet-stream"
  }
}
