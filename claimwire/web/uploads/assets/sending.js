// An article's way: a ticket from the door, the bytes to the bucket, and then the question how it stands, ever less often.
const [FIRST, SLOWER, SLOWEST, LONG] = [1000, 1.4, 15000, 180000]; // ms between two questions, and until a word of patience
const AT_ONCE = 3;
const waiting = [];
let busy = 0;

class Problem extends Error {
  constructor(name, values = {}, again = true) {
    super(words("problems", name, values));
    this.again = again;
  }
}

function chosen() {
  const boxes = [...document.querySelectorAll("#targets input")];
  const picked = boxes.filter((box) => box.checked).map((box) => box.value);
  if (!picked.length) throw new Problem("targets");
  return picked.length === boxes.length ? [] : picked;
}

const megabytes = (bytes) => (Math.ceil(bytes / 1e5) / 10).toLocaleString(settings.lang, { numberingSystem: "latn" });

function check(file) {
  const ending = file.name.includes(".") ? file.name.split(".").pop().toLowerCase() : "";
  if (!file.size) throw new Problem("empty", {}, false);
  if (file.size > settings.limit) throw new Problem("large", { size: megabytes(file.size), limit: megabytes(settings.limit) }, false);
  if (!settings.endings.includes(ending) && !settings.types.includes(file.type.split(";")[0])) {
    throw new Problem("kind", { endings: settings.endings.join(", ") }, false);
  }
}

async function ask(url, options) {
  try {
    return await fetch(url, { cache: "no-store", referrerPolicy: "no-referrer", ...options });
  } catch {
    throw new Problem("offline");
  }
}

async function ticketFor(file) {
  const wanted = { name: file.name.slice(-200), size: file.size, type: file.type.slice(0, 200), targets: chosen() };
  const headers = { "content-type": "application/json" };
  const answer = await ask(settings.ask, { method: "POST", headers, body: JSON.stringify(wanted) });
  if (answer.status === 201) return answer.json();
  if (answer.status === 404) throw new Problem("link", {}, false);
  if (answer.status === 415) throw new Problem("kind", { endings: settings.endings.join(", ") }, false);
  throw new Problem("busy");
}

// XMLHttpRequest, because fetch does not tell how much has been sent.
function put(card, file, ticket) {
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append("file", file);
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => card.progress(event.loaded / (event.total || 1));
    request.onload = () => (request.status < 300 ? done() : fail(refusal(request.responseText, file)));
    request.onerror = () => fail(new Problem("offline"));
    request.open("POST", ticket.url);
    request.send(form);
  });
}

function refusal(text, file) {
  const code = (/<Code>(\w+)<\/Code>/.exec(text) || [])[1] || "";
  if (code === "EntityTooLarge") return new Problem("large", { size: megabytes(file.size), limit: megabytes(settings.limit) }, false);
  if (code === "AccessDenied" && /expired/i.test(text)) return new Problem("late");
  return new Problem("store", { code: code || "?" });
}

async function send(card, file) {
  try {
    check(file);
    card.show("asking");
    const ticket = await ticketFor(file);
    card.progress(0);
    await put(card, file, ticket);
    keep(card, ticket.status);
    watch(card, ticket.status);
  } catch (problem) {
    card.refuse(problem.message, problem.again ? () => queue(card, file) : null);
  }
}

function queue(card, file) {
  card.buttons.replaceChildren();
  card.show("queued");
  waiting.push(() => send(card, file));
  next();
}

function next() {
  while (busy < AT_ONCE && waiting.length) {
    busy += 1;
    waiting.shift()().finally(() => { busy -= 1; next(); });
  }
}

async function watch(card, url) {
  card.show("waiting");
  for (let delay = FIRST; !ENDS.includes(card.state); delay = Math.min(delay * SLOWER, SLOWEST)) {
    await new Promise((later) => setTimeout(later, delay));
    await look(card, url);
  }
  forget(url);
  if (card.state === "ready" || card.state === "refused") refresh();
}

async function look(card, url) {
  const answer = await ask(`${url}&lang=${settings.lang}`).catch(() => null);
  if (answer && answer.status === 404) return card.show("lost");
  if (!answer || !answer.ok) return card.remark(settings.words.unreachable);
  const standing = await answer.json();
  card.remark(Date.now() - card.began > LONG ? settings.words.long : "");
  const pages = standing.status === "ready" ? standing.pages : [];
  card.pages(pages, standing.source_language);
  const partly = pages.some((page) => page.problem) && words("states", "partly");
  card.show(standing.status, partly || settings.words.stages[standing.stage], standing.reason || "");
}
