// Pages without content of their own: redirects from old addresses, and the one for addresses that lead nowhere.

import Library
import Mustache

/// An old address that leads on.
enum RedirectPages: PageKind {
  static func routes(in site: Site) -> [Route] {
    site.library.redirects.map { redirect in
      site.page("\(redirect.kind)/\(redirect.from).html", "redirect", title: "Moved", isListed: false) {
        ["target": .text("\(redirect.kind)/\(redirect.to).html")]
      }
    }
  }
}

enum NotFoundPage: PageKind {
  static func routes(in site: Site) -> [Route] {
    [site.page(Addresses.notFound, "not-found", title: "Page not found", isListed: false) { [:] }]
  }
}
