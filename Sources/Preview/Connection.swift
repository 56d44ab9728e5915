// One connection from its first byte to its end: requests one after the other, each answered before the next is read, so
// that pipelined ones are answered in order. Runs on a thread of its own and waits for nobody longer than it says here.

import Files

struct Connection {
  /// How long somebody may take before the first byte of a request, and from there to the end of its head or body.
  static let idleTime = Duration.seconds(30)
  static let requestTime = Duration.seconds(10)
  /// How long a client may take none of what is sent.
  static let sendSeconds = 20
  /// A body is of no use here; a short one is read past, so that the connection can go on.
  private static let largestBody = 64 * 1_024
  private static let pieceSize = 256 * 1_024

  let socket: Socket
  let connections: Connections
  let streams: EventStreams
  let answer: @Sendable (HTTPRequest) -> HTTPResponse
  private var buffer: [UInt8] = []

  init(
    _ socket: Socket, _ connections: Connections, _ streams: EventStreams,
    answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) {
    self.socket = socket
    self.connections = connections
    self.streams = streams
    self.answer = answer
  }

  /// Answers until one of both sides has enough, and closes.
  mutating func run() {
    while true {
      switch nextRequest() {
      case .none: return end(gently: false)
      case .refused(let status):
        _ = send(.plain(status, "The request makes no sense to this server."), to: nil, keepsAlive: false)
        return end(gently: true)
      case .request(let request):
        var response = skipBody(of: request) ?? answer(request)
        if case .events = response.body, request.method == "GET" {
          guard socket.write(response.head(keepsAlive: false, date: HTTPDate.now)) else { return end(gently: false) }
          connections.remove(socket)
          return streams.add(socket)
        }
        if case .events = response.body { response.body = .bytes([]) }
        let keepsAlive = request.keepsAlive && !response.closes
        guard send(response, to: request, keepsAlive: keepsAlive) else { return end(gently: false) }
        guard keepsAlive else { return end(gently: true) }
      }
    }
  }

  private enum Next {
    case request(HTTPRequest), refused(status: Int)
    /// The client has gone, or said nothing for too long.
    case none
  }

  private mutating func nextRequest() -> Next {
    var searched = 0
    var deadline = ContinuousClock.now + (buffer.isEmpty ? Self.idleTime : Self.requestTime)
    while true {
      switch HTTPRequest.read(buffer[...], searched: searched) {
      case .request(let request, let byteCount):
        buffer.removeFirst(byteCount)
        connections.noteSign(of: socket)
        return .request(request)
      case .refused(let status): return .refused(status: status)
      case .incomplete: searched = buffer.count
      }
      switch socket.waitToRead(until: deadline) {
      case .ready: break
      case .timedOut: return buffer.isEmpty ? .none : .refused(status: 408)
      case .failed: return .none
      }
      if buffer.isEmpty { deadline = .now + Self.requestTime }
      guard socket.receive(into: &buffer, atMost: 16_384) else { return .none }
    }
  }

  /// Reads past a short body; the refusal of one that is long, or of unknown length.
  private mutating func skipBody(of request: HTTPRequest) -> HTTPResponse? {
    guard request.bodyLength != 0 else { return nil }
    let refusal: HTTPResponse
    if let length = request.bodyLength {
      if length <= Self.largestBody, request["expect"] == nil {
        let deadline = ContinuousClock.now + Self.requestTime
        while buffer.count < length {
          guard socket.waitToRead(until: deadline) == .ready, socket.receive(into: &buffer, atMost: 16_384) else {
            return Self.closing(.plain(408, "The body did not come."))
          }
        }
        buffer.removeFirst(length)
        return nil
      }
      refusal = .plain(413, "Nothing is uploaded here.")
    } else {
      refusal = .plain(411, "Nothing is uploaded here.")
    }
    return Self.closing(refusal)
  }

  private static func closing(_ response: HTTPResponse) -> HTTPResponse {
    var response = response
    response.closes = true
    return response
  }

  /// False where the client did not take it, or the file ended early: then the connection is of no more use.
  private func send(_ response: HTTPResponse, to request: HTTPRequest?, keepsAlive: Bool) -> Bool {
    let progress = { connections.noteSign(of: socket) }
    var bytes = response.head(keepsAlive: keepsAlive, date: HTTPDate.now)
    let wantsBody = request?.method != "HEAD"
    switch response.body {
    case .bytes(let body):
      if wantsBody { bytes += body }
      return socket.write(bytes, progress: progress)
    case .file(let file, let range):
      guard socket.write(bytes, progress: progress) else { return false }
      var next = range.lowerBound
      while wantsBody, next < range.upperBound {
        guard let piece = try? file.read(from: next, count: min(Self.pieceSize, range.upperBound - next)),
          !piece.isEmpty, socket.write(piece, progress: progress)
        else { return false }
        next += piece.count
      }
      return true
    case .events: return false
    }
  }

  private func end(gently: Bool) {
    connections.remove(socket)
    if gently { socket.hangUpGently() } else { socket.hangUp() }
  }
}
