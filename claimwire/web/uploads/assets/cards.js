"use strict";
// What is seen of an upload: a card with its name, its state, a clock, and at the end its links.
const settings = JSON.parse(document.getElementById("settings").textContent);
const cards = document.getElementById("cards");
const ENDS = ["ready", "refused", "failed", "deleted", "lost", "stopped"];

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Where words are read from the right, what fills them keeps its own order.
const isolated = document.documentElement.dir === "rtl" ? (text) => `\u2068${text}\u2069` : (text) => text;

function words(kind, name, values = {}) {
  return settings.words[kind][name].replace(/\{(\w+)\}/g, (_, key) => isolated(values[key]));
}

function row(page) {
  const link = make("a", { href: page.url, target: "_blank", rel: "noopener", hreflang: page.language }, spoken(page.language));
  if (page.own) link.append(` (${settings.words.own})`);
  if (page.title) link.append(`${settings.words.colon} `, make("bdi", { lang: page.written }, page.title));
  if (!page.problem) return make("li", {}, link);
  return make("li", {}, link, make("details", {}, make("summary", {}, settings.words.untranslated), page.problem));
}

// What a language calls itself, where we know; else its name in the reader's.
function spoken(code) {
  const own = settings.own[code] || settings.own[code.split("-")[0]];
  if (own) return make("bdi", { lang: code }, own);
  return make("bdi", {}, new Intl.DisplayNames([settings.lang], { type: "language", fallback: "code" }).of(code));
}

class Card {
  constructor(name, began = Date.now()) {
    this.name = name;
    this.began = began;
    this.text = make("p", { class: "state" });
    this.clock = make("span", { class: "clock", "aria-hidden": "true" });
    this.bar = make("progress", { max: "100", value: "0", "aria-label": `${settings.words.bar}${settings.words.colon} ${name}`, hidden: "" });
    this.note = make("p", { class: "small soft", hidden: "" });
    this.links = make("ul", { class: "pages" });
    this.buttons = make("p", { class: "buttons" });
    const title = make("h3", {}, make("bdi", {}, name));
    this.element = make("li", { class: "card" }, title, this.clock, this.text, this.bar, this.note, this.links, this.buttons);
    cards.prepend(this.element);
    document.getElementById("progress").hidden = false;
    this.timer = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  // A state is told aloud once, when it begins; percents and seconds are only seen.
  show(state, text, reason = "") {
    const whole = [text || words("states", state), reason].filter(Boolean).join(" ");
    const told = this.state !== state || ENDS.includes(state);
    this.state = state;
    this.element.dataset.state = state;
    this.text.textContent = whole;
    this.bar.hidden = state !== "uploading";
    if (told) document.getElementById("said").textContent = `${this.name}${settings.words.colon} ${whole}`;
    if (ENDS.includes(state)) this.end();
  }

  progress(share) {
    const percent = Math.floor(share * 100);
    this.bar.value = percent;
    this.show("uploading", words("states", "uploading", { percent }));
  }

  remark(text) {
    this.note.hidden = !text;
    if (this.note.textContent !== text) this.note.textContent = text;
  }

  tick() {
    const seconds = Math.max(0, Math.floor((Date.now() - this.began) / 1000));
    this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  end() {
    clearInterval(this.timer);
    this.tick();
    this.remark("");
  }

  refuse(text, again) {
    this.show("stopped", `${words("states", "stopped")} ${text}`);
    this.buttons.replaceChildren();
    if (again) this.button(settings.words.retry, again);
    this.button(settings.words.dismiss, () => this.element.remove());
  }

  button(label, action) {
    const button = make("button", { type: "button", "aria-label": `${label}${settings.words.colon} ${this.name}` }, label);
    button.addEventListener("click", action);
    this.buttons.append(button);
  }

  // The languages that are translated into come first, the article's own last.
  pages(found, source) {
    const written = (page) => (page.problem ? source || "und" : page.language);
    const rows = found.map((page) => ({ ...page, own: page.language === source, written: written(page) }));
    this.links.replaceChildren(...rows.sort((one, other) => one.own - other.own).map(row));
  }
}
