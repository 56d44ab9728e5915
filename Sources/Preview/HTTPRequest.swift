// The head of an HTTP/1.1 request, read from bytes: a pure function, in time linear in their number, that takes any
// bytes without harm. What a request means to the preview is not decided here.
//
// Strict where browsers, curl and load testers agree (RFC 9112): whatever two readers could read in two ways is refused.

/// A request without its body.
package struct HTTPRequest: Sendable, Equatable {
  package var method: String
  /// As sent, without the host of an absolute address: "/index.html?x=1", or "*".
  package var target: String
  /// 0 for HTTP/1.0.
  package var minorVersion: Int
  /// In the order sent, names in lower case.
  package var fields: [Field]
  /// Whom the request is for: the target's own host, or the field's.
  package var host: String?
  /// How many bytes of body follow; nil where only reading it would tell.
  package var bodyLength: Int?

  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What a reader of these bytes knows.
  package enum Reading: Sendable, Equatable {
    /// The head has not ended yet.
    case incomplete
    /// A request, and how many of the bytes are its head.
    case request(HTTPRequest, byteCount: Int)
    /// The status to answer with; nothing after it can be made sense of.
    case refused(status: Int)
  }

  package enum Limits {
    package static let targetLength = 8 * 1_024
    package static let headLength = 32 * 1_024
    package static let fieldCount = 100
  }

  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// True where the client wants to send another request over the same connection.
  package var keepsAlive: Bool {
    let values = fields.filter { $0.name == "connection" }.map { $0.value.lowercased() }.joined(separator: ",")
    let wishes = values.split { $0 == "," || $0 == " " || $0 == "\t" }
    if wishes.contains("close") { return false }
    return minorVersion > 0 || wishes.contains("keep-alive")
  }

  /// Reads the request at the start of `bytes`. `searched`: how many bytes are known to hold no end of a head, so that
  /// a head that comes byte by byte is not searched again and again.
  package static func read(_ bytes: ArraySlice<UInt8>, searched: Int = 0) -> Reading {
    var start = bytes.startIndex
    // Old clients send an empty line after a body.
    while start < bytes.endIndex, bytes[start] == CR || bytes[start] == LF { start += 1 }
    guard start - bytes.startIndex <= 4 else { return .refused(status: 400) }
    guard let end = endOfHead(bytes, from: max(start, bytes.startIndex + searched - 3)) else {
      return early(bytes[start...])
    }
    guard end - start <= Limits.headLength else { return .refused(status: 431) }
    var lines = HeadLines(bytes[start..<end])
    guard let first = lines.next() else { return .refused(status: 400) }
    var request: HTTPRequest
    switch requestLine(first) {
    case .success(let line): request = line
    case .failure(let refusal): return .refused(status: refusal.status)
    }
    while let line = lines.next(), !line.isEmpty {
      guard request.fields.count < Limits.fieldCount else { return .refused(status: 431) }
      guard let field = field(line) else { return .refused(status: 400) }
      request.fields.append(field)
    }
    guard !lines.hasStrayCR, request.settleHost(), request.settleBody() else { return .refused(status: 400) }
    return .request(request, byteCount: end - bytes.startIndex)
  }

  // MARK: Parts

  private static let CR = UInt8(ascii: "\r")
  private static let LF = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private struct Refusal: Error { let status: Int }

  /// What can be said before the head has ended.
  private static func early(_ bytes: ArraySlice<UInt8>) -> Reading {
    if bytes.count > Limits.headLength { return .refused(status: 431) }
    guard bytes.count > Limits.targetLength, !bytes.prefix(Limits.targetLength + 64).contains(LF) else {
      return .incomplete
    }
    return .refused(status: 414)
  }

  /// The index after the empty line that ends a head, looked for from `start`.
  private static func endOfHead(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = max(start, bytes.startIndex)
    while index < bytes.endIndex {
      if bytes[index] == LF {
        if index + 1 < bytes.endIndex, bytes[index + 1] == LF { return index + 2 }
        if index + 2 < bytes.endIndex, bytes[index + 1] == CR, bytes[index + 2] == LF { return index + 3 }
      }
      index += 1
    }
    return nil
  }

  /// "GET /index.html HTTP/1.1"
  private static func requestLine(_ line: ArraySlice<UInt8>) -> Result<HTTPRequest, Refusal> {
    let parts = line.split(separator: space, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].count <= 32, parts[0].allSatisfy(isToken) else {
      return .failure(Refusal(status: 400))
    }
    guard parts[1].count <= Limits.targetLength else { return .failure(Refusal(status: 414)) }
    guard !parts[1].isEmpty, parts[1].allSatisfy({ $0 > space && $0 < 0x7F }) else {
      return .failure(Refusal(status: 400))
    }
    let version = Array(parts[2])
    guard version.count == 8, version.starts(with: "HTTP/".utf8), isDigit(version[5]),
      version[6] == UInt8(ascii: "."), isDigit(version[7])
    else { return .failure(Refusal(status: 400)) }
    guard version[5] == UInt8(ascii: "1") else { return .failure(Refusal(status: 505)) }
    return .success(
      HTTPRequest(
        method: text(parts[0]), target: text(parts[1]), minorVersion: Int(version[7] - UInt8(ascii: "0")), fields: []))
  }

  private init(method: String, target: String, minorVersion: Int, fields: [Field]) {
    self.method = method
    self.target = target
    self.minorVersion = minorVersion
    self.fields = fields
    bodyLength = 0
  }

  /// "Name: value"; nil for a continued line, a name that is none, and control characters.
  private static func field(_ line: ArraySlice<UInt8>) -> Field? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.allSatisfy(isToken) else { return nil }
    var value = line[(colon + 1)...]
    while let first = value.first, first == space || first == 9 { value = value.dropFirst() }
    while let last = value.last, last == space || last == 9 { value = value.dropLast() }
    guard value.allSatisfy({ $0 >= space && $0 != 0x7F || $0 == 9 }) else { return nil }
    return Field(text(name).lowercased(), text(value))
  }

  /// Takes the host from "http://host/path" or from its field, which HTTP/1.1 wants exactly once.
  private mutating func settleHost() -> Bool {
    let named = fields.filter { $0.name == "host" }.map(\.value)
    guard named.count == 1 || named.isEmpty && minorVersion == 0 else { return false }
    host = named.first
    if target.utf8.first == UInt8(ascii: "/") || target == "*" { return true }
    guard target.prefix(7).lowercased() == "http://" else { return method == "CONNECT" }
    let rest = target.dropFirst(7)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    host = String(rest[..<end])
    target = rest[end...].first == "/" ? String(rest[end...]) : "/" + rest[end...]
    return true
  }

  private mutating func settleBody() -> Bool {
    let lengths = fields.filter { $0.name == "content-length" }.map(\.value)
    let isCoded = fields.contains { $0.name == "transfer-encoding" }
    if isCoded {
      bodyLength = nil
      return lengths.isEmpty && minorVersion > 0
    }
    guard let first = lengths.first else { return true }
    let isNumber = !first.isEmpty && first.utf8.count <= 15 && first.utf8.allSatisfy(Self.isDigit)
    guard isNumber, lengths.allSatisfy({ $0 == first }) else { return false }
    bodyLength = Int(first)
    return bodyLength != nil
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

/// The lines of a head, each without its end ("\r\n" or "\n").
private struct HeadLines {
  private var rest: ArraySlice<UInt8>
  /// True once a line held a "\r" that is not part of its end.
  private(set) var hasStrayCR = false

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    var line = rest[..<end]
    rest = rest[(end + 1)...]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    if line.contains(UInt8(ascii: "\r")) { hasStrayCR = true }
    return line
  }
}
