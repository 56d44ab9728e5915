// Which connections are open, and since when nothing has happened on each. When there are too many, the one that has
// been silent longest is ended: whoever opens connections and says nothing keeps nobody else out.

import Files

final class Connections: Sendable {
  static let limit = 512
  /// Nobody is ended who has done something within this time.
  private static let grace = Duration.seconds(1)
  private let lastSigns = Locked<[Socket: ContinuousClock.Instant]>([:])

  /// Takes a new connection in; false where all are busy.
  func admit(_ socket: Socket) -> Bool {
    lastSigns.withLock { signs in
      let now = ContinuousClock.now
      if signs.count >= Self.limit {
        guard let silent = signs.min(by: { $0.value < $1.value }), now - silent.value > Self.grace else { return false }
        // Its own thread sees the end and closes it; it may not be chosen twice meanwhile.
        silent.key.interrupt()
        signs[silent.key] = nil
      }
      signs[socket] = now
      return true
    }
  }

  /// Something came or went. One that was ended stays out.
  func noteSign(of socket: Socket) {
    lastSigns.withLock { if $0[socket] != nil { $0[socket] = .now } }
  }

  /// To be called before the socket is closed: its number may belong to another right after.
  func remove(_ socket: Socket) { lastSigns.withLock { $0[socket] = nil } }
}
