// The W3C WebDriver protocol: chromedriver as a process of ours, one session with a headless Chromium, commands as JSON.
// What a test wants to do in a page is in Browser.swift.
//
// Chromium outlives a chromedriver that is merely killed, so a session is always deleted, and the driver runs under a
// shell that ends the whole process group when this process goes away, however it goes.

import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package struct WebDriverError: Error, CustomStringConvertible {
  /// The protocol's word, such as "no such element".
  package let code: String
  package let message: String

  package var description: String { "\(code): \(message)" }
}

package final class WebDriver: Sendable {
  private static let flags = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--disable-search-engine-choice-screen", "--force-color-profile=srgb",
    "--hide-scrollbars", "--window-size=1280,800",
    // Nothing a page asks for leaves this machine; intranet.test is a host without https, as intranets are.
    "--host-resolver-rules=MAP intranet.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ]

  private let driver: DriverProcess
  /// "/session/…"
  private let session: String
  private let isOpen = Mutex(true)

  package init() throws {
    driver = try Self.start()
    do {
      let answer = try driver.call(
        "POST", "/session",
        [
          "capabilities": [
            "alwaysMatch": [
              "browserName": "chrome", "pageLoadStrategy": "normal", "unhandledPromptBehavior": "ignore",
              "timeouts": ["script": 30_000, "pageLoad": 30_000, "implicit": 0],
              "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
              "goog:chromeOptions": ["args": .list(Self.flags.map(JSON.text))],
            ]
          ]
        ])
      guard let id = answer["sessionId"].string else { throw HarnessError("no session: \(answer)") }
      session = "/session/" + id
    } catch {
      driver.end()
      throw error
    }
  }

  deinit { quit() }

  package func quit() {
    let wasOpen = isOpen.withLock { open in
      defer { open = false }
      return open
    }
    guard wasOpen else { return }
    _ = try? driver.call("DELETE", session, nil)
    driver.end()
  }

  /// A command of the session: `path` is what follows the session's id, such as "/url".
  @discardableResult
  package func call(_ method: String, _ path: String, _ body: JSON? = nil) throws -> JSON {
    try driver.call(method, session + path, body)
  }

  /// A command of Chromium's own protocol.
  @discardableResult
  package func devTools(_ command: String, _ parameters: JSON = [:]) throws -> JSON {
    try call("POST", "/goog/cdp/execute", ["cmd": .text(command), "params": parameters])
  }

  /// Another program can take the port between chromedriver's choice and its use.
  private static func start() throws -> DriverProcess {
    do { return try DriverProcess() } catch { return try DriverProcess() }
  }
}

/// chromedriver, with a temporary folder that takes all that it and Chromium leave behind.
private final class DriverProcess: Sendable {
  private let process: ChildProcess
  /// Held open as long as this process lives; its end makes the shell below end everything.
  private let lifeline = Pipe()
  private let folder: TemporaryFolder
  private let port: UInt16

  init() throws {
    guard let program = Project.tool("chromedriver") else { throw HarnessError("chromedriver is not installed") }
    folder = try TemporaryFolder()
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    process = try ChildProcess(
      "/bin/sh",
      ["-c", "\"$0\" --port=0 --log-level=SEVERE </dev/null & read -r _; trap '' TERM; kill -TERM 0; wait", program],
      environment: ["TMPDIR": folder.path, "HOME": folder.path],
      input: lifeline.fileHandleForReading.fileDescriptor, output: folder.path + "/output", leadsGroup: true)
    port = try Self.awaitPort(in: folder, process)
  }

  private static func awaitPort(in folder: TemporaryFolder, _ process: ChildProcess) throws -> UInt16 {
    for _ in 0..<1_000 where process.isRunning {
      let text = folder.read("output") ?? ""
      if let match = text.firstMatch(of: /started successfully on port (\d+)/), let port = UInt16(match.output.1) {
        return port
      }
      if text.contains("port not available") { break }
      Thread.sleep(forTimeInterval: 0.01)
    }
    process.kill()
    throw HarnessError("chromedriver did not start: \(folder.read("output") ?? "")")
  }

  func call(_ method: String, _ path: String, _ body: JSON?) throws -> JSON {
    let bytes = method == "POST" ? Array((body ?? [:]).serialized.utf8) : []
    let answer = try loopbackHTTP(
      port: port, method, path, headers: ["Content-Type": "application/json; charset=utf-8"], body: bytes, seconds: 60)
    let value = try JSON(parsing: answer.text)["value"]
    if let code = value["error"].string {
      throw WebDriverError(code: code, message: value["message"].string ?? "")
    }
    return value
  }

  func end() {
    try? lifeline.fileHandleForWriting.close()
    if (try? process.wait(seconds: 5)) == nil { process.kill() }
  }
}
