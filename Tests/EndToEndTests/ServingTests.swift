// nginx, set up as docs/hosting.md says, serves the site while builds publish into it. Whoever reads meanwhile gets whole
// pages, and everything that a page brings in is there.

import Foundation
import TestSupport
import Testing

@Suite("Serving")
struct ServingTests {
  /// The configurations that docs/hosting.md shows, with `root` and `port` in place of the example's.
  private static func configuration(_ heading: String, root: String, port: UInt16) throws -> String {
    let text = try String(contentsOfFile: Project.root + "/docs/hosting.md", encoding: .utf8)
    let section = try #require(text.components(separatedBy: "## \(heading)\n").dropFirst().first)
    let block = try #require(section.components(separatedBy: "```nginx\n").dropFirst().first)
    let server = try #require(block.components(separatedBy: "```").first)
    return server.replacing("listen 80;", with: "listen 127.0.0.1:\(port);").replacing("/srv/library/site", with: root)
  }

  /// A running nginx, stopped when the value is gone.
  private final class Server {
    let port: UInt16
    private let process: ChildProcess
    private let folder: TemporaryFolder

    init(_ heading: String, root: String) throws {
      folder = try TemporaryFolder()
      port = UInt16.random(in: 20_000..<32_000)
      let server = try ServingTests.configuration(heading, root: root, port: port)
      try folder.write(
        "nginx.conf",
        """
        daemon off; pid \(folder.path)/pid; error_log \(folder.path)/errors; worker_processes 2;
        \(getuid() == 0 ? "user root;" : "")
        events { worker_connections 256; }
        http {
          types { text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }
          access_log off;
          client_body_temp_path \(folder.path)/body; proxy_temp_path \(folder.path)/proxy;
          fastcgi_temp_path \(folder.path)/fastcgi; uwsgi_temp_path \(folder.path)/uwsgi; scgi_temp_path \(folder.path)/scgi;
          \(server)
        }
        """)
      process = try ChildProcess(
        try #require(Project.tool("nginx")), ["-c", folder.path + "/nginx.conf", "-e", folder.path + "/errors"],
        leadsGroup: true)
    }

    var address: String { "http://127.0.0.1:\(port)" }
    var errors: String { folder.read("errors") ?? "" }

    /// The headers of one answer, once the server is up.
    func headers(of path: String) throws -> String {
      let curl = try #require(Project.tool("curl"))
      return try run(
        curl,
        [
          "-sS", "-o", "/dev/null", "-D", "-", "--compressed", "--retry", "20", "--retry-connrefused", "--retry-delay",
          "1", address + path,
        ]
      ).output.lowercased()
    }

    deinit { process.kill() }
  }

  @Test(
    "nginx lets browsers keep what has its hash in its name, and asks them to look again at all else", .needs(.nginx))
  func caching() throws {
    let site = try SampleSite.built()
    let names = FolderSnapshot(site).names
    for (heading, prefix) in [("nginx", ""), ("Under a path", "/team/library")] {
      let server = try Server(heading, root: site)
      let asset = try #require(names.first { $0.hasPrefix("assets/") })
      let shard = try #require(names.first { $0.hasPrefix("search/") && $0 != "search/root.js" })
      for hashed in [asset, shard] {
        let headers = try server.headers(of: prefix + "/" + hashed)
        #expect(headers.contains(" 200 "), "\(hashed): \(headers) \(server.errors)")
        #expect(headers.contains("cache-control: public, max-age=31536000, immutable"), "\(hashed): \(headers)")
      }
      for stable in ["index.html", "search/root.js", "library.json"] {
        let headers = try server.headers(of: prefix + "/" + stable)
        #expect(headers.contains(" 200 "), "\(stable): \(headers) \(server.errors)")
        #expect(headers.contains("cache-control: no-cache"), "\(stable): \(headers)")
        #expect(headers.contains("content-encoding: gzip"), "\(stable): \(headers)")
      }
      #expect(try server.headers(of: prefix + "/").contains(" 200 "))
      #expect(try server.headers(of: prefix + "/resources/none.html").contains(" 404 "))
      #expect(try server.headers(of: prefix + "/.shelfmark/manifest").contains(" 404 "))
    }
  }

  @Test("ten builds publish under load: every answer is whole, and all that a page brings in is there", .needs(.wrk))
  func underLoad() throws {
    let library = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: SampleSite.library + "/content", toPath: library.path + "/content")
    #expect(try shelfmark("build", "-C", library.path).status == 0)
    let settings = try #require(library.read("content/library.yml"))
    let pages = FolderSnapshot(library.path + "/site").names.filter { $0.hasSuffix(".html") && $0 != "404.html" }
    try library.write("pages", pages.joined(separator: "\n"))
    try library.write("load.lua", Self.load)

    let server = try Server("nginx", root: library.path + "/site")
    #expect(try server.headers(of: "/").contains(" 200 "), "\(server.errors)")
    let load = try ChildProcess(
      try #require(Project.tool("wrk")),
      [
        "-t4", "-c4", "-d10m", "-s", library.path + "/load.lua", server.address, "--", library.path + "/pages",
      ], output: library.path + "/load", errors: library.path + "/load", leadsGroup: true)
    for round in 0..<10 {
      try library.write("content/library.yml", settings.replacing("title: Tarnwell", with: "title: Round \(round)"))
      let result = try shelfmark("build", "-C", library.path)
      #expect(result.status == 0 && !result.output.contains("nothing changed"), "\(result.output)\(result.errors)")
    }
    // Until the last build is done, however long they took; it then says what it saw.
    load.send(SIGINT)
    #expect(try load.wait(seconds: 30) == 0)
    let said = library.read("load") ?? ""
    let asked = said.firstMatch(of: /ANSWERS (\d+)/).flatMap { Int($0.output.1) }
    #expect(asked ?? 0 > 500, "\(said)\(server.errors)")
    #expect(said.contains("MISTAKES 0\n"), "\(said)\(server.errors)")
  }

  /// Asks for pages at random, and after each for all that it brings in; a thread has one connection, so it knows what
  /// the answer belongs to.
  private static let load = """
    local threads = {}
    function setup(thread) table.insert(threads, thread); thread:set("number", #threads) end
    function init(arguments)
      math.randomseed(number)
      pages, waiting, current, answers, mistakes, first = {}, {}, nil, 0, 0, ""
      for page in io.lines(arguments[1]) do table.insert(pages, "/" .. page) end
    end
    local function resolved(path, from)
      local folder = from:gsub("[^/]*$", "")
      while path:sub(1, 3) == "../" do path = path:sub(4); folder = folder:gsub("[^/]*/$", "") end
      return folder .. path
    end
    function request()
      current = table.remove(waiting) or pages[math.random(#pages)]
      return wrk.format("GET", current)
    end
    local function mistake(what)
      mistakes = mistakes + 1
      if first == "" then first = what .. " " .. current end
    end
    function response(status, headers, body)
      answers = answers + 1
      if status ~= 200 then return mistake(status) end
      if current:match("%.html$") then
        if not body:match("</html>%s*$") then return mistake("torn") end
        for name in body:gmatch('<link rel="stylesheet" href="([^"]+)"') do table.insert(waiting, resolved(name, current)) end
        for name in body:gmatch('<script src="([^"]+)"') do table.insert(waiting, resolved(name, current)) end
        if math.random(20) == 1 then table.insert(waiting, "/search/root.js") end
      elseif current == "/search/root.js" then
        if not body:match("%);%s*$") then return mistake("torn") end
        local names = body:match('"documents":%[%d+,"([^"]*)"')
        if names then for name in names:gmatch(("."):rep(11)) do table.insert(waiting, "/search/" .. name .. ".js") end end
      elseif current:match("^/search/") then
        if not body:match("%);%s*$") then mistake("torn") end
      end
    end
    function done()
      local answers, mistakes, first = 0, 0, ""
      for _, thread in ipairs(threads) do
        answers, mistakes = answers + thread:get("answers"), mistakes + thread:get("mistakes")
        if first == "" then first = thread:get("first") end
      end
      print("ANSWERS " .. answers)
      print("MISTAKES " .. mistakes)
      print(first)
    end
    """
}
