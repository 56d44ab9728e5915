// E-mails from snippets: placeholders filled with what is known of the lead, the rest left in brackets and named; and
// the clipboard, also on plain http, where browsers give scripts none.
(function (S) {
  "use strict";

  const NAMES = { first_name: "first name", company: "company", sender: "your name", link: "link" };

  /**
   * email: {snippet, share, attachment}; lead: {first_name, company, sender}. Gives the text in parts, a string where
   * it is settled and {missing} where a placeholder is left, and the names of what is missing.
   */
  S.fillMail = (email, lead) => {
    const missing = [];
    const values = { __proto__: null, ...lead, link: email.share || (email.attachment ? "(attached: " + email.attachment + ")" : "") };
    const parts = email.snippet.split(/\{\{\s*(\w+)\s*\}\}/).map((part, i) => {
      if (i % 2 === 0 || values[part]) return i % 2 ? values[part] : part;
      const name = Object.hasOwn(NAMES, part) ? NAMES[part] : part;
      if (!missing.includes(name)) missing.push(name);
      return { missing: "[" + (part === "sender" ? "sender" : name) + "]" };
    });
    return { parts, missing, text: parts.map((part) => part.missing || part).join("") };
  };

  /** Without a page to link to, the file goes along. */
  S.copyLabel = (email) => "Copy e-mail" + (!email.share && email.attachment ? ", then attach the file" : "");

  S.mailLink = (subject, text) =>
    "mailto:?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(text.replace(/\r?\n/g, "\r\n"));

  /** Resolves true once the text is copied; where that cannot be, shows it selected, ready for the keyboard. */
  S.copy = async (text) => {
    if (navigator.clipboard && isSecureContext) {
      try { await navigator.clipboard.writeText(text); return true; } catch { /* refused: the old way */ }
    }
    const focused = document.activeElement;
    const area = S.el("textarea", { class: "to-copy", "aria-label": "Text to copy", readonly: true });
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { /* shown instead */ }
    if (done) {
      area.remove();
      if (focused) focused.focus();
    } else {
      area.addEventListener("blur", () => area.remove());
    }
    return done;
  };

  /** A button that copies what `text` gives; says so beside itself, with `note` to add. */
  S.copyButton = (label, text, note) => {
    const said = S.el("span", { class: "said", role: "status" });
    const button = S.el("button", { type: "button", class: "button", click: async () => {
      const done = await S.copy(text());
      said.textContent = (done ? "Copied" : "Press Ctrl+C to copy") + (note ? note() : "");
    } }, label);
    return [button, said];
  };

  S.missingNote = (missing) => (missing.length ? "fill in yourself: " + missing.join(", ") : "");
})(window.Shelfmark = window.Shelfmark || {});
