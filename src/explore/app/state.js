// What is shown, as the fragment of the address: every state is a link.

/**
 * @typedef {object} State
 * @property {string} q the question
 * @property {string[]} ids institutions or works that it is about
 * @property {string} by a measure
 * @property {string} group what the lines of a trend are; empty: all works as one
 * @property {string} view a view of the overview; empty: the suggested one
 * @property {string} size measure that the size of a map's marks stands for; empty: the usual one
 * @property {string} color what their colour tells; empty: the usual one
 * @property {Filters} filters
 * @property {boolean} example whether the data are the example
 */
/**
 * @typedef {object} Filters
 * @property {string} since
 * @property {string} until
 * @property {string[]} country
 * @property {string[]} sector
 * @property {string[]} criterion
 * @property {string[]} domain
 * @property {string} counting
 * @property {string} level
 * @property {string} least
 */

export const QUESTIONS = ["overview", "strongest", "rank", "indicators", "timeline", "trend", "institutions", "works", "clusters", "components", "never", "predict", "brokers", "counting", "names", "statistics", "compare", "who", "between", "path", "common"];
export const MEASURES = ["strength", "works", "degree", "betweenness", "closeness", "eigenvector", "pagerank", "constraint", "clustering", "core", "harmonic", "katz", "hits", "effective-size", "efficiency", "eccentricity", "two-mode-degree", "two-mode-betweenness"];
export const VIEWS = ["map", "geo", "bipartite", "timeline", "lanes", "trend", "matrix", "arc"];
/** What the colour of the marks of a map tells. */
export const COLORS = ["kind", "cluster", "country", "year"];
/** Views of works: ties alone have none. */
export const VIEWS_OF_WORKS = ["bipartite", "timeline", "lanes", "trend"];
/** What the lines of a trend are. */
export const GROUPS = ["", "country", "sector", "domain", "actor"];
/** What actors are; `recorded` are institutions. */
export const LEVELS = ["recorded", "group", "country", "region", "sector", "domain", "author"];
const NEEDED = /** @type {Record<string, number>} */ ({ who: 1, between: 2, path: 2, common: 2 });
const LISTS = /** @type {const} */ (["country", "sector", "criterion", "domain"]);
const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** @returns {Filters} */
export function noFilters() {
  return { since: "", until: "", country: [], sector: [], criterion: [], domain: [], counting: "full", level: "recorded", least: "" };
}

/** @returns {State} */
export function home() {
  return { q: "overview", ids: [], by: "strength", group: "", view: "", size: "", color: "", filters: noFilters(), example: false };
}

/** @param {Filters} filters */
export function filterCount(filters) {
  const singles = [filters.since, filters.until, filters.least].filter((value) => value !== "").length;
  const changed = Number(filters.counting !== "full") + Number(filters.level !== "recorded");
  return singles + changed + LISTS.reduce((sum, key) => sum + filters[key].length, 0);
}

/**
 * Reads a fragment. What is not known is left out and named.
 * @param {string} fragment
 * @returns {{state: State, unknown: string[]}}
 */
export function parse(fragment) {
  const state = home();
  /** @type {string[]} */
  const unknown = [];
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const among = (/** @type {string[]} */ known) => known.includes(value) ? true : (unknown.push(`${key}=${value}`), false);
    if (key === "q") { if (among(QUESTIONS)) state.q = value; }
    else if (key === "id") state.ids.push(value);
    else if (key === "by") { if (among(MEASURES)) state.by = value; }
    else if (key === "group") { if (among(GROUPS)) state.group = value; }
    else if (key === "view") { if (among(VIEWS)) state.view = value; }
    else if (key === "size") { if (among(MEASURES)) state.size = value; }
    else if (key === "color") { if (among(COLORS)) state.color = value; }
    else if (key === "example") state.example = true;
    else if (key === "since" || key === "until") { if (DATE.test(value)) state.filters[key] = value; else unknown.push(`${key}=${value}`); }
    else if (key === "counting") { if (among(["full", "fractional", "strict"])) state.filters.counting = value; }
    else if (key === "level") { if (among(LEVELS)) state.filters.level = value; }
    else if (key === "least") { if (Number(value) > 0) state.filters.least = value; else unknown.push(`${key}=${value}`); }
    else if (LISTS.some((list) => list === key)) state.filters[/** @type {typeof LISTS[number]} */ (key)].push(value);
    else if (key !== "lang" && key !== "theme") unknown.push(key);
  }
  const needed = NEEDED[state.q] ?? 0;
  if (state.ids.length < needed) { unknown.push(`q=${state.q}`); state.q = "overview"; state.ids = []; }
  if (needed === 0) state.ids = [];
  return { state, unknown };
}

/**
 * The fragment of a state, the shortest that gives it back.
 * @param {State} state
 */
export function format(state) {
  const query = new URLSearchParams();
  if (state.example) query.append("example", "1");
  if (state.q !== "overview") query.append("q", state.q);
  for (const id of state.ids) query.append("id", id);
  if (state.q === "rank" && state.by !== "strength") query.append("by", state.by);
  if (isTrend(state) && state.group) query.append("group", state.group);
  if (state.q === "overview" && state.view) query.append("view", state.view);
  if (isMap(state)) for (const key of /** @type {const} */ (["size", "color"])) if (state[key]) query.append(key, state[key]);
  const { filters } = state;
  for (const key of /** @type {const} */ (["since", "until", "least"])) if (filters[key]) query.append(key, filters[key]);
  if (filters.counting !== "full") query.append("counting", filters.counting);
  if (filters.level !== "recorded") query.append("level", filters.level);
  for (const key of LISTS) for (const value of filters[key]) query.append(key, value);
  const text = query.toString();
  return text ? `#${text}` : "#";
}

/**
 * Settings of the engine.
 * @param {State} state
 * @param {string} lang
 */
export function settings({ filters }, lang) {
  /** @type {Record<string, unknown>} */
  const found = { lang, counting: filters.counting, level: filters.level };
  for (const key of /** @type {const} */ (["since", "until"])) if (filters[key]) found[key] = filters[key];
  for (const key of LISTS) if (filters[key].length > 0) found[key] = filters[key];
  return found;
}

/** Whether a map is shown, whose marks can be sized and coloured. @param {Pick<State, "q" | "view">} state */
export function isMap({ q, view }) {
  return q === "strongest" || q === "clusters" || q === "overview" && view === "map";
}

/** Whether a trend is shown. @param {Pick<State, "q" | "view">} state */
export function isTrend({ q, view }) {
  return q === "trend" || q === "overview" && view === "trend";
}

/**
 * The query of the engine.
 * @param {State} state
 * @returns {Record<string, unknown>}
 */
export function query({ q, ids, by, group }) {
  const names = ids.map((id) => `id:${id}`);
  switch (q) {
    case "who": return { question: q, name: names[0] };
    case "between": case "path": return { question: q, a: names[0], b: names[1] };
    case "common": return { question: q, names };
    case "rank": return { question: q, by };
    case "trend": return { question: q, ...(group ? { by: group } : {}) };
    case "strongest": case "never": case "counting": return { question: q, top: 0 };
    default: return { question: q };
  }
}

/**
 * The figure of a state; null where the question has none.
 * @param {State} state
 * @returns {Record<string, unknown> | null}
 */
export function figure({ q, ids, view, group, size, color, filters }) {
  const lenses = { ...(size ? { "size-by": size } : {}), ...(color ? { "color-by": color } : {}) };
  const trend = { view: "trend", ...(group ? { by: group } : {}) };
  const names = ids.map((id) => `id:${id}`);
  switch (q) {
    case "trend": return trend;
    case "overview": if (view === "trend") return trend; return { ...(view ? { view } : {}), ...(view === "map" ? lenses : {}), ...(filters.least && view !== "timeline" ? { "min-weight": Number(filters.least) } : {}) };
    case "who": return { view: "ego", names: [names[0]] };
    case "between": case "path": return { view: "path", names };
    case "timeline": return { view: "timeline" };
    case "strongest": case "clusters": return { view: "map", ...lenses };
    default: return null;
  }
}
