// What the library would say of a resource before it is written: for whoever changes or adds files and must not leave
// mistakes behind.

package import Diagnostics
package import Files

package struct ResourceCheck: Sendable {
  private let reader: FileReader

  /// Against a loaded library and what stands in its folder.
  package init(_ library: Library, in folder: Folder) throws(FileFailure) {
    let listing = try folder.list(ContentTree.root, includingSizes: false)
    let tree = ContentTree(listing, kinds: Kinds.all.map(\.folder))
    reader = FileReader(folder: folder, context: LoadContext(library: library, tree: tree))
  }

  /// What is wrong with the labels and the text of a resource with these bytes at `path`. Links to other files, and what
  /// else takes more than one file to see, are not looked at.
  package func problems(of bytes: [UInt8], at path: String) -> [Problem] {
    let kind = ResourceKind()
    let id = IDForm.withoutExtension(lastComponent(path))
    let file = ContentFile(kind: kind.folder, id: id, path: path, hasUsableID: true)
    let loaded = reader.read(bytes, of: file, hash: "", as: kind)
    return loaded.findings.resolved { _ in bytes }.applying(reader.context.library.ruleSeverities).sorted()
  }
}
