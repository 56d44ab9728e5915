// Counts that were built ahead (the matrix, a persona's stages, a stage's personas) less what has expired or is not out
// yet. Only pages of a library that has such dates load anything for it: the root and one small shard.
(function (S) {
  "use strict";
  const cells = [...document.querySelectorAll("[data-cell]")];
  if (!cells.length || !("dated" in document.body.dataset)) return;

  const received = {}, before = window.shelfmarkShard;
  window.shelfmarkShard = (name, payload) => {
    received[name] = payload;
    if (before) before(name, payload);
  };

  async function adjust() {
    await S.load("search/root.js");
    const name = received.root.dates[0], today = +S.today.replace(/-/g, "");
    await S.load("search/" + name + ".js");
    // Rows of personas, stages (-1: all of them), first day, last day (0: none).
    const gone = received[name].filter(([, , publish, expires]) => publish > today || (expires && expires < today));
    for (const cell of cells) {
      // "* 2" counts what names the stage, for whomever.
      const [persona, stage] = cell.dataset.cell.split(" ").map(Number), whoever = Number.isNaN(persona);
      const fits = gone.filter(([personas, stages]) =>
        (whoever || personas[0] < 0 || personas.includes(persona)) && (stages[0] < 0 || stages.includes(stage)));
      const named = fits.filter(([personas, stages]) => (whoever || personas[0] >= 0) && stages[0] >= 0).length;
      if (fits.length) show(cell, cell.dataset.named - named, cell.dataset.all - (fits.length - named));
    }
  }

  function show(cell, named, all) {
    const number = named ? String(named) : "gap", small = cell.querySelector(".n");
    if (small) {
      small.textContent = number;
      small.classList.toggle("gap", !named);
      return;
    }
    const highest = cell.closest("table").dataset.highest;
    cell.className = named ? "l" + Math.ceil((named * 4) / highest) : "gap";
    cell.replaceChildren(number, ...(all ? [" ", S.el("small", {}, "+ " + all)] : []));
    const label = cell.getAttribute("aria-label");
    const gaps = document.querySelector(".gaps"), none = document.getElementById("no-gaps");
    if (gaps && !named && cell.dataset.named > 0) {
      if (none) none.remove();
      gaps.append(S.el("li", {}, label.slice(0, label.lastIndexOf(": ")) + ": all has expired or is not out yet. ", S.el("a", { href: cell.href }, "Open")));
    }
    cell.setAttribute("aria-label", label.slice(0, label.lastIndexOf(": ") + 2) + (named || "nothing yet") + (all ? ", " + all + " more for all" : ""));
  }

  adjust().catch(() => { /* the counts of the build stay */ });
})(window.Shelfmark);
