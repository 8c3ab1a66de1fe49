// The page: files by choice, by drop and by paste; text; what was under way before it was loaded again; the list of digests.
const KEPT = `claimwire uploads ${settings.folder}`;
const attempt = (action, otherwise) => { try { return action(); } catch { return otherwise; } }; // a browser may keep nothing
const kept = () => attempt(() => JSON.parse(sessionStorage.getItem(KEPT) || "[]"), []);
const store = (rows) => attempt(() => sessionStorage.setItem(KEPT, JSON.stringify(rows.slice(-50))));
const keep = (card, url) => store([...kept(), { name: card.name, url, began: card.began }]);
const forget = (url) => store(kept().filter((row) => row.url !== url));

const [byFile, byText] = [document.getElementById("file"), document.getElementById("text")];
const [picker, pasted] = [document.getElementById("chosen"), document.getElementById("pasted")];

function take(files) {
  for (const file of files) queue(new Card(file.name), file);
}

function takeText(text) {
  const title = text.trim().split("\n", 1)[0].trim().slice(0, 80) || settings.words.pasted;
  take([new File([text], `${title.replace(/[\\/.]/g, " ")}.txt`, { type: "text/plain;charset=utf-8" })]);
}

function fill(text) {
  pasted.value = text;
  pasted.focus();
}

byFile.addEventListener("submit", (event) => {
  event.preventDefault();
  take(picker.files);
  byFile.reset();
});
picker.addEventListener("change", () => {
  take(picker.files);
  byFile.reset();
});
byText.addEventListener("submit", (event) => {
  event.preventDefault();
  takeText(pasted.value);
  byText.reset();
});
document.addEventListener("paste", (event) => {
  const files = event.clipboardData.files;
  const written = event.target.closest("textarea, input");
  if (files.length) take(files);
  else if (!written) fill(event.clipboardData.getData("text/plain"));
  if (files.length || !written) event.preventDefault();
});

let depth = 0; // of elements that are dragged over: leaving a child is not leaving the page
const dragged = (by) => {
  depth = by ? depth + by : 0;
  document.body.classList.toggle("dragged", depth > 0);
};
document.addEventListener("dragenter", () => dragged(1));
document.addEventListener("dragleave", () => dragged(-1));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  dragged(0);
  if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  else fill(event.dataTransfer.getData("text/plain"));
});

// The list comes from the page itself, made by the server; of what comes, nothing runs: a parsed document has no scripts.
async function refresh(url = location.href) {
  const there = document.getElementById("digests");
  const answer = there && (await ask(url).catch(() => null));
  if (!answer || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("digests");
  if (fresh) there.replaceWith(document.adoptNode(fresh));
}

document.addEventListener("click", (event) => {
  const language = event.target.closest("#digests .tongue");
  if (!language || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, "", language.href);
  refresh().then(() => document.getElementById("digests-title").focus());
});

picker.multiple = true;
document.body.classList.add("script");
document.getElementById("targets").hidden = settings.targets < 2;
cards.replaceChildren();
if (settings.watch) watch(new Card(settings.words.one), settings.watch);
for (const row of kept()) watch(new Card(row.name, row.began), row.url);
