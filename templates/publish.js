// The page for those who publish: what is picked becomes the file, to be copied or handed to the git host in an address.
// Nothing is stored and nothing is sent. A link may bring values along: publish.html#persona=cfo&stage=decision.
(function (S) {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const page = byId("publish"), form = byId("form"), open = byId("open"), { dataset } = page;
  const field = (name) => form.elements.namedItem(name);
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const facets = [...new Set(boxes.filter((box) => "facet" in box.dataset).map((box) => box.name))];
  // Longer addresses are refused by some servers.
  const LONGEST = 7500;

  const oneLine = (name) => field(name).value.replace(/[\s\x85]+/g, " ").trim();
  const picked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const list = (values) => "[" + values.map((value) => S.labelText(value, true)).join(", ") + "]";

  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ŧ: "t" };
  const UMLAUTS = { ä: "ae", ö: "oe", ü: "ue" };
  const TAKEN = /^(all|index|todo|con|prn|aux|nul|page-\d+|(com|lpt)[1-9])$/;

  /** The file name that a title suggests. */
  const idFor = (title) => {
    const plain = title.normalize("NFC").toLowerCase().replace(/[äöü]/g, (c) => UMLAUTS[c])
      .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\0-\x7f]/g, (c) => LETTERS[c] || "-");
    const id = plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").slice(0, 80).replace(/^-+|-+$/g, "");
    return TAKEN.test(id) ? id + "-1" : id;
  };
  const isID = (id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 120 && !TAKEN.test(id);

  /** The whole file. */
  function text() {
    const lines = [];
    const add = (label, value) => { if (value) lines.push(label + ": " + value); };
    const addText = (label) => { if (oneLine(label)) add(label, S.labelText(oneLine(label))); };
    add("title", S.labelText(oneLine("title") || "todo"));
    add("summary", S.labelText(oneLine("summary") || "todo"));
    add("type", field("type").value);
    for (const name of ["personas", "stages"]) add(name, picked(name).length ? list(picked(name)) : "todo");
    for (const name of facets) if (picked(name).length) add(name, list(picked(name)));
    add("audience", field("audience").value);
    add("owner", field("owner").value);
    add("status", field("status").value);
    if (field("status").value === "approved") add("reviewed", S.today);
    for (const name of ["use_when", "say", "share"]) addText(name);
    const keywords = oneLine("keywords").split(",").map((word) => word.trim()).filter(Boolean);
    if (keywords.length) add("keywords", list(keywords));
    const body = field("bodyText").value.replace(/\s+$/, "").replace(/^\s*\n/, "");
    // Halves of a character, which no file can hold.
    return ("---\n" + lines.join("\n") + "\n---\n\n" + (body || "The text.") + "\n").replace(/\p{Cs}/gu, "\ufffd");
  }

  /** What the check would still ask for. */
  function left(id) {
    const type = field("type").selectedOptions[0], wanted = (type.dataset.required || "").split(" ").filter(Boolean);
    const count = [...oneLine("summary")].length, missing = [];
    if (!oneLine("title")) missing.push("a title");
    else if (!isID(id)) missing.push("a file name of small letters, digits and hyphens" + (idFor(id) ? ", such as " + idFor(id) : ""));
    if (count < 20) missing.push("a summary of 20 characters or more");
    if (count > 200) missing.push("a summary that is " + (count - 200) + " characters shorter");
    if (type.value === "todo") missing.push("a type");
    if (!picked("personas").length) missing.push("whom it is for");
    if (!picked("stages").length) missing.push("a stage");
    for (const name of wanted) {
      const input = field(name);
      if (input && input.closest && !picked(name).length && !input.value.trim()) missing.push(input.closest("label").firstChild.textContent.trim().toLowerCase());
    }
    for (const set of form.querySelectorAll("fieldset.facet")) {
      const name = set.dataset.label, isWanted = wanted.includes(name);
      if (isWanted && set.querySelector(".needed").hidden) byId("more").open = true;
      set.querySelector(".needed").hidden = !isWanted;
      if (isWanted && !picked(name).length) missing.push(set.querySelector("legend").firstChild.textContent.trim().toLowerCase());
    }
    return missing;
  }

  let isOwnID = false;

  function show() {
    if (!isOwnID) field("fileName").value = idFor(oneLine("title"));
    const id = field("fileName").value.trim(), path = "content/resources/" + (id || "…") + ".md", file = text();
    const missing = left(id), isReady = !!oneLine("title") && isID(id);
    const type = field("type").selectedOptions[0], isKnown = type.value !== "todo";
    field("audience").options[0].text = isKnown ? "as usual for its type: " + (type.dataset.external === "true" ? "yes" : "no") : "as usual for its type";
    field("owner").options[0].text = type.dataset.owner ? "as usual for its type: " + type.dataset.owner : "as usual for its type";
    byId("path").textContent = path;
    byId("text").textContent = file;
    byId("left").textContent = missing.length ? "Still to do: " + missing.join("; ") + "." : "Everything is there.";
    if (!open) return;
    const address = dataset.new + "?" + dataset.name + "=" + encodeURIComponent(path), whole = address + "&" + dataset.text + "=" + encodeURIComponent(file);
    const isLong = whole.length > LONGEST;
    open.hidden = !isReady;
    open.href = isLong ? address : whole;
    byId("too-long").hidden = !isReady || !isLong;
  }

  form.addEventListener("input", (event) => {
    const { target } = event;
    if (target.name === "fileName") isOwnID = !!target.value.trim();
    // "Everyone" stands alone.
    if (target.type === "checkbox" && target.checked) {
      for (const box of boxes) {
        if (box !== target && box.name === target.name && "alone" in box.dataset !== "alone" in target.dataset) box.checked = false;
      }
    }
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /** The names that links use, and other pages' addresses. */
  const OTHER = { persona: "personas", stage: "stages", id: "fileName" };
  for (const [key, values] of S.readState(location.hash)) {
    const name = OTHER[key] || key;
    for (const box of boxes) if (box.name === name && values.includes(box.value)) box.checked = true;
    const input = field(name);
    if (input && input.closest && !["checkbox", "radio"].includes(input.type)) {
      const before = input.value;
      input.value = values[0];
      // A value that a picker does not have.
      if (input.value !== values[0] && input.tagName === "SELECT") input.value = before;
    }
  }
  byId("more").open = facets.some((name) => picked(name).length);
  isOwnID = !!field("fileName").value;
  byId("take").append(...S.copyButton("Copy the text", text),
    S.el("span", { id: "too-long", class: "said-under", hidden: true }, "The text is too long for an address: copy it, then put it into the file that opens."));
  byId("more").hidden = !facets.length;
  page.hidden = false;
  show();
})(window.Shelfmark);
