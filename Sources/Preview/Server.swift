// Takes connections on 127.0.0.1 and gives each a thread. Who may ask is decided here: the `Host` of a request must be
// this server's own, since a page of any other site can make its name mean 127.0.0.1 (DNS rebinding).

import Files

package enum PortChoice: Sendable {
  /// This one, or a failure; 0 for any.
  case exactly(UInt16)
  /// The first free one from here on.
  case from(UInt16)
}

final class Server: Sendable {
  private static let portsTried: UInt16 = 100
  private let listener: Socket
  let port: UInt16
  let streams = EventStreams()
  private let connections = Connections()
  private let hosts: Set<String>

  init(_ choice: PortChoice) throws(FileFailure) {
    (listener, port) = try Self.listen(choice)
    hosts = Self.names(of: port)
  }

  deinit { listener.hangUp() }

  private static func names(of port: UInt16) -> Set<String> {
    let names = ["127.0.0.1", "localhost", "[::1]"]
    return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
  }

  private static func listen(_ choice: PortChoice) throws(FileFailure) -> (Socket, UInt16) {
    switch choice {
    case .exactly(let port): return try Socket.listening(port: port)
    case .from(let first):
      for port in first..<(first + portsTried) {
        if let found = try? Socket.listening(port: port) { return found }
      }
      return try Socket.listening(port: 0)
    }
  }

  /// Begins to answer with `answer`, on many threads.
  func start(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    _ = startThread { [self] in
      while true { takeConnection(answer) }
    }
    _ = startThread { [streams] in
      while true {
        pause(seconds: 5)
        streams.beat()
      }
    }
  }

  private func takeConnection(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    guard let socket = listener.nextConnection(sendSeconds: Connection.sendSeconds) else {
      return pause(seconds: 0.05)  // out of descriptors: some will be free soon
    }
    guard connections.admit(socket) else { return refuse(socket) }
    let isStarted = startThread { [self] in
      var connection = Connection(socket, connections, streams) { [self] request in
        guard let host = request.host?.lowercased(), hosts.contains(host) else { return misdirected() }
        return answer(request)
      }
      connection.run()
    }
    if !isStarted {
      connections.remove(socket)
      refuse(socket)
    }
  }

  private func refuse(_ socket: Socket) {
    _ = socket.writeAtOnce(HTTPResponse(503).head(keepsAlive: false, date: HTTPDate.now))
    socket.hangUp()
  }

  private func misdirected() -> HTTPResponse {
    .plain(421, "This is the preview of a library on one computer. Open http://127.0.0.1:\(port)/ there.")
  }
}
