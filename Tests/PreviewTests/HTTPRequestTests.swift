// The request parser: what is read, what is refused and with which status, and that no bytes harm it.

import Preview
import Testing

@Suite("HTTP requests")
struct HTTPRequestTests {
  private func read(_ text: String) -> HTTPRequest.Reading { HTTPRequest.read(Array(text.utf8)[...]) }

  @Test("a request is read with its fields, and what follows it is left")
  func sound() throws {
    let head = "GET /a%20b?x=1 HTTP/1.1\r\nHost: localhost:8080\r\nX-Empty:\r\nAccept: \t text/html \r\n\r\n"
    guard case .request(let request, let byteCount) = read(head + "GET /next") else {
      Issue.record("not read: \(read(head))")
      return
    }
    #expect(byteCount == head.utf8.count)
    #expect(request.method == "GET" && request.target == "/a%20b?x=1" && request.minorVersion == 1)
    #expect(request.host == "localhost:8080" && request["accept"] == "text/html" && request["x-empty"] == "")
    #expect(request.bodyLength == 0 && request.keepsAlive)
  }

  @Test(
    "whose request it is, how long its body is, and whether the connection goes on",
    arguments: [
      ("GET http://Example.COM:80/p?q HTTP/1.1\r\nHost: other\r\n\r\n", "Example.COM:80", 0, true),
      ("GET http://a HTTP/1.1\r\nHost: a\r\n\r\n", "a", 0, true),
      ("GET / HTTP/1.1\nHost: a\n\n", "a", 0, true),
      ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "a", 0, true),
      ("GET / HTTP/1.0\r\n\r\n", nil, 0, false),
      ("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", nil, 0, true),
      ("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, CLOSE\r\n\r\n", "a", 0, false),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n", "a", 12, true),
      ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "a", nil, true),
    ] as [(String, String?, Int?, Bool)])
  func facts(head: String, host: String?, bodyLength: Int?, keepsAlive: Bool) {
    guard case .request(let request, _) = read(head) else {
      Issue.record("not read: \(read(head))")
      return
    }
    #expect(request.host == host && request.bodyLength == bodyLength && request.keepsAlive == keepsAlive)
  }

  @Test(
    "what could be read in two ways, or not at all, is refused",
    arguments: [
      ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\u{0}\r\n\r\n", 400),
      ("GET /\r\nHost: a\r\n\r\n", 400), ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
      ("GET /é HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
      ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505), ("GET / http/1.1\r\nHost: a\r\n\r\n", 400),
      ("GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\r\n\r\n", 400), ("\r\n\r\n\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
    ])
  func refused(head: String, status: Int) {
    #expect(read(head) == .refused(status: status))
  }

  @Test("what is longer than any browser sends is refused, at the latest at the limit")
  func limits() {
    let long = String(repeating: "a", count: HTTPRequest.Limits.targetLength + 100)
    #expect(read("GET /\(long)") == .refused(status: 414))
    #expect(read("GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n") == .refused(status: 414))
    let fields = (0...HTTPRequest.Limits.fieldCount).map { "X-\($0): 1\r\n" }.joined()
    #expect(read("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n") == .refused(status: 431))
    #expect(read("GET / HTTP/1.1\r\n" + String(repeating: "X: \(long)\r\n", count: 9)) == .refused(status: 431))
  }

  @Test("a head that comes byte by byte is read the same")
  func byteByByte() {
    let bytes = Array("GET /x HTTP/1.1\r\nHost: a\r\n\r\nrest".utf8)
    for end in 0..<(bytes.count - 4) {
      #expect(HTTPRequest.read(bytes[..<end], searched: max(0, end - 1)) == .incomplete)
    }
    let end = bytes.count - 4
    #expect(HTTPRequest.read(bytes[..<end], searched: end - 1) == HTTPRequest.read(bytes[..<end]))
    guard case .request = HTTPRequest.read(bytes[...], searched: end - 1) else {
      Issue.record("the end was missed")
      return
    }
  }

  @Test("no bytes do harm, wherever they are cut and whatever stands in them")
  func anyBytes() {
    var state: UInt64 = 7
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let head = "GET http://a/%41?b HTTP/1.1\r\nHost: a:1\r\nContent-Length: 3\r\nConnection: close\r\n\r\n"
    let sound = Array((head + "abc").utf8)
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0..<random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
      bytes = Array(bytes.prefix(random(bytes.count + 1)))
      if case .request(_, let byteCount) = HTTPRequest.read(bytes[...]) { #expect(byteCount <= bytes.count) }
    }
  }
}

@Suite("Requested ranges and paths")
struct RequestedPartTests {
  @Test(
    "one range of bytes is understood, and nothing else",
    arguments: [
      (nil, 10, .whole), ("bytes=0-3", 10, .part(0..<4)), ("bytes=4-", 10, .part(4..<10)),
      ("bytes=-3", 10, .part(7..<10)), ("bytes=-30", 10, .part(0..<10)), ("bytes=2-99", 10, .part(2..<10)),
      ("bytes=9-9", 10, .part(9..<10)), ("bytes=10-", 10, .unsatisfiable), ("bytes=-0", 10, .unsatisfiable),
      ("bytes=0-", 0, .unsatisfiable), ("bytes=5-2", 10, .whole), ("bytes=0-1,4-5", 10, .whole),
      ("bytes=a-b", 10, .whole), ("items=0-1", 10, .whole), ("bytes=-", 10, .whole), ("bytes=", 10, .whole),
      ("bytes=0-99999999999999999999", 10, .part(0..<10)), ("bytes=99999999999999999999-", 10, .unsatisfiable),
      ("bytes=9223372036854775807-9223372036854775807", 10, .unsatisfiable), ("bytes=--1", 10, .whole),
    ] as [(String?, Int, RequestedRange)])
  func ranges(field: String?, byteCount: Int, expected: RequestedRange) {
    #expect(RequestedRange(field, of: byteCount) == expected)
  }

  @Test(
    "a target becomes the name of a route, or nothing",
    arguments: [
      ("/", .path("index.html")), ("/?q=1", .path("index.html")), ("/a/b.html#x", .path("a/b.html")),
      ("/files/ROI%20sheet.pdf", .path("files/ROI sheet.pdf")), ("/%C3%A9", .path("é")), ("/%2e%2e/x", .path("../x")),
      ("//x", .path("/x")), ("/a%2Fb", .path("a/b")), ("/%", .malformed), ("/%4", .malformed), ("/%zz", .malformed),
      ("/a%00b", .malformed), ("/%0d%0a", .malformed), ("/%ff", .malformed), ("*", .malformed), ("", .malformed),
    ] as [(String, SitePath)])
  func paths(target: String, expected: SitePath) {
    #expect(SitePath(target) == expected)
  }
}
