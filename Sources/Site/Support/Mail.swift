// Links that open the reader's own e-mail program, filled in. Nothing is sent by the site itself.

import Diagnostics

enum Mail {
  /// A `mailto:` link (RFC 6068); no `address` leaves the recipient to the writer. Texts come in parts.
  static func link(to address: String? = nil, subject: [String], body: [String]) -> [UInt8] {
    let length = (subject + body).reduce(address?.utf8.count ?? 0) { $0 + $1.utf8.count }
    return [UInt8](capacity: 64 + length * 6) { link in
      put("mailto:", to: &link)
      if let address { putPercentEncoded(address, keeping: .mail, into: &link) }
      put("?subject=", to: &link)
      for part in subject { putPercentEncoded(part, keeping: .unreserved, into: &link) }
      guard body.contains(where: { !$0.isEmpty }) else { return }
      put("&body=", to: &link)
      // RFC 6068 wants CRLF between lines.
      for part in body { putPercentEncoded(part, keeping: .unreserved, endingLines: true, into: &link) }
    }
  }

  private static func put(_ text: String, to link: inout OutputSpan<UInt8>) {
    for byte in text.utf8 { link.append(byte) }
  }

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
