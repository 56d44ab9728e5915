// Links that open the reader's own e-mail program, filled in. Nothing is sent by the site itself.

enum Mail {
  /// A `mailto:` link (RFC 6068); no `address` leaves the recipient to the writer.
  static func link(to address: String? = nil, subject: String, body: String = "") -> String {
    var link = ""
    link.reserveCapacity((subject.utf8.count + body.utf8.count) * 2)
    link += "mailto:"
    if let address { link += percentEncoded(address: address) }
    link += "?subject="
    link += percentEncoded(value: subject)
    guard !body.isEmpty else { return link }
    link += "&body="
    link += percentEncoded(lines: body)
    return link
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
