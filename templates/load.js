// Loads a script below the site's root: shards of the index, which call `shelfmarkShard`. Works from a server and from
// disk alike, where fetching would not.
(function (S) {
  "use strict";
  const underway = new Map();
  S.loads = 0;

  /** Resolves when the script has run; `again` goes past the browser's cache. */
  S.load = (path, again) => {
    if (underway.has(path)) return underway.get(path);
    S.loads++;
    const loading = new Promise((resolve, reject) => {
      const fresh = again && location.protocol !== "file:" ? "?" + Date.now() : "";
      const script = S.el("script", {
        src: S.root + path + fresh,
        load: () => { script.remove(); resolve(); },
        error: () => { script.remove(); reject(new Error("cannot load " + path)); },
      });
      document.head.append(script);
    }).finally(() => underway.delete(path));
    underway.set(path, loading);
    return loading;
  };
})(window.Shelfmark);
