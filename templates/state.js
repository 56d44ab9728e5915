// What is asked for, as it stands after the "#" of the address: "#q=roi&persona=cfo&industries=metals&industries=wood".
// It never reaches a server. A state is a Map of keys to lists of values, in the order of the address; keys that
// nobody knows stay in it.
(function (S) {
  "use strict";

  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };

  /** Blanks may come as "+". A part without "=" is what an unescaped "&" cut off from the value before it. */
  S.readState = (hash) => {
    const pairs = [];
    for (const part of hash.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      if (at > 0) pairs.push([decoded(part.slice(0, at)), part.slice(at + 1)]);
      else if (part && pairs.length) pairs[pairs.length - 1][1] += "&" + part;
    }
    const state = new Map();
    for (const [key, raw] of pairs) {
      let value = decoded(raw.replace(/\+/g, " "));
      // Some CRMs escape twice.
      if (key !== "q" && !value.includes(" ") && /\+|%[0-9a-f]{2}/i.test(value)) value = decoded(value.replace(/\+/g, " "));
      if (value.trim()) state.set(key, [...(state.get(key) || []), value]);
    }
    return state;
  };

  /** Half a character, as a text that was cut can end with, cannot stand in an address. */
  const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));

  S.writeState = (state) => "#" + [...state].flatMap(([key, values]) => values.map((v) => encoded(key) + "=" + encoded(v))).join("&");

  /** The first value, or nothing. */
  S.first = (state, key) => (state.get(key) || [""])[0];

  S.setValues = (state, key, values) => {
    const kept = values.filter((value) => value.trim());
    if (kept.length) state.set(key, kept); else state.delete(key);
  };

  S.toggleValue = (state, key, value) => {
    const values = state.get(key) || [];
    S.setValues(state, key, values.includes(value) ? values.filter((v) => v !== value) : [...values, value]);
  };

  /** Shows the state in the address, in the same entry of the history or in a new one. */
  S.keepState = (state, isNew) => {
    const hash = S.writeState(state);
    if (hash === location.hash || (hash === "#" && !location.hash)) return;
    try { if (isNew) history.pushState(null, "", hash); else history.replaceState(history.state, "", hash); } catch { /* too often in a short while */ }
  };

  const KEPT = "shelfmark.sender";

  /** Who the e-mail is for and from; the sender is remembered in this browser, the others never. */
  S.lead = (state) => {
    const lead = { first_name: S.first(state, "first_name"), company: S.first(state, "company"), sender: S.first(state, "sender") };
    try { lead.sender = lead.sender || localStorage.getItem(KEPT) || ""; } catch { /* not allowed here */ }
    return lead;
  };

  S.keepSender = (name) => {
    try { if (name) localStorage.setItem(KEPT, name); else localStorage.removeItem(KEPT); } catch { /* not allowed here */ }
  };

  /** The part of an address that takes the lead along to another page: "#first_name=Ana", or "". */
  S.leadHash = (state) => {
    const kept = new Map([...state].filter(([key]) => ["first_name", "company", "sender"].includes(key)));
    return kept.size ? S.writeState(kept) : "";
  };
})(window.Shelfmark = window.Shelfmark || {});
