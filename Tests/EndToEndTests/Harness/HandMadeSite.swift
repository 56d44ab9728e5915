// A tiny site by hand, sound on purpose, with what a page can get wrong kept in pages of their own.

import TestSupport

enum HandMadeSite {
  static let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'"

  static func page(_ title: String, head: String = "", _ body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>\(title)</title>
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="ROOTicon.svg">
    <link rel="stylesheet" href="ROOTsite.css">
    <script src="ROOTsite.js" defer></script>
    \(head)
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    \(body)
    </main>
    </body>
    </html>

    """
  }

  static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 sans-serif; background: #fff; color: #111; }
    a { color: #0645ad; }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } a { color: #9cf; } }
    @media (forced-colors: active) { h1 { border-top: 3px solid CanvasText; } }
    @media print { form { display: none; } }
    """

  static let script = """
    const now = new Date();
    document.documentElement.dataset.today = now.toISOString().slice(0, 10);
    document.documentElement.dataset.hour = String(now.getHours());
    addEventListener("DOMContentLoaded", () => {
      const box = document.querySelector("input");
      if (!box) return;
      addEventListener("keydown", event => {
        if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); }
      });
      box.addEventListener("input", () => { document.querySelector("#said").textContent = box.value; });
      document.querySelector("form").addEventListener("submit", event => {
        event.preventDefault();
        navigator.clipboard.writeText(box.value);
      });
    });
    """

  /// The site's pages, its start page and one in a folder; `extra` are bodies of more pages in the root.
  static func make(_ extra: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "site.css": style, "site.js": script,
      "icon.svg": #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>"#,
      "404.html": rooted(page("Not here", #"<p><a href="index.html">Start</a></p>"#), ""),
      "index.html": rooted(
        page(
          "Start",
          """
          <p><a id="onward" href="deep/er/page%20two.html#end">Go on</a></p>
          <form><label>Words <input type="search"></label> <button>Copy</button></form>
          <p id="said"></p>
          """), ""),
      "deep/er/page two.html": rooted(
        page("Two", #"<p id="end"><a href="../../index.html">Back</a></p>"#), "../../"),
    ])
    for (name, body) in extra { try folder.write(name, rooted(page(name, body), "")) }
    return folder
  }

  private static func rooted(_ page: String, _ root: String) -> String { page.replacing("ROOT", with: root) }
}
