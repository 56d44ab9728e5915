// `files`: what belongs to a resource and can be opened, as paths or addresses, alone or with a label.

import Diagnostics
import FrontMatter
import Markdown

extension LabelReader {
  /// Paths and addresses, each as a text or as a group with `path` or `url` and a `label`.
  mutating func attachments(_ name: String) -> [WrittenAttachment] {
    guard let value = value(name) else { return [] }
    return Self.items(of: value).compactMap { item in
      switch item.content {
      case .text(let text, _):
        return text.isEmpty ? nil : attachment(at: Located(text, item.range), label: nil)
      case .group(let labels):
        return group(labels, of: "an entry of '\(name)'") { $0.attachment(in: item) }
      case .list:
        mismatch(name, expected: "a list of paths", item)
        return nil
      case .absent, .unreadable: return nil
      }
    }
  }

  private mutating func attachment(in item: WrittenLabels.Value) -> WrittenAttachment? {
    let label = text("label")?.value
    let path = text("path")
    let url = text("url")
    guard let location = path ?? url else {
      if !isWritten("path"), !isWritten("url") {
        add(
          .invalidValue(
            "this entry of 'files' says neither a path nor an address", in: file, at: item.range,
            help: "write it as: {path: roi-sheet.xlsx, label: ROI sheet}"))
      }
      return nil
    }
    return attachment(at: location, label: label)
  }

  private mutating func attachment(at location: Located<String>, label: String?) -> WrittenAttachment? {
    let attachment = WrittenAttachment(location: location, label: label)
    guard let scheme = WebAddress.scheme(of: location.value), scheme.utf8.count > 1 else { return attachment }
    guard scheme == "http" || scheme == "https" else {
      add(
        Problem(
          .unsafeLink, in: file, at: location.range,
          "\(quoted(scheme + ":")) is not a kind of address that can be opened",
          help: "write a path from this file's folder, or an address from 'https://' on"))
      return nil
    }
    if WebAddress.host(of: location.value) != nil { return attachment }
    add(
      .invalidValue(
        "\(quoted(location.value)) is not an address such as https://www.example.com", in: file, at: location.range,
        help: "write the whole address, from 'https://' on"))
    return nil
  }

  /// Ids that may be gone, in small letters; each once, and none the file's own.
  mutating func ids(_ name: String, notNaming own: String, limit: Int? = nil) -> [Located<String>] {
    var result: [Located<String>] = []
    var seen = Set<String>()
    for text in texts(name, limit: limit, setting: "max_aliases") {
      let id = text.value.lowercased()
      guard IDForm.isValid(id) else {
        let suggestion = IDForm.suggestion(for: id.hasSuffix(".md") ? IDForm.withoutExtension(id) : id)
        add(
          .invalidValue(
            "\(quoted(text.value)) cannot be the name of a file of content", in: file, at: text.range,
            help: "write a file's name without '.md'"),
          replacement: suggestion)
        continue
      }
      guard id != own else {
        add(
          .invalidValue(
            "'\(name)' names this file itself", in: file, at: text.range, help: "remove '\(text.value)'"))
        continue
      }
      if seen.insert(id).inserted { result.append(Located(id, text.range)) }
    }
    return result
  }
}
