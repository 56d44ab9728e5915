// Links that open the reader's own e-mail program, filled in. Nothing is sent by the site itself.

import Diagnostics
import Mustache

extension Output {
  /// Puts a `mailto:` link (RFC 6068); no `address` leaves the recipient to the writer. Texts come in parts.
  mutating func putMail(to address: String? = nil, subject: [String], body: [String]) {
    put("mailto:")
    if let address { put(percentEncoding: address, keeping: .mail) }
    put("?subject=")
    for part in subject { put(percentEncoding: part, keeping: .unreserved) }
    guard body.contains(where: { !$0.isEmpty }) else { return }
    put("&body=")
    // RFC 6068 wants CRLF between lines.
    for part in body { put(percentEncoding: part, keeping: .unreserved, endingLines: true) }
  }
}

enum Mail {
  /// A snippet with its placeholders filled as far as the page can know them: the link or else the file that goes along,
  /// and "[first name]" for what only the sender knows. templates/mail.js fills them in the same words.
  static func filled(_ snippet: String, link: String?, attachment: String?) -> String {
    guard snippet.utf8.contains(UInt8(ascii: "{")) else { return snippet }
    var text = snippet
    for (placeholder, value) in [
      ("{{link}}", link ?? attachment.map { "(attached: \($0))" } ?? "[link]"), ("{{first_name}}", "[first name]"),
      ("{{company}}", "[company]"),
      ("{{sender}}", "[sender]"),
    ] {
      text = text.replacing(placeholder, with: value)
    }
    return text
  }
}
