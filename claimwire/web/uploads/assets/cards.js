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

function words(kind, name, values = {}) {
  return settings.words[kind][name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function row(page) {
  const link = make("a", { href: page.url, target: "_blank", rel: "noopener", hreflang: page.language }, spoken(page.language));
  if (page.own) link.append(`, ${settings.words.source}`);
  if (page.title) link.append(": ", make("bdi", page.problem ? {} : { lang: page.language }, page.title));
  if (!page.problem) return make("li", {}, link);
  return make("li", {}, link, make("details", {}, make("summary", {}, settings.words.untranslated), page.problem));
}

function spoken(code) {
  return settings.names[code] || new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(code);
}

class Card {
  constructor(name, began = Date.now()) {
    this.name = name;
    this.began = began;
    this.text = make("p", { class: "state" });
    this.clock = make("span", { class: "clock", "aria-hidden": "true" });
    this.bar = make("progress", { max: "100", value: "0", "aria-label": `Upload of ${name}`, hidden: "" });
    this.note = make("p", { class: "small soft", hidden: "" });
    this.links = make("ul", { class: "pages" });
    this.buttons = make("p", { class: "buttons" });
    const title = make("h3", { dir: "auto" }, name);
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
    if (told) document.getElementById("said").textContent = `${this.name}: ${whole}`;
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
    if (again) this.button("Retry", again);
    this.button("Dismiss", () => this.element.remove());
  }

  button(label, action) {
    const button = make("button", { type: "button", "aria-label": `${label}: ${this.name}` }, label);
    button.addEventListener("click", action);
    this.buttons.append(button);
  }

  // The languages that are translated into come first, the article's own last.
  pages(found, source) {
    const rows = found.map((page) => ({ ...page, own: page.language === source }));
    this.links.replaceChildren(...rows.sort((one, other) => one.own - other.own).map(row));
  }
}
