// The page of one asset: its e-mail filled in for the lead in the address, copied or opened, and a link for a
// colleague that says nothing of the lead.
(function (S) {
  "use strict";
  const asset = document.querySelector("article.resource"), pre = document.getElementById("site:snippet");
  const find = (selector) => asset.querySelector(selector);

  const link = find("[data-copy-link]");
  link.hidden = false;
  link.replaceWith(...S.copyButton(link.textContent, () => location.href.replace(/#.*/, "")));
  if (!pre) return;

  const email = { snippet: pre.textContent, share: asset.dataset.share, attachment: asset.dataset.attachment };
  const subject = find("h1").textContent, open = find("[data-mail]"), note = find("[data-missing]");
  const fields = [...asset.querySelectorAll(".fill input")];
  const state = S.readState(location.hash), given = S.lead(state);
  let filled;

  function show() {
    const lead = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    filled = S.fillMail(email, lead);
    pre.replaceChildren(...filled.parts.map((part) => (part.missing ? S.el("mark", {}, part.missing) : part)));
    open.href = S.mailLink(subject, filled.text);
    note.textContent = filled.missing.length ? "In the e-mail, " + S.missingNote(filled.missing) : "";
  }

  for (const field of fields) {
    field.value = given[field.name];
    field.addEventListener("input", () => {
      if (field.name === "sender") S.keepSender(field.value.trim());
      show();
    });
  }
  find(".fill").hidden = false;
  const copy = find("[data-copy-mail]");
  copy.replaceWith(...S.copyButton(S.copyLabel(email), () => filled.text));
  addEventListener("hashchange", () => {
    const lead = S.lead(S.readState(location.hash));
    for (const field of fields) field.value = lead[field.name] || field.value;
    show();
  });
  show();
})(window.Shelfmark);
