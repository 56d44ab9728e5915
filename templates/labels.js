// How a value is written in a file's labels, by the rule of LabelText.swift: as it is where that is safe, otherwise in
// quotes. What this writes, Shelfmark reads as the same text; a test holds the two alike.
(function (S) {
  "use strict";
  // What may not stand in a file of labels, or not on one line.
  const unwritable = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

  S.quoted = (text) => {
    if (unwritable.test(text)) {
      const escaped = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
      return '"' + [...text].map((c) => escaped[c]
        || (unwritable.test(c) ? "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0") : c)).join("") + '"';
    }
    return /["\\]/.test(text) ? "'" + text.replace(/'/g, "''") + "'" : '"' + text + '"';
  };

  /** Stricter than the reader: what is safe only by a hair is quoted, and so is all that begins with an odd blank. */
  const isSafe = (text, isInBrackets) =>
    /^[^\s,[\]{}#|>"'%&*!@`?:-]/.test(text) && !/[\s:]$/.test(text) && !/^(~|null|Null|NULL)$/.test(text)
    && !/[\0-\x1f\x7f\x80-\xbf\u2000-\u2fff\uf000-\uffff]/.test(text)
    && !/: | #/.test(text) && !(isInBrackets && /[:,[\]{}]/.test(text));

  /** `text` as the value of a label, or within the square brackets of a list. */
  S.labelText = (text, isInBrackets) => (isSafe(text, isInBrackets) ? text : S.quoted(text));
})(window.Shelfmark = window.Shelfmark || {});
