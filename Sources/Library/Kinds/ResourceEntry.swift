// A resource as it was read from its own file, with what later checks need.

import Diagnostics

/// A resource with what is needed to check it against others. A class, since values with this many parts are costly to
/// copy.
package final class ResourceEntry: Sendable {
  package let resource: Resource
  let notes: ResourceNotes

  init(_ resource: Resource, _ notes: ResourceNotes) {
    self.resource = resource
    self.notes = notes
  }
}

struct ResourceNotes: Sendable {
  var places = Places()
  /// The same for titles that are the same to a reader, and hardly ever for others.
  var titleKey = 0
  /// As written; `add` finds out which of them exist.
  var related: [Located<String>] = []
  var replaces: [Located<String>] = []
  var aliases: [Located<String>] = []
  /// Words of the snippet that may be addresses.
  var addresses: [Located<String>] = []
  /// False where no type, persona or stage could be used: with `--hold-back` such a resource is held back.
  var isUsable = true
  /// False where it could not be told for certain whether prospects may see it.
  var audienceIsCertain = true
  /// True where a status is written that could not be understood: it might be a draft.
  var hasUncertainStatus = false
  /// True where `reviewed` is written, readable or not.
  var hasReviewed = false

  /// Where in its file a resource says what may have to be reported later.
  struct Places: Sendable {
    var start = ByteRange.start
    var title = ByteRange.start
    var reviewed: ByteRange?
    var expires: ByteRange?
  }
}

/// An attachment as its label names it, before anybody has looked for the file.
struct WrittenAttachment: Sendable {
  /// A path from the file's folder, or an address.
  var location: Located<String>
  var label: String?
}
