// Open pages that wait for news: connections whose answer goes on (text/event-stream). They need no threads of their own:
// news is a few bytes for each, and a client that does not take them is dropped.

import Files

final class EventStreams: Sendable {
  /// Every open page has one; the oldest makes room.
  private static let limit = 128

  private struct State {
    var streams: [Socket] = []
    var news: [UInt8] = []
  }
  private let state = Locked(State())
  /// Takes over a connection on which the head of the answer has been sent, and tells it how things are.
  func add(_ socket: Socket) {
    state.withLock { state in
      if state.streams.count >= Self.limit { state.streams.removeFirst().hangUp() }
      if socket.writeAtOnce(state.news) { state.streams.append(socket) } else { socket.hangUp() }
    }
  }

  /// Tells every page, and those that come later, until the next news. `json` has no line feeds.
  func tell(_ json: String) {
    state.withLock { state in
      state.news = Array("data: \(json)\n\n".utf8)
      send(state.news, &state)
    }
  }

  /// Finds out which pages have gone; to be called every few seconds.
  func beat() {
    state.withLock { state in
      let gone = Set(state.streams.filter(\.isAbandoned))
      for socket in gone { socket.hangUp() }
      state.streams.removeAll(where: gone.contains)
      send(Array(":\n\n".utf8), &state)
    }
  }

  private func send(_ bytes: [UInt8], _ state: inout State) {
    var open: [Socket] = []
    for socket in state.streams { if socket.writeAtOnce(bytes) { open.append(socket) } else { socket.hangUp() } }
    state.streams = open
  }
}
