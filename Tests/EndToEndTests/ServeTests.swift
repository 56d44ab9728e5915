// `shelfmark serve` as people and browsers use it: the binary, curl, and a real browser with a page open.

import Foundation
import TestSupport
import Testing

/// A running preview, ended with the value.
final class RunningPreview: Sendable {
  let folder: TemporaryFolder
  let process: ChildProcess
  let port: UInt16
  private let said: TemporaryFolder

  init(_ folder: TemporaryFolder, _ options: [String] = []) throws {
    self.folder = folder
    said = try TemporaryFolder()
    process = try ChildProcess(
      Project.shelfmark, ["serve", "-C", folder.path, "--port", "0", "--today", SmallLibrary.today] + options,
      output: said.path + "/output", errors: said.path + "/errors")
    port = try Self.port(said, process)
  }

  deinit { process.kill() }

  var address: String { "http://127.0.0.1:\(port)/" }
  var output: String { said.read("output") ?? "" }
  var errors: String { said.read("errors") ?? "" }

  private static func port(_ said: TemporaryFolder, _ process: ChildProcess) throws -> UInt16 {
    for _ in 0..<1_000 {
      if let match = said.read("output")?.firstMatch(of: /127\.0\.0\.1:(\d+)\//) { return UInt16(match.output.1) ?? 0 }
      guard process.isRunning else { throw HarnessError("serve ended: \(said.read("errors") ?? "")") }
      Thread.sleep(forTimeInterval: 0.01)
    }
    throw HarnessError("serve printed no address")
  }

  func get(_ path: String, _ method: String = "GET", headers: [String: String] = [:]) throws -> HTTPAnswer {
    try loopbackHTTP(port: port, method, "/" + path, headers: headers, seconds: 10)
  }

  /// The answer to bytes sent as they are.
  func raw(_ request: String) throws -> String {
    let curl = try #require(Project.tool("bash"))
    let script = "exec 3<>/dev/tcp/127.0.0.1/\(port); printf \"$1\" >&3; timeout 15 cat <&3"
    return try run(curl, ["-c", script, "bash", request]).output
  }

  func wait(_ what: String, seconds: Double = 10, until isTrue: () throws -> Bool) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try !isTrue() {
      guard ContinuousClock.now < end else { throw HarnessError("waited in vain for \(what); \(errors)") }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// The first news that a page gets when it asks now.
  func news() throws -> String {
    let curl = try #require(Project.tool("curl"))
    return try run(curl, ["-sN", "--max-time", "0.5", address + ".shelfmark/events"]).output
  }
}

@Suite("Serving a preview", .needs(.nginx))
struct ServeTests {
  @Test("every file is what build makes of it, but for the script in pages")
  func sameAsBuild() throws {
    let folder = try SmallLibrary.folder()
    #expect(try shelfmark("build", "-C", folder.path, "--output", folder.path + "/site").status == 0)
    let preview = try RunningPreview(folder)
    let site = FolderSnapshot(folder.path + "/site")
    let names = site.names.filter { !$0.hasPrefix(".shelfmark/") && $0 != "404.html" }
    #expect(names.count > 20)
    for name in names {
      let answer = try preview.get(name)
      #expect(answer.status == 200, "\(name)")
      let script = /<script src="\/\.shelfmark\/preview\.js" data-site="[^"]*" defer><\/script>\n/
      let text = answer.text.replacing(script, with: "").replacing("; connect-src &#39;self&#39;", with: "")
      #expect(Array(text.utf8) == Array((site.text(name) ?? "").utf8) || name.hasSuffix(".pdf"), "\(name) differs")
      let type = answer.headers["content-type"] ?? ""
      #expect(!type.hasPrefix("text/") || type.hasSuffix("charset=utf-8"), "\(name): \(type)")
    }
  }

  @Test("attachments come in parts, known ones not at all, and HEAD brings no body")
  func files() throws {
    let text = String(repeating: "0123456789", count: 100_000)
    let preview = try RunningPreview(try SmallLibrary.folder(["content/resources/roi.pdf": text]))
    let path = "files/resources/roi-sheet/roi.pdf"
    let whole = try preview.get(path)
    #expect(whole.text == text && whole.headers["content-type"] == "application/pdf")
    let tag = try #require(whole.headers["etag"])
    let part = try preview.get(path, headers: ["Range": "bytes=999990-"])
    #expect(part.status == 206 && part.text == "0123456789")
    #expect(part.headers["content-range"] == "bytes 999990-999999/1000000")
    #expect(try preview.get(path, headers: ["Range": "bytes=0-4", "If-Range": tag]).text == "01234")
    #expect(try preview.get(path, headers: ["Range": "bytes=0-4", "If-Range": "\"other\""]).status == 200)
    let none = try preview.get(path, headers: ["Range": "bytes=1000000-"])
    #expect(none.status == 416 && none.headers["content-range"] == "bytes */1000000")
    #expect(try preview.get(path, headers: ["If-None-Match": tag]).status == 304)
    let head = try preview.get(path, "HEAD")
    #expect(head.status == 200 && head.headers["content-length"] == "1000000" && head.body.isEmpty)
    #expect(try preview.get("index.html", "HEAD").body.isEmpty)
  }

  @Test("only this computer's own names are answered, and nothing outside of the site")
  func boundaries() throws {
    let preview = try RunningPreview(try SmallLibrary.folder())
    func answer(host: String) throws -> String {
      try preview.raw("GET / HTTP/1.1\\r\\nHost: \(host)\\r\\nConnection: close\\r\\n\\r\\n")
    }
    #expect(try answer(host: "evil.example").contains(" 421 "))
    #expect(try answer(host: "evil.example:\(preview.port)").contains(" 421 "))
    #expect(try answer(host: "LOCALHOST:\(preview.port)").contains(" 200 "))
    for path in [
      "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "content/library.yml",
      "files/resources/roi-sheet/../../../content/library.yml", "..%5c..%5cetc", "resources", ".shelfmark/manifest",
    ] {
      let answer = try preview.get(path)
      #expect(answer.status == 404 && answer.text.contains("There is no such page"), "\(path)")
    }
    #expect(try preview.get("a%00b").status == 400)
    #expect(try preview.get("index.html", "POST").status == 405)
    #expect(try preview.get("a" + String(repeating: "x", count: 20_000)).status == 414)
    #expect(try preview.raw("nonsense\\r\\n\\r\\n").contains(" 400 "))
    let host = "Host: localhost:\(preview.port)\\r\\n"
    #expect(try preview.raw("POST / HTTP/1.1\\r\\n\(host)Content-Length: 9999999\\r\\n\\r\\n").contains(" 413 "))
    let both = try preview.raw(
      "HEAD / HTTP/1.1\\r\\n\(host)\\r\\nGET /nowhere HTTP/1.1\\r\\n\(host)Connection: close\\r\\n\\r\\n")
    #expect(both.contains(" 200 ") && both.contains(" 404 "), "pipelined requests are answered in order")
  }

  @Test("hundreds of clients that say nothing keep nobody out")
  func slowClients() throws {
    let preview = try RunningPreview(try SmallLibrary.folder())
    let python = try #require(Project.tool("python3"))
    let script = """
      import socket, sys, time, urllib.request
      slow = [socket.create_connection(("127.0.0.1", int(sys.argv[1]))) for _ in range(600)]
      for s in slow[::2]:
        try: s.send(b"GET / HT")
        except OSError: pass
      time.sleep(1.2)
      start = time.time()
      for _ in range(5): assert urllib.request.urlopen("http://127.0.0.1:%s/" % sys.argv[1], timeout=5).status == 200
      print(time.time() - start)
      """
    let result = try run(python, ["-c", script, "\(preview.port)"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test("a saved file is news; a mistake is told with its place while the page stays, until it is mended")
  func news() throws {
    let preview = try RunningPreview(try SmallLibrary.folder())
    #expect(preview.output.contains("Preview of 'Small library' at http://127.0.0.1:"))
    let story = "content/resources/plant-story.md"
    let sound = try #require(preview.folder.read(story))
    let first = try preview.news()
    #expect(first.hasPrefix("data: ") && first.contains("No problems"))
    try preview.folder.write(story, sound.replacing("Better than they thought.", with: "Far better."))
    try preview.wait("the new text") { try preview.get("resources/plant-story.html").text.contains("Far better.") }
    #expect(try preview.news().split(separator: " ")[1] != first.split(separator: " ")[1])

    try preview.folder.write(story, sound.replacing("personas: [cfo, it-lead]", with: "personas: [cf0 <b>]"))
    try preview.wait("the problem") { try preview.news().contains("unknown-persona") }
    let broken = try preview.news()
    #expect(broken.contains("content/resources/plant-story.md:5:"))
    #expect(broken.contains("\\u003cb>") && !broken.contains("<b>"))
    #expect(try preview.get("resources/plant-story.html").text.contains("Far better."))
    try preview.wait("the terminal") { preview.errors.contains("'cf0 <b>' is not a persona [unknown-persona]") }

    try preview.folder.write(story, sound.replacing("Better than they thought.", with: "Good."))
    try preview.wait("the mended text") { try preview.get("resources/plant-story.html").text.contains("Good.") }
    try preview.wait("the good news") { try preview.news().contains("No problems") }
  }

  @Test("a draft has a page and says so on it; build leaves it out")
  func drafts() throws {
    let draft = """
      ---
      title: Next year's prices
      summary: What everything will cost from January on.
      type: one-pager
      personas: [cfo]
      stages: [decision]
      status: draft
      ---
      Not yet.
      """
    let preview = try RunningPreview(try SmallLibrary.folder(["content/resources/prices.md": draft]))
    let page = try preview.get("resources/prices.html").text
    #expect(page.contains("<strong>Draft.</strong>") && page.contains("Draft: Next year"))
    #expect(try preview.get("personas/cfo.html").text.contains("Draft: Next year"))
    #expect(try !preview.get("resources/roi-sheet.html").text.contains("<strong>Draft.</strong>"))
  }

  @Test("with mistakes from the start it shows what is sound; an empty folder is told what is missing")
  func coldStart() throws {
    let preview = try RunningPreview(try SmallLibrary.folder(["content/resources/bad.md": "---\ntitle: Bad\n---\n"]))
    #expect(try preview.get("resources/roi-sheet.html").status == 200)
    #expect(try preview.get("resources/bad.html").status == 404)
    #expect(try preview.news().contains("content/resources/bad.md:1:"))
    let empty = try RunningPreview(try TemporaryFolder(["content/none.txt": ""]))
    #expect(try empty.get("").status == 200)
    #expect(try empty.news().contains("library.yml"))
    #expect(try shelfmark("serve", "-C", empty.folder.path + "/nowhere").status == 3)
  }

  @Test("a port that is taken is an error where it was asked for; Ctrl-C ends with success")
  func portsAndEnd() throws {
    let preview = try RunningPreview(try SmallLibrary.folder())
    let second = try shelfmark("serve", "-C", preview.folder.path, "--port", "\(preview.port)")
    #expect(second.status == 3 && second.errors.contains("help: name another port"))
    #expect(try shelfmark("serve", "--port", "70000").status == 2)
    preview.process.send(SIGINT)
    #expect(try preview.process.wait(seconds: 5) == 0)
  }
}

extension InBrowser {
  @Suite("A live preview")
  struct LivePreviewTests {
    @Test("the page reloads by itself after a save; a mistake is listed over it, can be closed, and goes when mended")
    func reload() throws {
      let preview = try RunningPreview(try SmallLibrary.folder())
      let browser = try Browser.fresh()
      let story = "content/resources/plant-story.md"
      let sound = try #require(preview.folder.read(story))
      // In one step: the page may be replaced at any moment.
      func body() throws -> String { try browser.js("return document.querySelector('main')?.innerText").string ?? "" }
      let list = "document.querySelector('shelfmark-problems')?.shadowRoot.querySelector('.body')"
      func problems() throws -> String { try browser.js("return \(list)?.textContent || ''").string ?? "" }

      try browser.go(preview.address + "resources/plant-story.html")
      #expect(try body().contains("Better than they thought."))
      try preview.folder.write(story, sound.replacing("Better than they thought.", with: "Far better."))
      try preview.wait("the page to reload") { try body().contains("Far better.") }
      #expect(try problems() == "")

      try preview.folder.write(story, sound.replacing("personas: [cfo, it-lead]", with: "personas: [cf0]"))
      try preview.wait("the list") { try problems().contains("'cf0' is not a persona") }
      let listed = try problems()
      #expect(listed.contains("content/resources/plant-story.md:5:") && listed.contains("did you mean"))
      #expect(try body().contains("Far better."), "the last good page stays")
      try browser.screenshot("preview-overlay")
      try browser.js("document.querySelector('shelfmark-problems').shadowRoot.querySelector('button').click()")
      #expect(try problems() == "")

      try preview.folder.write(story, sound.replacing("Better than they thought.", with: "Good."))
      try preview.wait("the mended page") { try body().contains("Good.") }
      #expect(try problems() == "")

      // The search sees what was saved.
      try browser.go(preview.address + "index.html#q=INTERNALWORD")
      try preview.wait("a result") { try browser.has("#results a.title") }
      let faults = try browser.faults { $0.hasPrefix("request leaves the site: \(preview.address)") }
      #expect(faults.isEmpty, "\(faults)")
    }
  }
}
