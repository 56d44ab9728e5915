// An answer, and its head as bytes.

import Files

struct HTTPResponse: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// A part of a file that is read while it is sent.
    case file(ReadableFile, Range<Int>)
    /// The connection stays open for news of the library.
    case events
  }

  var status: Int
  var fields: [HTTPRequest.Field] = []
  var body: Body
  /// Ends the connection after the answer, whatever the client wants.
  var closes = false

  init(_ status: Int, type: String? = nil, _ body: Body = .bytes([])) {
    self.status = status
    self.body = body
    if let type { add("Content-Type", type) }
  }

  /// A short answer in words, for a person with curl.
  static func plain(_ status: Int, _ words: String) -> HTTPResponse {
    HTTPResponse(status, type: "text/plain; charset=utf-8", .bytes(Array((words + "\n").utf8)))
  }

  mutating func add(_ name: String, _ value: String) { fields.append(HTTPRequest.Field(name, value)) }

  /// `keepsAlive`: what the client is told about the connection; `date`: the day and time in HTTP's own form.
  func head(keepsAlive: Bool, date: String) -> [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\nDate: \(date)\r\n"
    for field in fields { text += "\(field.name): \(field.value)\r\n" }
    switch body {
    case .bytes(let bytes) where status != 304: text += "Content-Length: \(bytes.count)\r\n"
    case .file(_, let range): text += "Content-Length: \(range.count)\r\n"
    case .bytes, .events: break
    }
    // Other sites must neither read the library through a script element nor frame it.
    text += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    text += "X-Frame-Options: SAMEORIGIN\r\n"
    text += keepsAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n"
    return Array(text.utf8)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 408: "Request Timeout"
    case 411: "Length Required"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    case 431: "Request Header Fields Too Large"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    default: "Error"
    }
  }
}
