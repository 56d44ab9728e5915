// Preview is the local server that shows a library while it is being written: it renders a route when a browser asks
// for it, from the same code as the build, and tells open pages when content has changed.

package import Diagnostics
package import Files
import Site

/// What happened, for whoever watches the terminal.
package struct PreviewReport: Sendable {
  /// What is wrong now, in printing order.
  package let problems: [ResolvedProblem]
  package let fileCount: Int
  /// True where an older state is shown, because the newest has errors.
  package let isOutdated: Bool
  /// Why the library could not be read at all; then the rest is as it was.
  package let failure: FileFailure?
}

package final class Preview: Sendable {
  private struct Shown: Sendable {
    let site: PreviewSite
    /// Tells this site from all others, also from those of a preview before this one.
    let name: String
  }

  private let options: PreviewOptions
  private let server: Server
  private let run = String(UInt64.random(in: .min ... .max), radix: 36)
  private let shown = Locked<Shown?>(nil)

  package var address: String { "http://127.0.0.1:\(server.port)/" }

  /// Takes the port; nobody is answered before `run`.
  package init(_ options: PreviewOptions, port: PortChoice) throws(FileFailure) {
    Interruption.hold()
    self.options = options
    server = try Server(port)
  }

  /// Reads the library, then answers until somebody ends the program. `ready` is called with the library's title once
  /// pages can be asked for; `report` after each time the library was read, on another thread.
  package func run(
    ready: (_ title: String) -> Void, report: @escaping @Sendable (PreviewReport) -> Void
  ) throws(FileFailure) {
    // Watched before it is read: no change is lost between.
    let watcher = Self.watcher(options.root)
    var library = try PreviewedLibrary(options)
    show(library, failure: nil)
    server.start { [self] in answer($0) }
    ready(library.title)
    report(Self.report(library, failure: nil))
    _ = startThread { [self] in
      while true {
        let change = watcher.next()
        var failure: FileFailure?
        do throws(FileFailure) {
          try library.update(change)
        } catch {
          failure = error
        }
        show(library, failure: failure)
        report(Self.report(library, failure: failure))
      }
    }
    Interruption.wait()
  }

  private static func watcher(_ root: Folder) -> any Watcher {
    #if canImport(Glibc)
      if let watcher = InotifyWatcher(root) { return watcher }
    #endif
    return PollingWatcher(root)
  }

  private func show(_ library: PreviewedLibrary, failure: FileFailure?) {
    let name = "\(run)-\(library.siteNumber)"
    // The site before goes after the news is out: a large one takes a while to take apart.
    let before = shown.withLock { shown in
      defer { shown = Shown(site: library.site, name: name) }
      return shown
    }
    defer { _ = before }
    server.streams.tell(
      News.line(
        site: name, library.problems, isOutdated: library.isOutdated, failure: failure.map { printable($0.description) }
      ))
  }

  private static func report(_ library: PreviewedLibrary, failure: FileFailure?) -> PreviewReport {
    PreviewReport(
      problems: library.problems, fileCount: library.fileCount, isOutdated: library.isOutdated, failure: failure)
  }

  // MARK: Answering

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = HTTPResponse.plain(405, "Pages can only be read here.")
      response.add("Allow", "GET, HEAD")
      return response
    }
    guard case .path(let path) = SitePath(request.target) else { return .plain(400, "This is no address.") }
    switch path {
    case PageScript.scriptPath: return rendered(path, Array(PageScript.script.utf8))
    case PageScript.stylePath: return rendered(path, Array(PageScript.style.utf8))
    case PageScript.eventsPath:
      var response = HTTPResponse(200, type: "text/event-stream; charset=utf-8", .events)
      response.add("Cache-Control", "no-store")
      return response
    default: break
    }
    guard let shown = shown.withLock({ $0 }) else { return .plain(503, "The library is being read.") }
    switch shown.site[path] {
    case .bytes(let bytes): return page(path, bytes, shown)
    case .file(let file): return self.file(file, for: request) ?? notFound(shown)
    case nil: return notFound(shown)
    }
  }

  private func notFound(_ shown: Shown) -> HTTPResponse {
    guard case .bytes(let bytes) = shown.site["404.html"] else { return .plain(404, "There is no such page.") }
    return page("404.html", bytes, shown, status: 404)
  }

  private func page(_ path: String, _ bytes: [UInt8], _ shown: Shown, status: Int = 200) -> HTTPResponse {
    guard path.hasSuffix(".html") else { return rendered(path, bytes) }
    let page = PageScript.added(to: bytes, site: shown.name, isDraft: shown.site.isDraft(path))
    return rendered(path, page, status: status)
  }

  private func rendered(_ path: String, _ bytes: [UInt8], status: Int = 200) -> HTTPResponse {
    var response = HTTPResponse(status, type: Self.mediaType(path), .bytes(bytes))
    response.add("Cache-Control", "no-store")
    return response
  }

  /// Text without a word about its encoding would be guessed at.
  private static func mediaType(_ path: String) -> String {
    let type = MediaType(fileName: path).text
    return type.hasPrefix("text/") && !type.contains(";") ? type + "; charset=utf-8" : type
  }

  /// A file as it lies on the disk, or the part of it that is asked for.
  private func file(_ file: String, for request: HTTPRequest) -> HTTPResponse? {
    guard let open = try? options.root.opened(file) else { return nil }
    let tag = "\"\(open.stamp.text)\""
    var response = HTTPResponse(200, type: Self.mediaType(file), .file(open, 0..<open.byteCount))
    response.add("ETag", tag)
    response.add("Cache-Control", "no-cache")
    response.add("Accept-Ranges", "bytes")
    if let known = request["if-none-match"], known == "*" || known.contains(tag) {
      response.status = 304
      response.body = .bytes([])
      return response
    }
    guard request.method == "GET", request["if-range"].map({ $0 == tag }) ?? true else { return response }
    switch RequestedRange(request["range"], of: open.byteCount) {
    case .whole: break
    case .part(let range):
      response.status = 206
      response.body = .file(open, range)
      response.add("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(open.byteCount)")
    case .unsatisfiable:
      response.status = 416
      response.body = .bytes([])
      response.add("Content-Range", "bytes */\(open.byteCount)")
    }
    return response
  }
}
