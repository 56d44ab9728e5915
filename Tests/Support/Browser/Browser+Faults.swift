// What went wrong in the pages since it was last asked: errors on the console, broken policies, requests that failed,
// requests that left the site. Chromium tells it in two logs that chromedriver keeps.

import Foundation
import Synchronization

extension Browser {
  /// Each a line such as "request leaves the site: https://fonts.example/a.woff2 (from http://…/index.html)". Empties
  /// the logs. `isExpected`: what a test provokes itself.
  package func faults(except isExpected: (String) -> Bool = { _ in false }) throws -> [String] {
    var faults: [String] = []
    let homes = homes.withLock { $0 }
    var addresses: [String: String] = [:]
    for entry in try log("performance") {
      let message = try JSON(parsing: entry["message"].string ?? "null")["message"]
      let details = message["params"]
      let id = details["requestId"].string ?? ""
      switch message["method"] {
      case "Network.requestWillBeSent":
        let url = details["request"]["url"].string ?? ""
        addresses[id] = url
        if !Self.isHarmless(url, homes) {
          faults.append("request leaves the site: \(url) (from \(details["documentURL"].string ?? ""))")
        }
      case "Network.responseReceived":
        if let status = details["response"]["status"].int, status >= 400 {
          faults.append("request failed: \(details["response"]["url"].string ?? "") answers \(status)")
        }
      case "Network.loadingFailed":
        // A request that a policy stopped is on the console too.
        let reason = details["blockedReason"].string
        if !details["canceled"].isTrue, reason != "csp" {
          faults.append("request failed: \(addresses[id] ?? "") \(reason ?? details["errorText"].string ?? "")")
        }
      case "Network.webSocketCreated":
        faults.append("request leaves the site: \(details["url"].string ?? "")")
      default: break
      }
    }
    for entry in try log("browser") {
      let source = entry["source"].string ?? ""
      // Failed requests stand above, with their addresses.
      guard source != "network", entry["level"] == "SEVERE" || source == "security" else { continue }
      faults.append("console: \(entry["message"].string ?? "")")
    }
    return faults.filter { !isExpected($0) }
  }

  private func log(_ kind: String) throws -> [JSON] {
    try driver.call("POST", "/se/log", ["type": .text(kind)]).array
  }

  private static func isHarmless(_ url: String, _ homes: Set<String>) -> Bool {
    let ownSchemes = ["data:", "blob:", "about:", "chrome:", "chrome-error:", "mailto:"]
    return ownSchemes.contains(where: url.hasPrefix) || homes.contains(where: url.hasPrefix)
  }
}
