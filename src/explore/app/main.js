// What is shown follows the address: each link is a state, each state an answer with its figure.
import { lead, tables } from "./answer.js";
import { announce, fill, make, part } from "./dom.js";
import { Cancelled, Refused, ask, cancel, openEarlier, openFiles } from "./engine.js";
import { clear, fittingWidth, focusMark, listen, onChoice, show, zoomButtons } from "./figure.js";
import { writeFilters } from "./filters.js";
import { copyLink, downloads, filesWithin } from "./save.js";
import { searchBox } from "./search.js";
import { chooser, listenForFiles, writeStart } from "./start.js";
import { COLORS, GROUPS, MEASURES, QUESTIONS, VIEWS, VIEWS_OF_WORKS, figure, format, home, isMap, isTrend, parse, query, settings } from "./state.js";
import { browserLanguage, currentLanguage, number, own, say, setLanguage, setTexts } from "./words.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./engine.js").DataFile} DataFile */

/** What the engine told of the data. @type {any} */
let data = null;
let state = home();
let hasEarlier = false;
let turn = 0;
let isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
/** The last figure, whose places the next one keeps. */
let drawn = { view: "", layout: "", width: 0 };
/** Whether the page stands within another one, which shows the figure and its answer alone. */
const isEmbedded = new URLSearchParams(location.search).get("embed") === "1";
/** Institutions and works that were met. @type {Map<string, {name: string, isWork: boolean}>} */
const names = new Map();
/** Questions that are links above the answer. */
const LISTED = ["overview", "strongest", "rank", "timeline", "trend", "institutions", "works", "clusters", "indicators", "brokers", "never", "predict", "components", "counting", "statistics", "names", "compare"];
const OF_WORKS = ["timeline", "trend", "works", "indicators", "counting"];

/** The link to a state that differs in some things. @param {Partial<State>} changed */
function link(changed) { return format({ ...state, ids: [], ...changed }); }
/** @param {Partial<State>} changed */
function go(changed) { location.hash = link(changed); }
/** @param {string[]} ids */
function linkOf(ids) { return link(ids.length === 1 ? { q: "who", ids } : { q: "between", ids }); }

/** Another level has other actors: what was asked of some is not asked of those. @param {import("./state.js").Filters} filters */
function changeFilters(filters) {
  const isSame = filters.level === state.filters.level || state.ids.length === 0;
  if (!isSame) names.clear();
  location.hash = format(isSame ? { ...state, filters } : { ...home(), example: state.example, filters });
}

/** @param {unknown} error */
function failed(error) {
  if (error instanceof Cancelled) { announce(say("cancelled")); return; }
  const text = error instanceof Refused ? own(error.both) : String(error instanceof Error ? error.message : error);
  if (!data) { writeStart(text); return; }
  fill(part("lead"), make("p", { class: "fault", role: "alert" }, text));
  fill(part("tables"));
  clear();
  part("figure").hidden = true;
}

/** @type {number | undefined} */
let slow;
/** @param {string} text empty: nothing is being worked on */
function busy(text) {
  clearTimeout(slow);
  const place = part("busy");
  if (text === "") { place.hidden = true; return; }
  slow = window.setTimeout(() => {
    fill(place, make("span", {}, text), " ", make("button", { type: "button", onclick: () => { turn += 1; cancel(); busy(""); announce(say("cancelled")); } }, say("cancel")));
    place.hidden = false;
  }, 400);
}

/** @param {DataFile[]} files @param {Record<string, unknown>} reading @param {boolean} isExample */
async function open(files, reading, isExample) {
  busy(say("loading"));
  try {
    data = await openFiles(files, reading);
    hasEarlier = false;
    drawn = { view: "", layout: "", width: 0 };
    names.clear();
    setTexts(data.words);
    if (isExample !== state.example) { state = { ...home(), example: isExample }; history.pushState(null, "", format(state)); }
    writeTexts();
    await render();
  } catch (error) { data = null; toData(false); failed(error); }
  busy("");
}

/** @param {DataFile[]} files */
async function compareWith(files) {
  busy(say("loading"));
  try { await openEarlier(files); hasEarlier = true; await render(); } catch (error) { failed(error); }
  busy("");
}

function source() {
  return data.inputs.map((/** @type {any} */ input) => [input.citation || input.name, input.asOf].filter(Boolean).join(", ")).join("; ");
}

/** Names of ids that were not met yet. @param {string[]} ids */
async function meet(ids) {
  const unknown = ids.filter((id) => !names.has(id));
  if (unknown.length === 0) return;
  const answer = await ask({ ask: "names", ids: unknown, settings: settings(state, currentLanguage()) });
  for (const { id, kind, name } of answer.names) names.set(id, { name: own(name), isWork: kind === "work" });
}

/** Shows the data, or the way to them. @param {boolean} hasData */
function toData(hasData) {
  part("start").hidden = hasData;
  for (const id of ["data", "find", "copy-link", "source"]) part(id).hidden = !hasData;
}

/** Shows the state of the address. */
async function render() {
  if (!data) { toData(false); return; }
  turn += 1;
  const mine = turn;
  toData(true);
  summary();
  questions();
  writeFilters(part("filters"), data.facets, state.filters, data.hasWorks, changeFilters);
  busy(say("working"));
  const asked = settings(state, currentLanguage());
  try {
    await meet(state.ids);
    if (mine !== turn) return;
    crumbs();
    const answer = state.q === "compare" ? await compared(asked) : await ask({ ask: "answer", settings: asked, query: query(state) });
    if (mine !== turn) return;
    if (answer) {
      fill(part("lead"), ...lead(answer));
      fill(part("tables"), ...tables(answer, linkOf));
      part("tables").scrollTop = 0;
    }
    await findings(asked, mine);
    if (mine !== turn) return;
    const svg = await draw(asked, mine);
    if (mine !== turn) return;
    writeDownloads(asked, svg);
    document.getElementById("whole")?.setAttribute("href", `${location.pathname}${location.hash}`);
    document.title = [part("here").textContent, source()].filter(Boolean).join(" – ");
    document.documentElement.dataset.ready = String(mine);
  } catch (error) { if (mine === turn) { failed(error); document.documentElement.dataset.ready = String(mine); } }
  if (mine === turn) busy("");
}

/** @param {object} asked */
async function compared(asked) {
  if (hasEarlier) return ask({ ask: "compare", settings: asked });
  fill(part("lead"), make("p", {}, say("compareAbout")), make("p", {}, chooser(say("compareChoose"), compareWith, true)));
  fill(part("tables"));
  return null;
}

/** Draws the figure of the state; whether there is one. @param {object} asked @param {number} mine */
async function draw(asked, mine) {
  const wanted = figure(state);
  const place = part("figure");
  const isWork = state.q === "who" && names.get(state.ids[0])?.isWork === true;
  place.hidden = wanted === null || isWork || (VIEWS_OF_WORKS.includes(String(wanted.view)) && !data.hasWorks);
  part("data").classList.toggle("without-figure", place.hidden);
  if (wanted === null || place.hidden) { clear(); return false; }
  const width = fittingWidth();
  const isLike = drawn.view === "map" && drawn.width === width && (wanted.view ?? "map") === "map";
  const request = { ...wanted, width, theme: isDark ? "dark" : "light", "id-prefix": "f" };
  try {
    const answer = await ask({ ask: "draw", settings: asked, figure: request, ...(isLike ? { like: drawn.layout } : {}) });
    if (mine !== turn) return false;
    drawn = { view: answer.view, layout: answer.layout, width };
    show(answer.svg, state.ids, answer.view === "map");
    fill(part("figure-note"), !answer.found ? say("nothing") : "");
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || mine !== turn) throw error;
    clear();
    fill(part("figure-note"), own(error.both));
    return false;
  }
}

/** Draws the map with a mark elsewhere. @param {string} id @param {number} x millimetres to the right @param {number} y millimetres down */
async function moveMark(id, x, y) {
  const layout = JSON.parse(drawn.layout);
  const place = layout.nodes[id];
  if (!place) return;
  Object.assign(place, { x: place.x + x, y: place.y + y });
  drawn.layout = JSON.stringify(layout);
  turn += 1;
  const mine = turn;
  busy(say("working"));
  const asked = settings(state, currentLanguage());
  try {
    const svg = await draw(asked, mine);
    if (mine === turn) { writeDownloads(asked, svg); focusMark(id); }
  } catch (error) { if (mine === turn) failed(error); }
  if (mine === turn) { document.documentElement.dataset.ready = String(mine); busy(""); }
}

/** @param {object} asked @param {boolean} hasFigure */
function writeDownloads(asked, hasFigure) {
  fill(part("downloads"), downloads({ name: ["collabgraph", state.q, ...state.ids].join("-"), settings: asked, query: state.q === "compare" ? null : query(state), layout: drawn.layout, hasFigure }, failed));
}

function summary() {
  const size = data.hasWorks
    ? say("size", number(data.works), number(data.institutions), number(data.ties))
    : say("sizeTies", number(data.institutions), number(data.ties));
  const period = data.period ? say("period", data.period[0].slice(0, 4), data.period[1].slice(0, 4)) : "";
  part("source").textContent = source();
  const notices = data.notices.map((/** @type {any} */ notice) => make("li", {}, make("span", { class: "beside" }, `${notice.place}: `), own(notice)));
  fill(part("summary"),
    make("span", {}, [size, period].filter(Boolean).join(" · ")),
    make("details", { class: "notices" }, make("summary", {}, notices.length > 0 ? say("notices", number(notices.length)) : say("noticesNone")), make("ul", {}, ...notices)),
    make("button", { type: "button", onclick: () => { data = null; toData(false); writeStart(""); history.pushState(null, "", "#"); state = home(); } }, say("another")));
}

/** What stands out among what the filters leave. @param {object} asked @param {number} mine */
async function findings(asked, mine) {
  const place = part("findings");
  if (state.q !== "overview") { place.hidden = true; return; }
  const answer = await ask({ ask: "findings", settings: asked });
  if (mine !== turn) return;
  place.hidden = answer.findings.length === 0;
  fill(place, make("h2", {}, say("findings")), make("ul", {}, ...answer.findings.slice(0, 3).map((/** @type {any} */ finding) => {
    for (const one of finding.institutions) names.set(one.id, { name: own(one.name), isWork: false });
    const ids = finding.institutions.slice(0, 2).map((/** @type {any} */ one) => one.id);
    return make("li", {}, ids.length > 0 ? make("a", { href: linkOf(ids) }, own(finding.text)) : own(finding.text));
  })));
}

/** Measures with their names. */
function measures() { return MEASURES.map((measure) => [measure, data.measures[measure] ? own(data.measures[measure]) : measure]); }

function questions() {
  const items = LISTED.filter((q) => data.hasWorks || !OF_WORKS.includes(q)).map((q) =>
    make("a", { href: link({ q }), "aria-current": state.q === q && "page" }, say(q)));
  fill(part("questions"), ...items);
  const select = (/** @type {string} */ label, /** @type {string} */ id, /** @type {string[][]} */ options, /** @type {string} */ value, /** @type {(value: string) => void} */ set) =>
    make("label", {}, label, " ", make("select", { id, onchange: (/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value) }, ...options.map(([key, text]) => make("option", { value: key, selected: key === value }, text))));
  const views = [["", say("viewAuto")], ...VIEWS.filter((view) => data.hasWorks || !VIEWS_OF_WORKS.includes(view)).map((view) => [view, say(`view${view[0].toUpperCase()}${view.slice(1)}`)])];
  fill(part("choices"),
    state.q === "overview" ? select(say("view"), "choose-view", views, state.view, (view) => go({ view })) : null,
    isTrend(state) ? select(say("lines"), "choose-group", GROUPS.map((group) => [group, say(group === "" ? "linesAll" : group === "actor" ? "institutions" : group)]), state.group, (group) => go({ group })) : null,
    isMap(state) ? select(say("markSize"), "choose-size", [["", say("usual")], ...measures()], state.size, (size) => go({ size })) : null,
    isMap(state) ? select(say("markColor"), "choose-color", [["", say("usual")], ...COLORS.map((color) => [color, say(`color${color[0].toUpperCase()}${color.slice(1)}`)])], state.color, (color) => go({ color })) : null,
    state.q === "rank" ? select(say("byMeasure"), "choose-measure", measures(), state.by, (by) => go({ by })) : null,
    state.ids.length === 2 ? make("span", { class: "group" }, ...["between", "path", "common"].map((q) => make("a", { class: "button", href: link({ q, ids: state.ids }), "aria-current": state.q === q && "page" }, say(q)))) : null);
  part("second").hidden = state.q !== "who";
}

function crumbs() {
  const last = state.ids.length > 0 ? state.ids.map((id) => names.get(id)?.name ?? id).join(" – ") : state.q === "overview" ? "" : say(state.q);
  const first = state.ids.length === 2 ? [make("a", { href: link({ q: "who", ids: [state.ids[0]] }) }, names.get(state.ids[0])?.name ?? state.ids[0])] : [];
  fill(part("crumbs"), ...(last ? [make("a", { href: link({ q: "overview" }) }, say("overview")), ...first] : []), make("span", { id: "here", "aria-current": "page" }, last || say("overview")));
}

/** Texts that do not depend on the state. */
function writeTexts() {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-say]"))) element.textContent = say(element.dataset.say ?? "");
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label]"))) element.setAttribute("aria-label", say(element.dataset.label ?? ""));
  for (const [id, key] of [["query", "search"], ["query-second", "searchSecond"]]) { part(id).setAttribute("aria-label", say(key)); part(id).setAttribute("placeholder", say(key)); }
  fill(part("languages"), ...[["en", "English"], ["ko", "한국어"]].map(([tag, name]) => make("button", { type: "button", lang: tag, "aria-pressed": String(currentLanguage() === tag), onclick: () => { setLanguage(tag); names.clear(); writeTexts(); if (data) render(); else writeStart(""); } }, name)));
  const theme = part("theme");
  theme.textContent = isDark ? "☀" : "☾";
  theme.setAttribute("aria-label", say(isDark ? "toLight" : "toDark"));
  theme.title = say(isDark ? "toLight" : "toDark");
  fill(part("zoom"), zoomButtons());
  fill(part("foot"), say("madeWith", PROGRAM), isEmbedded && " ", isEmbedded && make("a", { id: "whole", href: location.pathname, target: "_blank", rel: "noopener" }, say("openWhole")));
}

function readAddress() {
  const { state: found, unknown } = parse(location.hash);
  state = found;
  if (unknown.length > 0) announce(say("unreadableLink", unknown.join(", ")));
}

async function boot() {
  const within = filesWithin();
  // A link to a view shows it; without one the page begins with the view that it came with.
  if (within?.state && location.hash.length < 2) history.replaceState(null, "", `#${within.state}`);
  document.documentElement.classList.toggle("is-embedded", isEmbedded);
  setLanguage(new URLSearchParams(location.hash.slice(1)).get("lang") ?? browserLanguage());
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  readAddress();
  writeTexts();
  writeStart("");
  toData(false);
  listen();
  onChoice({
    choose: (id, isSecond) => {
      const first = state.q === "who" ? state.ids[0] : "";
      if (isSecond && first && first !== id) go({ q: "between", ids: [first, id] }); else go({ q: "who", ids: [id] });
    },
    join: (a, b) => go({ q: "between", ids: [a, b] }),
    move: moveMark,
  });
  listenForFiles((files, reading) => open(files, reading, false));
  searchBox("query", "found", (id) => go({ q: "who", ids: [id] }));
  searchBox("query-second", "found-second", (id) => { if (id !== state.ids[0]) go({ q: "between", ids: [state.ids[0], id] }); });
  part("theme").addEventListener("click", () => {
    isDark = !isDark;
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    writeTexts();
    if (data) render();
  });
  part("copy-link").addEventListener("click", copyLink);
  const sheet = part("answer"), toggle = part("sheet");
  toggle.addEventListener("click", () => {
    const isUp = sheet.classList.toggle("is-up");
    toggle.setAttribute("aria-expanded", String(isUp));
    toggle.textContent = say(isUp ? "hideAnswer" : "showAnswer");
  });
  window.addEventListener("hashchange", async () => {
    readAddress();
    if (state.example && !data) await open([], {}, true); else await render();
  });
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; clearTimeout(resizing); resizing = window.setTimeout(() => { if (data) render(); }, 300); } });
  document.documentElement.dataset.ready = "0";
  if (within) await open(within.files, within.reading, state.example); else if (state.example) await open([], {}, true);
}
/** @type {number | undefined} */
let resizing;
if (!QUESTIONS.every((q) => q in WORDS.en || ["who"].includes(q))) throw new Error("a question without a text");
boot();
