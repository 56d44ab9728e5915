// Addresses in labels: which of them become links, and which a prospect can open from outside.

import Diagnostics
import FrontMatter

/// Whether addresses are well formed, and where they lead.
package enum WebAddress {
  /// The lower-case scheme of "https:…" or "mailto:…"; nil where there is none.
  static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon].lowercased()
    guard let first = scheme.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    let isScheme = scheme.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    return isScheme ? scheme : nil
  }

  /// The lower-case host of an http or https address that is well formed and names no user; nil for anything else.
  package static func host(of text: String) -> String? {
    guard let scheme = scheme(of: text), scheme == "http" || scheme == "https" else { return nil }
    let rest = text.dropFirst(scheme.utf8.count + 1)
    guard rest.hasPrefix("//"), isClean(text) else { return nil }
    let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !authority.contains("@") else { return nil }
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      return authority[...end].lowercased()
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, !host.isEmpty, parts.count <= 2,
      parts.count == 1 || parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return host.lowercased()
  }

  /// True for hosts that only answer inside a company or on one computer.
  static func isPrivate(host: String) -> Bool {
    guard host.contains("."), !host.hasPrefix("[") else { return true }
    let numbers = host.split(separator: ".").map { Int($0) }
    if numbers.count == 4, let first = numbers[0], let second = numbers[1], numbers[2] != nil, numbers[3] != nil {
      switch (first, second) {
      case (10, _), (127, _), (0, _), (169, 254), (192, 168), (172, 16...31), (100, 64...127): return true
      default: return false
      }
    }
    return [".local", ".localhost", ".internal", ".intranet", ".lan", ".corp", ".home.arpa"].contains {
      host.hasSuffix($0)
    }
  }

  /// Schemes that an address of a person or team may have: what opens a conversation, and nothing that runs.
  static let talkingSchemes = ["https", "http", "mailto", "tel", "sip", "sips", "xmpp", "im", "msteams", "slack"]

  /// True for an address that may become a link to somebody: anything else about how to reach them is words, whatever
  /// a browser would make of it.
  package static func opensConversation(_ text: String) -> Bool {
    guard let scheme = scheme(of: text), talkingSchemes.contains(scheme), isClean(text) else { return false }
    return !scheme.hasPrefix("http") || host(of: text) != nil
  }

  /// True for an e-mail address: something on both sides of one "@", and nothing that means more to a mail program.
  package static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>\"/\\(),:;?&#%[]".unicodeScalars.contains($0)
    }
  }

  private static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\^`{|}".unicodeScalars.contains($0)
    }
  }
}

extension LabelReader {
  /// An http or https address.
  mutating func webAddress(_ name: String) -> Located<String>? {
    guard let text = text(name) else { return nil }
    guard WebAddress.host(of: text.value) == nil else { return text }
    let withScheme = WebAddress.host(of: "https://" + text.value)?.contains(".") == true
    add(
      .invalidValue(
        "\(quoted(text.value)) is not an address such as https://www.example.com", in: file, at: text.range,
        help: "write the whole address, from 'https://' on"),
      replacement: withScheme ? "https://" + text.value : nil, asking: false)
    return nil
  }

  /// An https address that somebody outside the company can open.
  mutating func publicAddress(_ name: String, baseURL: String?) -> Located<String>? {
    guard let address = webAddress(name), let host = WebAddress.host(of: address.value) else { return nil }
    let why: String? =
      if !address.value.lowercased().hasPrefix("https:") {
        "\(quoted(address.value)) does not begin with 'https://'"
      } else if baseURL.map({ address.value.hasPrefix($0) || address.value + "/" == $0 }) ?? false {
        "\(quoted(address.value)) is a page of this library, which a prospect cannot open"
      } else if WebAddress.isPrivate(host: host) {
        "\(quoted(host)) cannot be reached from outside the company"
      } else {
        nil
      }
    guard let why else { return address }
    add(
      .invalidValue(
        why, in: file, at: address.range, help: "write an address that a prospect can open, from 'https://' on"))
    return nil
  }

  /// An e-mail address.
  mutating func email(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    if WebAddress.isMail(text.value) { return text.value }
    add(
      .invalidValue(
        "\(quoted(text.value)) is not an e-mail address", in: file, at: text.range,
        help: "write an address such as: \(name): ana@example.com"))
    return nil
  }

  /// An address or plain words that say how to reach somebody.
  mutating func contact(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    guard let scheme = WebAddress.scheme(of: text.value), !text.value.contains(": "),
      !WebAddress.talkingSchemes.contains(scheme)
    else { return text.value }
    add(
      .invalidValue(
        "\(quoted(text.value)) is not an address to talk to somebody", in: file, at: text.range,
        help: "write an e-mail address, an address from 'https://' on, or words"))
    return nil
  }

  /// A language such as "en" or "pt-BR".
  mutating func language(_ name: String) -> String? {
    guard let text = text(name) else { return nil }
    let parts = text.value.split(separator: "-", omittingEmptySubsequences: false)
    let isCode = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...3 : 1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (index > 0 && (0x30...0x39).contains($0)) }
    }
    if isCode { return text.value }
    add(
      .invalidValue(
        "\(quoted(text.value)) is not the short name of a language", in: file, at: text.range,
        help: "write a short name such as en, de or pt-BR"))
    return nil
  }
}
