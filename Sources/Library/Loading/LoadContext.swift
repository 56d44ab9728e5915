// What is known while the files of a kind are read: the listing, the library as far as it goes, and the names that labels
// can use. A class, since every file's reading holds on to it and a library is costly to copy.

package final class LoadContext: Sendable {
  /// The vocabularies, and the kinds loaded before.
  package let library: Library
  package let names: Names
  let tree: ContentTree

  init(library: Library, tree: ContentTree) {
    self.library = library
    self.tree = tree
    names = Names(library)
  }

  /// True where a name would be known if something that has been reported already were not missing or unreadable.
  func hasUnreadable(_ name: String, kind: String) -> Bool {
    let files = tree.files(of: kind)
    return files.isEmpty || files.contains { $0.id == name }
  }
}
