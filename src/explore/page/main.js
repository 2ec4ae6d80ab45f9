// The beginning, and what happens on every change: filter, count, draw, write the address.
let whole = null;
let quiet = 0;

function set(change) {
  const before = state;
  state = { ...state, ...change };
  heard("");
  apply(before);
  // While a slider moves, the address is written once it rests: browsers refuse too many changes.
  clearTimeout(quiet);
  quiet = setTimeout(() => history.replaceState(null, "", `#${written()}`), 120);
}
// Whether the reader has set a filter; counting and level are no filters.
const isFiltered = () => unfiltered() === false || state.least > 1 || state.team !== facts.maxTeam;
const COUNTED = ["from", "to", "country", "sector", "domain", "criterion", "least", "team", "counting", "level"];
function apply(before) {
  language = state.lang;
  document.documentElement.lang = language;
  const theme = state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = theme;
  const changed = (keys) => !before || keys.some((key) => before[key] !== state[key]);
  if (changed(["level"])) { level = facts.levels.find((one) => one.key === state.level) ?? facts.levels[0]; whole = build(true); }
  if (changed(COUNTED)) { choose(); net = build(false); tellLeft(); rowsShown = PAGE; }
  const words = changed(["lang"]);
  if (words) { drawWords(); tellLeft(); }
  if (words || changed(["theme"])) drawTools();
  if (changed(COUNTED) || words || changed(["theme"])) drawFilters();
  if (words || changed(["view", "level"])) drawFigureControls();
  drawFigure();
  if (changed(COUNTED) || words || changed(["sel"])) drawPanel();
  if (changed(COUNTED) || words || changed(["pane", "by"])) drawPanes();
  if (changed(COUNTED) || words || changed(["view"])) drawFigureTable();
}
function drawWords() {
  document.title = say("title");
  by("title").textContent = say("title");
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  by("found").setAttribute("aria-label", say("search"));
  const foot = [make("p", { text: sourceLine() })];
  if (facts.merges.length) foot.push(make("p", { class: "small", text: facts.merges.map((pair) => pair[language === "ko" ? 1 : 0]).join(" ") }));
  if (facts.notes.length) foot.push(make("p", { class: "small", text: `${say("before")} ${facts.notes.map((pair) => pair[language === "ko" ? 1 : 0]).join(" ")}` }));
  foot.push(make("p", { class: "small", text: say("made_with", facts.program) }));
  by("foot").replaceChildren(...foot);
}
function drawTools() {
  by("languages").setAttribute("aria-label", say("language"));
  const held = by("languages").contains(document.activeElement);
  by("languages").replaceChildren(...[["ko", "한국어"], ["en", "English"]].map(([code, name]) => make("button", { type: "button", lang: code, "aria-pressed": String(language === code), text: name, onclick: () => set({ lang: code }) })));
  if (held) by("languages").querySelector("[aria-pressed=true]").focus();
  by("theme").textContent = say(dark() ? "toLight" : "toDark");
}
function open(data) {
  read(data);
  language = navigator.languages?.some((one) => one.startsWith("ko")) ? "ko" : "en";
  // The title that the page was made with tells its language, where the reader's own does not.
  if (/[가-힣]/.test(document.title)) language = "ko";
  const { fresh, unknown } = parse(location.hash);
  state = fresh;
  setUpFigure();
  setUpSearch();
  apply(null);
  if (unknown.length) notice(say("unknownSelection", unknown.join(", ")));
  by("theme").addEventListener("click", () => set({ theme: dark() ? "light" : "dark" }));
  by("copy-link").addEventListener("click", () => { history.replaceState(null, "", `#${written()}`); copyLink(); });
  addEventListener("hashchange", () => {
    if (location.hash.replace(/^#/, "") === written() || location.hash === "#main") return;
    const before = state;
    const read = parse(location.hash);
    state = read.fresh;
    apply(Object.fromEntries(Object.keys(before).map((key) => [key, undefined])));
    if (read.unknown.length) notice(say("unknownSelection", read.unknown.join(", ")));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (!state.theme) set({ theme: null, lang: state.lang }); apply(null); });
  setUpPrinting();
  // The address holds the state: the link moves the focus and leaves it alone.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    (by("picture") ?? by("canvas-holder") ?? by("main")).focus();
  });
  document.documentElement.dataset.ready = "yes";
}
// Paper is light, and has the table behind what the figure shows on it.
function setUpPrinting() {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { theme: state.theme, open: by("figure-table").open };
    if (dark()) set({ theme: "light" });
    onPaper = true;
    // A canvas is not drawn anew at the size of the paper: it is drawn finer before.
    paint();
    by("figure-table").open = true;
    drawFigureTable();
  });
  addEventListener("afterprint", () => {
    if (!before) return;
    onPaper = false;
    look();
    by("figure-table").open = before.open;
    drawFigureTable();
    if (before.theme !== state.theme) set({ theme: before.theme });
    before = null;
  });
}
function start() {
  const data = JSON.parse(by("data").textContent);
  if (data) { open(data); return; }
  by("left").textContent = say("loading");
  fetch("data.json").then((reply) => { if (!reply.ok) throw new Error(String(reply.status)); return reply.json(); }).then(open).catch((error) => { by("left").textContent = say("failed", error.message); });
}
start();
