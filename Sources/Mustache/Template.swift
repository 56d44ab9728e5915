// What is known of a template before anything is rendered: what it asks of the data and of other templates. Whether the
// data has those names is for those who make it to say.

package import Diagnostics

/// The source of one template.
package struct TemplateSource: Sendable {
  /// How other templates call it.
  package var name: String
  package var bytes: [UInt8]
  /// The path shown in problems.
  package var file: String

  package init(name: String, bytes: [UInt8], file: String) {
    self.name = name
    self.bytes = bytes
    self.file = file
  }
}

/// What one template uses, in the order of its tags.
package struct Template: Sendable {
  /// One place where a template names a value.
  package struct NameUse: Sendable {
    /// `raw` is printed as it is: safe only for markup of our own.
    package enum Kind: Sendable { case value, raw, section, inverted }

    /// The parts between the dots; none for ".".
    package var parts: [String]
    package var kind: Kind
    package var range: ByteRange
    /// The section around it, as a place in the same template's `names`; that one has its own.
    package var enclosing: Int?
  }

  /// One place where a template brings in another, with '>' or '<'.
  package struct Partial: Sendable {
    /// The template's name, or that of the value that holds it.
    package var name: String
    package var range: ByteRange
    package var isDynamic: Bool
    /// As in `NameUse`.
    package var enclosing: Int?
  }

  package let name: String
  package let file: String
  package internal(set) var names: [NameUse] = []
  package internal(set) var partials: [Partial] = []
  /// The blocks that it has, for others to fill.
  package internal(set) var blocks: Set<String> = []
  /// The blocks of others that it fills, each with the place in `partials` of the tag that brings in the other.
  package internal(set) var fillings: [(block: String, range: ByteRange, partial: Int)] = []
}
