// Start-up, and the update after every change: filter, count, draw, write the URL.
let fullNetwork = null;
let quiet = 0;

function set(change) {
  const before = state;
  state = { ...state, ...change };
  heard("");
  apply(before);
  // The URL is written when a slider rests, because browsers limit the rate of history updates.
  clearTimeout(quiet);
  quiet = setTimeout(() => history.replaceState(null, "", `#${written()}`), 120);
}
// Whether any filter is set; counting and level are not filters.
const isFiltered = () => unfiltered() === false || state.least > leastOfAll() || state.team !== facts.maxTeam;
const COUNTED = ["from", "to", "country", "sector", "domain", "criterion", "least", "team", "counting", "level"];
function apply(before) {
  language = state.lang;
  document.documentElement.lang = language;
  const theme = state.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = theme;
  const changed = (keys) => !before || keys.some((key) => before[key] !== state[key]);
  if (changed(["level"])) { level = facts.levels.find((one) => one.key === state.level) ?? facts.levels[0]; fullNetwork = build(true); }
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
  // A page with a Korean title is in Korean, whatever the browser's preference.
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
  // The URL fragment holds the state: skip links move the focus without changing it.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    (by("picture") ?? by("canvas-holder") ?? by("main")).focus();
  });
  document.documentElement.dataset.ready = "yes";
}
// Printing uses the light theme and adds the table behind the figure.
function setUpPrinting() {
  let before = null;
  addEventListener("beforeprint", () => {
    before = { theme: state.theme, open: by("figure-table").open };
    if (dark()) set({ theme: "light" });
    onPaper = true;
    // A canvas is not redrawn at print resolution, so it is drawn at higher resolution before printing.
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
