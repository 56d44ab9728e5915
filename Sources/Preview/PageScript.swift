// What every page gets on top of its own in a preview: a script that waits for news, reloads the page when the site has
// changed and lists what is wrong, and the look of that list. All from this server, so that the page's policy holds.

enum PageScript {
  static let folder = ".shelfmark/"
  static let scriptPath = folder + "preview.js"
  static let stylePath = folder + "preview.css"
  static let eventsPath = folder + "events"

  /// `html` with the script, and a notice on the page of a draft. Pages of a library's own templates may lack a head or
  /// a body: what has no place goes to the end.
  static func added(to html: [UInt8], site: String, isDraft: Bool) -> [UInt8] {
    let script = Array("<script src=\"/\(scriptPath)\" data-site=\"\(site)\" defer></script>\n".utf8)
    var page = html
    if let head = offset(of: "</head>", in: page) { page.insert(contentsOf: script, at: head) } else { page += script }
    guard isDraft else { return page }
    let notice = Array(draftNotice.utf8)
    if let body = offset(of: "<body", in: page), let end = page[body...].firstIndex(of: UInt8(ascii: ">")) {
      page.insert(contentsOf: notice, at: end + 1)
    } else {
      page += notice
    }
    return page
  }

  static let draftNotice = """
    <aside class="notice" aria-label="Draft"><p><strong>Draft.</strong> Only this preview shows it: \
    it is published once its status is approved.</p></aside>
    """

  private static func offset(of text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    var start = 0
    while let found = bytes[start...].firstIndex(of: wanted[0]) {
      if bytes[found...].starts(with: wanted) { return found }
      start = found + 1
    }
    return nil
  }

  static let script = #"""
    // Waits for news of the library: reloads the page when the site has changed, lists what is wrong. Only a page that is
    // looked at keeps a connection open: browsers have few to spare.
    (function () {
      "use strict";
      const own = document.currentScript.dataset.site, remembered = "shelfmark-preview-closed";
      let source, shown = "";

      const el = (name, attributes, ...children) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
        element.append(...children.filter((child) => child));
        return element;
      };

      const host = el("shelfmark-problems", { role: "region", "aria-label": "Problems in the library" });
      const root = host.attachShadow({ mode: "open" });
      const say = el("p", { class: "say", role: "status" }), body = el("div", { class: "body" });
      root.append(el("link", { rel: "stylesheet", href: "/.shelfmark/preview.css" }), say, body);

      const close = (news) => {
        try { sessionStorage.setItem(remembered, news); } catch (e) { /* it opens again on the next page */ }
        body.replaceChildren();
      };
      addEventListener("keydown", (event) => {
        if (event.key === "Escape" && event.composedPath().includes(host)) close(shown);
      });

      const item = (p) => el("li", { class: p.severity },
        el("p", {}, el("code", {}, p.place), " ", el("strong", {}, p.severity), ": ", p.message, " ", el("small", {}, "[" + p.rule + "]")),
        p.excerpt && el("pre", {}, p.excerpt),
        p.help && el("p", { class: "help" }, el("b", {}, "help:"), " ", p.help));

      const show = (text) => {
        if (text === shown) return;
        shown = text;
        const news = JSON.parse(text);
        let closed = "";
        try { closed = sessionStorage.getItem(remembered); } catch (e) { /* as if never closed */ }
        const isQuiet = !news.problems.length || closed === text;
        if (!host.isConnected) { if (isQuiet) return; document.body.append(host); }
        say.textContent = news.summary;
        if (isQuiet) return body.replaceChildren();
        const button = el("button", { type: "button" }, "Close");
        button.addEventListener("click", () => close(text));
        const list = el("details", news.errors ? { open: "" } : {},
          el("summary", {}, news.summary),
          news.note && el("p", { class: "note" }, news.note),
          el("ul", {}, ...news.problems.map(item)),
          news.more && el("p", {}, news.more));
        body.replaceChildren(list, button);
      };

      const connect = () => {
        if (source || document.visibilityState === "hidden") return;
        source = new EventSource("/.shelfmark/events");
        source.onmessage = (event) => {
          const end = event.data.indexOf(" ");
          if (event.data.slice(0, end) !== own) {
            disconnect();
            location.reload();
          } else {
            show(event.data.slice(end + 1));
          }
        };
      };
      const disconnect = () => {
        if (source) source.close();
        source = undefined;
      };
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") disconnect(); else connect();
      });
      addEventListener("pagehide", disconnect);
      addEventListener("pageshow", connect);
      connect();
    })();

    """#

  static let style = #"""
    :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; color-scheme: light dark;
      font: 15px/1.45 system-ui, sans-serif; color: #1c1a17; pointer-events: none; }
    .say { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
    .body { display: flex; align-items: flex-start; gap: 12px; max-width: 72rem; margin: 0 auto; padding: 0 12px; }
    details { flex: 1; min-width: 0; background: #fffaf3; border: 2px solid #b3261e; border-bottom: 0; border-radius: 8px 8px 0 0;
      max-height: 60vh; overflow: auto; pointer-events: auto; }
    details:not([open]) { flex: none; border-color: #8a5a00; }
    summary { padding: 8px 14px; font-weight: 700; cursor: pointer; position: sticky; top: 0; background: inherit; }
    summary:focus-visible, button:focus-visible { outline: 3px solid #0b57d0; outline-offset: -3px; }
    .note, details > p { margin: 0; padding: 0 14px 8px; }
    ul { list-style: none; margin: 0; padding: 0 14px 12px; }
    li { padding: 8px 0; border-top: 1px solid #d9cfc0; }
    li p { margin: 0; overflow-wrap: anywhere; }
    li.error strong { color: #b3261e; }
    li.warning strong { color: #8a5a00; }
    pre { margin: 4px 0; padding: 6px 10px; background: #f1e9dc; overflow-x: auto; font: 13px/1.4 ui-monospace, monospace; }
    code { font: 13px/1.4 ui-monospace, monospace; font-weight: 700; }
    .help { padding-left: 1em; }
    button { pointer-events: auto; font: inherit; padding: 8px 14px; min-height: 40px; border: 2px solid #5f5850; border-radius: 8px;
      background: #fff; color: #1c1a17; cursor: pointer; }
    @media (prefers-color-scheme: dark) {
      :host { color: #f2ece3; }
      details { background: #2a2320; border-color: #f2b8b5; }
      details:not([open]) { border-color: #f0c060; }
      li { border-color: #5f5850; }
      li.error strong { color: #f2b8b5; }
      li.warning strong { color: #f0c060; }
      pre { background: #1c1815; }
      button { background: #1c1815; color: #f2ece3; border-color: #b9afa3; }
    }
    @media print { :host { display: none; } }

    """#
}
