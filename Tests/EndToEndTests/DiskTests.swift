// Disks that fail: full, read-only, with a limit to the size of files; and builds that are killed. The old site stays
// whole, and once the disk is well again the next build ends in the same bytes as a first one.

import Foundation
import TestSupport
import Testing

@Suite("Failing disks")
struct DiskTests {
  /// Runs a script of the test's own in a mount namespace: what it mounts is gone with it. $1 is the library, $2 an empty
  /// folder, $3 shelfmark. It prints "STATUS n" lines, which are returned, with all that it said.
  private static func sandboxed(_ library: TemporaryFolder, _ script: String) throws -> (lines: [String], said: String)
  {
    let unshare = try #require(Project.tool("unshare"))
    let disk = try TemporaryFolder()
    let prelude = """
      set -u
      library=$1 disk=$2 shelfmark=$3
      build() { "$shelfmark" build -C "$library" --output "$disk/site" --today \(SmallLibrary.today) 2>&1; echo "STATUS $?"; }
      # What is served; the publisher's own folder is not. In $2 scripts and shards of the build before may be left.
      same() {
        diff -r --exclude=.shelfmark "$1" "$2" | grep -vE "^Only in $2/(search|assets): " >"$library/differences"
        test -s "$library/differences" && cat "$library/differences" && echo DIFFERENT || echo SAME
      }

      """
    let result = try run(
      unshare, ["--mount", "/bin/sh", "-c", prelude + script, "sh", library.path, disk.path, Project.shelfmark])
    let said = result.output + result.errors
    let words: Set<String> = ["STATUS", "SAME", "DIFFERENT"]
    let lines = result.output.split(separator: "\n").map(String.init)
    return (lines.filter { words.contains($0.split(separator: " ").first.map(String.init) ?? "") }, said)
  }

  /// Grows by `kilobytes`, so that a build has much to write.
  private static func grow(_ library: TemporaryFolder, kilobytes: Int) throws {
    try library.write("content/resources/roi.pdf", Array(repeating: 0x20, count: kilobytes << 10))
    for name in ["roi-sheet", "plant-story", "spreadsheet-card"] {
      let file = "content/resources/\(name).md"
      try library.write(file, try #require(library.read(file)) + "One more sentence.\n")
    }
  }

  @Test("a full disk: status 3, the site as it was; with room again, the same bytes as a first build", .needs(.mounts))
  func full() throws {
    let library = try SmallLibrary.folder()
    let grown = try SmallLibrary.folder()
    try Self.grow(grown, kilobytes: 900)
    let (lines, said) = try Self.sandboxed(
      library,
      """
      mount -t tmpfs -o size=20m none "$disk" && build
      cp -r "$disk/site" "$library/before"
      used=$(du -sk "$disk" | cut -f1)
      mount -o remount,size=$((used + 200))k "$disk"
      rm -r "$library/content" && cp -r "\(grown.path)/content" "$library/content"
      build
      same "$library/before" "$disk/site"
      mount -o remount,size=20m "$disk"
      build
      disk2=$disk; disk=$library/fresh; mkdir "$disk"; build
      same "$disk/site" "$disk2/site"
      """)
    #expect(lines == ["STATUS 0", "STATUS 3", "SAME", "STATUS 0", "STATUS 0", "SAME"], "\(said)")
    #expect(said.contains("no space left on device"), "\(said)")
  }

  @Test("a disk not to be written: status 3, the site as it was", .needs(.mounts))
  func readOnly() throws {
    let library = try SmallLibrary.folder()
    let grown = try SmallLibrary.folder()
    try Self.grow(grown, kilobytes: 9)
    let (lines, said) = try Self.sandboxed(
      library,
      """
      mount -t tmpfs -o size=20m none "$disk" && build
      cp -r "$disk/site" "$library/before"
      mount -o remount,ro "$disk"
      rm -r "$library/content" && cp -r "\(grown.path)/content" "$library/content"
      build
      same "$library/before" "$disk/site"
      """)
    #expect(lines == ["STATUS 0", "STATUS 3", "SAME"], "\(said)")
    #expect(said.contains("read-only file system"), "\(said)")
  }

  @Test("content that cannot be read: a problem at its file, not a crash", .needs(.unprivilegedRuns))
  func unreadable() throws {
    let library = try SmallLibrary.folder()
    let setpriv = try #require(Project.tool("setpriv"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: library.path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: library.path + "/content/resources/plant-story.md")
    let result = try run(
      setpriv,
      ["--reuid=65534", "--regid=65534", "--clear-groups", Project.shelfmark, "check", "-C", library.path])
    #expect(result.status == 1 || result.status == 3, "\(result.errors)")
    #expect((result.output + result.errors).contains("content/resources/plant-story.md"))
  }

  @Test("a limit to the size of files: status 3, not a signal, and the site as it was")
  func fileSizeLimit() throws {
    let library = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    let before = FolderSnapshot(library.path + "/site")
    try Self.grow(library, kilobytes: 900)
    let result = try run(
      "/bin/sh", ["-c", "ulimit -f 100; exec \"$0\" build -C \"$1\"", Project.shelfmark, library.path])
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("roi.pdf"), "\(result.errors)")
    expectNone(FolderSnapshot(library.path + "/site").differences(from: before))
    #expect(try shelfmark("build", "-C", library.path).status == 0)
  }

  private static func sample() throws -> TemporaryFolder {
    let library = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: SampleSite.library + "/content", toPath: library.path + "/content")
    return library
  }

  @Test("killed at any moment, the site has no broken link, and the next build ends in the same bytes")
  func killed() throws {
    let library = try Project.isThorough ? Self.sample() : SmallLibrary.folder()
    let site = library.path + "/site"
    let start = ContinuousClock.now
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    let whole = (ContinuousClock.now - start) / .seconds(1)
    let settings = try #require(library.read("content/library.yml"))
    let broken = Set(Crawl(site: site).mistakes)
    let title = try #require(settings.firstMatch(of: /title: [^,}\n]+/)).output
    let rounds = 40
    for round in 0..<rounds {
      // A new title changes every page.
      try library.write("content/library.yml", settings.replacing(title, with: "title: Round \(round)"))
      let process = try ChildProcess(Project.shelfmark, ["build", "-C", library.path])
      Thread.sleep(forTimeInterval: whole * Double(round + 1) / Double(rounds + 1))
      process.kill()
      expectNone(Crawl(site: site).mistakes.filter { !broken.contains($0) }, "killed in round \(round)")
    }
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    #expect(try shelfmark("build", "-C", library.path, "--output", "fresh").status == 0)
    let differences = FolderSnapshot(site).differences(from: FolderSnapshot(library.path + "/fresh"))
    expectNone(differences.filter { !$0.hasPrefix("new: search/") && !$0.hasPrefix("new: assets/") })
    #expect(!FileManager.default.fileExists(atPath: site + "/.shelfmark/stage"))
  }
}
