// How an asset that was found is shown, on the finder and on the lead page: title and summary with the words asked for
// marked, why it was chosen with its points, and what can be done with it. Labels are cloned from the page's pickers.
(function (S) {
  "use strict";
  const { el } = S;

  /** One engine for the page; a failed start is tried anew. */
  let engine;
  S.engine = () => {
    engine = engine || S.open((path, again) => S.load(path, again)).catch((error) => { engine = null; throw error; });
    return engine;
  };

  /** "2026-03-01" as "1 Mar 2026". */
  const dayText = (iso) => new Date(iso).toUTCString().slice(5, 16).replace(/^0/, "");

  /** The text with a `mark` around each of the ranges. */
  S.marked = (text, ranges) => {
    const parts = [];
    let at = 0;
    for (const [start, end] of ranges) {
      parts.push(text.slice(at, start), el("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  };

  /** Something that was asked for, to take back. */
  S.chip = (label, remove, isUnknown) => el("li", {}, el("button", { type: "button", class: isUnknown ? "chip unknown" : "chip", "aria-label": label + ", remove", click: remove }, label + " ×"));

  const mark = (root, kind, index) => {
    const [id, label] = root[kind + "s"][index];
    const found = document.querySelector(`[data-picker="${kind}"] [data-value="${id}"] .${kind}`);
    return found ? found.cloneNode(true) : el("span", { class: kind }, label);
  };

  /** Thousandths as points, exactly: 27.312; 0 is a text too. */
  const points = (thousandths) => String(thousandths / 1000);

  /** The reasons as a sentence, and folded out as lines that add up to the score. */
  S.why = (engine, reasons) => {
    const sentence = engine.sentence(reasons);
    if (!sentence) return null;
    const lines = reasons.filter((reason) => reason.points).map((reason) =>
      el("tr", {}, el("td", {}, engine.sentence([reason])), el("td", {}, points(reason.points))));
    const total = reasons.reduce((sum, reason) => sum + reason.points, 0);
    return el("details", { class: "why" }, el("summary", {}, sentence),
      el("table", {}, el("tbody", {}, lines), el("tfoot", {}, el("tr", {}, el("th", {}, "Points"), el("td", {}, points(total))))));
  };

  /**
   * asked: {engine, terms, state, onSent}; entry: {item, match, reasons}. What needs an asset's texts is added by
   * `S.completeRow`, so that titles need not wait for them.
   */
  S.resultRow = (asked, { item, match, reasons }) => {
    const { engine, terms = [], state } = asked, { root } = engine;
    const isSent = (state.get("sent") || []).includes(item.id), lit = (text) => S.marked(text, terms.length ? engine.marks(text, terms) : []);
    const chips = (kind, set) => (set[0] === -1
      ? el("span", { class: kind + " all" }, kind === "persona" ? "Everyone" : "Every stage")
      : set.map((index) => mark(root, kind, index)));
    const isUnlabelled = item.type < 0 || !item.personas.length || !item.stages.length;
    return el("li", { class: "row", "data-id": item.id },
      el("a", { class: "title", href: S.root + item.url + S.leadHash(state) }, lit(item.title)), " ",
      el("p", { class: "meta" },
        match.exact && el("span", { class: "exact" }, "Exact title"),
        item.type >= 0 && el("span", { class: "type" }, root.types[item.type][1]),
        el("span", { class: "audience " + (item.external ? "ok" : "in") }, item.external ? "OK to share" : "Internal only"),
        item.reviewed && el("span", { class: "date" }, "Reviewed " + dayText(item.reviewed)),
        item.due && item.due < S.today && el("span", { class: "overdue" }, "Review overdue")),
      el("p", { class: "summary" }, lit(item.summary)),
      terms.length ? el("p", { class: "excerpt" }) : null,
      el("p", { class: "labels" }, chips("persona", item.personas), chips("stage", item.stages),
        isUnlabelled && el("span", { class: "todo" }, "Not labelled yet")),
      S.why(engine, reasons),
      el("p", { class: "acts" },
        (item.external || isSent) && el("button", { type: "button", class: "sent", "aria-pressed": String(isSent), click: () => asked.onSent(item.id) }, "Already sent")));
  };

  /** The e-mail of an asset, or nothing. */
  S.emailOf = (item, detail) => {
    const file = detail.files.map(([, url]) => url).find((url) => !/^[a-z]+:/i.test(url));
    return item.external && detail.snippet && { snippet: detail.snippet, share: detail.share, attachment: file && decodeURIComponent(file.split("/").pop()) };
  };

  S.emailButton = (state, email) => {
    const filled = () => S.fillMail(email, S.lead(state()));
    return S.copyButton(S.copyLabel(email), () => filled().text, () => {
      const note = S.missingNote(filled().missing);
      return note && "; " + note;
    });
  };

  S.spoken = (say) => el("p", { class: "spoken" }, "“" + say + "”");

  /** Adds what stands in the asset: what to say where it is asked for, else an excerpt around the words; its e-mail. */
  S.completeRow = (asked, row, { item }, detail) => {
    const { engine, terms = [], speaks } = asked, place = row.querySelector(".excerpt");
    if (speaks && detail.say) {
      row.querySelector(".summary").after(S.spoken(detail.say));
      if (place) place.remove();
    } else if (place && detail.text) {
      const cut = engine.excerpt(detail.text, terms, 160);
      if (cut.marks.length) place.append(cut.before ? "… " : "", ...S.marked(cut.text, cut.marks), cut.after ? " …" : "");
      else place.remove();
    }
    const email = S.emailOf(item, detail);
    if (email) row.querySelector(".acts").prepend(...S.emailButton(() => asked.state, email));
  };
})(window.Shelfmark);
