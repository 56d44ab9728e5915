// What is known while the kinds are loaded one after the other: the listing, the library as far as it has been read, and
// the names that labels can use.

import Diagnostics

package struct LoadContext: Sendable {
  package var library: Library
  package internal(set) var names: Names
  let tree: ContentTree
  /// What is known of each page that has been loaded.
  var pages: [PageReference: Visibility] = [:]

  init(library: Library, tree: ContentTree) {
    self.library = library
    self.tree = tree
    names = Names(library)
  }
}
