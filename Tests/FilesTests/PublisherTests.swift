import Files
import TestSupport
import Testing

@Suite("Publishing")
struct PublisherTests {
  private let folder: TemporaryFolder
  private var site: String { folder.path + "/site" }

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func publish(
    _ pages: [String: String], assets: [String: String] = [:], adopt: Bool = false
  ) throws -> Publication {
    let publisher = try Publisher(site: site, adoptsForeignFiles: adopt)
    for (path, text) in pages { try publisher.stage(path, phase: .pages, Array(text.utf8)) }
    for (path, text) in assets { try publisher.stage(path, phase: .assets, Array(text.utf8)) }
    return try publisher.publish()
  }

  /// What a server would serve.
  private var served: [String] { folder.files(below: "site").filter { !$0.hasPrefix(".shelfmark/") } }

  @Test("a first build writes every file, a second one none")
  func again() throws {
    let first = try publish(["index.html": "home", "resources/a.html": "a"], assets: ["assets/site.1.css": "x"])
    #expect(first.written == 3)
    #expect(served == ["assets/site.1.css", "index.html", "resources/a.html"])
    let second = try publish(["index.html": "home", "resources/a.html": "a"], assets: ["assets/site.1.css": "x"])
    #expect(second.written == 0)
    #expect(second.unchanged == 3)
    #expect(second.removed == 0)
    #expect(folder.files(below: "site/.shelfmark") == ["lock", "manifest"])
  }

  @Test("a page that is gone is removed with its folder, a changed one replaced")
  func changes() throws {
    try publish(["index.html": "home", "resources/a.html": "a"])
    let result = try publish(["index.html": "new home"])
    #expect(result.written == 1)
    #expect(result.removed == 1)
    #expect(served == ["index.html"])
    #expect(folder.read("site/index.html") == "new home")
  }

  @Test("assets of the build before stay until the next that changes something")
  func oldAssets() throws {
    try publish(["index.html": "1"], assets: ["assets/site.1.css": "1"])
    try publish(["index.html": "2"], assets: ["assets/site.2.css": "2"])
    #expect(served == ["assets/site.1.css", "assets/site.2.css", "index.html"])
    try publish(["index.html": "2"], assets: ["assets/site.2.css": "2"])
    #expect(served.contains("assets/site.1.css"))
    try publish(["index.html": "3"], assets: ["assets/site.3.css": "3"])
    #expect(served == ["assets/site.2.css", "assets/site.3.css", "index.html"])
  }

  @Test("a file that is not Shelfmark's is neither replaced nor removed, unless it is taken over")
  func foreign() throws {
    try folder.write("site/index.html", "somebody's")
    try folder.write("site/notes.txt", "somebody's")
    #expect(throws: FileFailure.self) { try publish(["index.html": "home"]) }
    #expect(folder.read("site/index.html") == "somebody's")
    try publish(["index.html": "home"], adopt: true)
    #expect(served == ["index.html", "notes.txt"])
    #expect(folder.read("site/index.html") == "home")
  }

  @Test("an equal file that is not in the manifest counts as ours")
  func equalForeign() throws {
    try folder.write("site/index.html", "home")
    #expect(try publish(["index.html": "home"]).written == 0)
  }

  @Test("while one build holds the site, another is refused; a lock file left behind does not block")
  func lock() throws {
    do {
      let holder = try Publisher(site: site, adoptsForeignFiles: false)
      #expect(throws: FileFailure.self) { _ = try Publisher(site: site, adoptsForeignFiles: false) }
      _ = holder
    }
    try publish(["index.html": "home"])
  }

  @Test("what a killed build had staged is dropped")
  func leftStage() throws {
    try publish(["index.html": "home"])
    try folder.write("site/.shelfmark/stage/deep/er/x.html", "half")
    try publish(["index.html": "home"])
    #expect(folder.files(below: "site/.shelfmark") == ["lock", "manifest"])
  }

  @Test("a link in the site never leads a write or a removal out of it")
  func links() throws {
    try folder.write("outside/index.html", "outside")
    try folder.write("site/.keep", "")
    try folder.link("site/resources", to: folder.path + "/outside")
    #expect(throws: FileFailure.self) { try publish(["resources/index.html": "inside"]) }
    #expect(throws: FileFailure.self) { try publish(["resources/new.html": "inside"], adopt: true) }
    #expect(folder.files(below: "outside") == ["index.html"])
    #expect(folder.read("outside/index.html") == "outside")
  }

  @Test("a build killed before its removals leaves them to the next")
  func killedBeforeRemovals() throws {
    try publish(["index.html": "home", "resources/a.html": "a"], assets: ["assets/site.1.css": "1"])
    let pages = ["index.html": "new home"]
    let assets = ["assets/site.2.css": "2"]
    try publish(pages, assets: assets)
    let clean = served
    // As it is when all has been moved and nothing removed yet.
    try folder.write("site/resources/a.html", "a")
    let manifest = try #require(folder.read("site/.shelfmark/manifest"))
    try folder.write("site/.shelfmark/manifest", manifest + "x resources/a.html\n")
    let result = try publish(pages, assets: assets)
    #expect(result.written == 0)
    #expect(result.removed == 1)
    #expect(served == clean)
    #expect(folder.read("site/.shelfmark/manifest") == manifest)
  }

  @Test("a private folder that is a link elsewhere is refused, and nothing is removed there")
  func linkedPrivateFolder() throws {
    try folder.write("outside/stage/mine.txt", "mine")
    try folder.write("site/.keep", "")
    try folder.link("site/.shelfmark", to: folder.path + "/outside")
    #expect(throws: FileFailure.self) { try publish(["index.html": "home"]) }
    #expect(folder.files(below: "outside") == ["stage/mine.txt"])
  }

  @Test("attachments are copied in pieces and compared the same way")
  func copies() throws {
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write("source/big.pdf", bytes)
    for expected in [1, 0] {
      let publisher = try Publisher(site: site, adoptsForeignFiles: false)
      try publisher.stage("files/a/big.pdf", phase: .assets, copyOf: "big.pdf", in: Folder(folder.path + "/source"))
      #expect(try publisher.publish().written == expected)
    }
    #expect(try Folder(site).read("files/a/big.pdf") == bytes)
  }
}
