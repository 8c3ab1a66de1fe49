"use strict";
// Filters what is on the page: nothing is fetched, nothing is kept, and what is typed never becomes markup.
(() => {
  const get = (id) => document.getElementById(id);
  const box = get("filter"), count = get("count"), nothing = get("nothing");
  const letters = { "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ـ": "", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه" };
  const folded = (text) => text.normalize("NFKC").replace(/[أإآ]/g, "ا").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/./gsu, (letter) => letters[letter] ?? letter).replace(/\s+/g, " ").trim();
  const rows = [...document.querySelectorAll("[data-row]")].map((element) => (
    { element, marks: element.dataset.row.split(" "), text: folded(element.textContent), link: element.querySelector("a") }));
  const groups = [...document.querySelectorAll("[data-group]")];
  const chips = [];
  let chosen = "";

  function show() {
    const words = folded(box.value).split(" ").filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits = words.every((word) => row.text.includes(word)) && (!chosen || row.marks.includes(chosen));
      row.element.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) group.hidden = rows.length > 0 && !group.querySelector("[data-row]:not([hidden])");
    for (const [mark, chip] of chips) chip.setAttribute("aria-pressed", String(mark === chosen));
    count.textContent = words.length || chosen
      ? count.dataset.some.replace("{shown}", shown).replace("{total}", rows.length) : count.dataset.all;
    nothing.hidden = shown > 0 || !rows.length;
    nothing.querySelector("q").textContent = box.value.trim();
  }

  function clear() {
    box.value = "";
    chosen = "";
    show();
  }

  function move(step) {
    const there = rows.filter((row) => !row.element.hidden && row.link);
    const at = there.findIndex((row) => row.element.contains(document.activeElement));
    const next = there[at < 0 ? (step > 0 ? 0 : there.length - 1) : Math.min(Math.max(at + step, 0), there.length - 1)];
    next?.link.focus();
    next?.element.scrollIntoView({ block: "nearest" });
  }

  for (const item of document.querySelectorAll("[data-whole] [data-mark]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.append(...item.firstElementChild.childNodes);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => { chosen = chosen === item.dataset.mark ? "" : item.dataset.mark; show(); });
    item.replaceChildren(button);
    chips.push([item.dataset.mark, button]);
  }
  box.addEventListener("input", show);
  box.form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => { clear(); box.focus(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { clear(); box.blur(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const keys = { "/": () => box.focus(), j: () => move(1), k: () => move(-1) };
    // On a keyboard of another script the letter is told by its key's place.
    const key = /^[\x21-\x7e]$/.test(event.key) ? event.key : event.code.replace("Key", "").toLowerCase();
    if (Object.hasOwn(keys, key)) { event.preventDefault(); keys[key](); }
  });
  get("tools").hidden = get("keys").hidden = false;
  show();
})();
