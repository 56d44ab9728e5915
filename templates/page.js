// On every page. What today has changed is decided here, by the reader's own clock: what has expired or is not out yet
// goes from the lists, what is overdue for review says so, and lists are put in order again. And "/" leads to the box.
(function (S) {
  "use strict";

  /** An element with attributes (functions are listeners) and children: elements, texts or nothing. */
  S.el = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child || child === 0));
    return element;
  };

  const now = new Date(), two = (n) => String(n).padStart(2, "0");
  /** "2026-03-01", where the reader is. */
  S.today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  S.root = document.body.dataset.root;

  const notes = [...document.querySelectorAll("[data-if-empty]")].filter((note) => document.querySelector(note.dataset.ifEmpty));
  const scored = [...document.querySelectorAll("[data-points]")];
  for (const list of scored) {
    const points = list.dataset.points.split(" ");
    [...list.children].forEach((row, i) => { row.points = +points[i]; });
  }

  for (const row of document.querySelectorAll("[data-review-due], [data-publish], [data-expires]")) {
    // Dates that are absent compare as false.
    const { publish, expires, reviewDue } = row.dataset, { today } = S;
    const standing = expires < today ? "expired" : publish > today ? "early" : reviewDue < today ? "overdue" : "";
    if (row.matches("article")) {
      for (const notice of row.querySelectorAll("[data-when]")) notice.hidden = notice.dataset.when !== standing;
    } else if (standing === "overdue") {
      row.points += +document.body.dataset.overdue;
      row.wasOverdue = true;
      const meta = row.querySelector(".meta");
      if (meta) meta.append(S.el("span", { class: "overdue" }, "Review overdue"));
    } else if (standing) {
      row.remove();
    }
  }

  for (const list of scored) {
    list.append(...[...list.children].sort((a, b) => b.points - a.points || !!a.wasOverdue - !!b.wasOverdue));
  }
  // Spare rows stand in for those that went.
  for (const list of document.querySelectorAll("[data-shown]")) {
    [...list.children].forEach((row, i) => { row.hidden = i >= +list.dataset.shown; });
  }
  for (const note of notes) note.hidden = !!document.querySelector(note.dataset.ifEmpty);
  for (const list of document.querySelectorAll(".group .rows, .next ul, .related ul")) {
    if (!list.children.length) list.parentElement.remove();
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches && event.target.matches("input, select, textarea")) return;
    const box = document.querySelector("input[type=search]");
    event.preventDefault();
    if (!box) return document.querySelector(".to-search").click();
    box.focus();
    box.select();
  });
})(window.Shelfmark = window.Shelfmark || {});
