// What makes the page quicker to use; it reads in full without. No storage, no requests.
(() => {
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const one = (query, from = document) => from.querySelector(query);
  const claims = all(".claim"), help = one("#help"), keys = one("#keys"), originals = one("#originals"), told = one("#told");
  const words = document.body.dataset;
  let here = -1, timer = 0;

  for (const each of all(".live-only")) each.hidden = false;

  const tell = (text) => {
    clearTimeout(timer);
    told.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }));
    timer = setTimeout(() => told.replaceChildren(), 4000);
  };

  const go = (step) => {
    if (!claims.length) return;
    here = Math.max(0, Math.min(claims.length - 1, here + step));
    claims[here].focus({ preventScroll: true });
    claims[here].scrollIntoView({ block: "start" });
  };

  const line = (element) => element ? element.innerText.replace(/\s+/g, " ").trim() : "";

  const cited = (claim) => {
    const own = one(".said", claim), source = one(".was", claim), who = line(one(".who b", claim));
    const quoted = (text) => /^[«»“„"「『‹]/.test(text) ? text : `“${text}”`;
    const texts = [own, source].filter(Boolean).map((each) => quoted(line(each)));
    return [(who ? `${who}: ` : "") + texts.join("\n"), words.cite, words.url || location.href.split("#")[0] + `#${claim.id}`].join("\n");
  };

  const byHand = (text) => {
    const box = Object.assign(document.createElement("textarea"), { value: text, className: "sr" });
    const before = document.activeElement;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    before?.focus({ preventScroll: true });
    return done;
  };

  // A sandboxed page may be denied the clipboard's own interface; the old command works there, within a key press or a tap.
  const copy = async (claim) => {
    const text = cited(claim);
    let done = true;
    try { await navigator.clipboard.writeText(text); } catch { done = byHand(text); }
    tell(done ? words.copied : words.uncopied);
  };

  const onward = () => {
    const links = all("#languages a, #languages [aria-current]");
    const next = links[(links.findIndex((each) => each.hasAttribute("aria-current")) + 1) % links.length];
    if (next?.href) next.click();
  };

  const flip = () => {
    if (!originals) return;
    originals.checked = !originals.checked;
    tell(originals.checked ? words.shown : words.hid);
  };

  const deeds = {
    j: () => go(1), k: () => go(-1), l: onward, o: flip, "?": () => help.showModal(),
    c: () => claims[here] && copy(claims[here]),
  };

  // On a keyboard of another script the letter is told by its key's place.
  const named = (event) => /^[\x21-\x7e]$/.test(event.key) ? event.key.toLowerCase() : event.code.replace("Key", "").toLowerCase();

  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open || !keys.checked) return;
    const deed = deeds[named(event)];
    if (deed) { event.preventDefault(); deed(); }
  });

  addEventListener("focusin", (event) => {
    const at = claims.findIndex((claim) => claim.contains(event.target));
    if (at >= 0) here = at;
  });

  addEventListener("click", (event) => {
    const button = event.target.closest("button"), pair = event.target.closest(".two .pair");
    if (button?.matches(".copy")) copy(button.closest(".claim"));
    else if (button?.matches(".ask")) help.showModal();
    else if (button?.matches(".shut")) help.close();
    else if (pair && !event.target.closest("a") && getSelection().isCollapsed) {
      for (const each of all(".pair.on")) if (each !== pair) each.classList.remove("on");
      pair.classList.toggle("on");
    }
  });

  let folded = [];
  addEventListener("beforeprint", () => { folded = all("details:not([open])"); for (const each of folded) each.open = true; });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
})();
