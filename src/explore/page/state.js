// State of the page, and its form in the URL fragment: `#view=map&sel=kaist&country=KR,US`.
const FRESH = () => ({
  view: "map", sel: [], from: null, to: null, country: [], sector: [], domain: [], criterion: [],
  least: leastOfAll(), team: facts.maxTeam, counting: facts.counting, level: facts.levels[0].key,
  pane: hasWorks() ? "works" : "ties", by: "strength", lang: language, theme: null,
});
let state = null;
let picking = false;
const LISTS = ["sel", "country", "sector", "domain", "criterion"];
const NUMBERS = ["from", "to", "least", "team"];
const CHOICES = {
  view: ["map", "two", "all"], counting: ["full", "fractional", "strict"],
  pane: ["works", "ranks", "ties", "clusters", "matrix"], by: ["works", "coMade", "partners", "strength", "betweenness"],
  lang: ["en", "ko"], theme: ["light", "dark"],
};
// Filters by terms: name in the URL ↔ index in the data.
const KEYS = {
  country: (index) => facts.countries[index][0],
  sector: (index) => facts.sectors[index][0],
  domain: (index) => facts.domains[index],
  criterion: (index) => facts.criteria[index],
};
const WIDTH = { country: () => facts.countries.length, sector: () => facts.sectors.length, domain: () => facts.domains.length, criterion: () => facts.criteria.length };

function written() {
  const usual = FRESH();
  const parts = [];
  for (const [key, value] of Object.entries(state)) {
    if (key === "lang") { parts.push(`lang=${value}`); continue; }
    const encoded = Array.isArray(value) ? value.map(encodeURIComponent).join(",") : value === null ? "" : encodeURIComponent(value);
    const before = Array.isArray(usual[key]) ? "" : usual[key] === null ? "" : encodeURIComponent(usual[key]);
    if (encoded !== before) parts.push(`${key}=${encoded}`);
  }
  return parts.join("&");
}

// Parses a URL fragment; unknown parameters are ignored and reported.
function parse(fragment) {
  const fresh = FRESH();
  const unknown = [];
  for (const part of fragment.replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at < 0) continue;
    const key = part.slice(0, at), value = part.slice(at + 1);
    const decode = (text) => { try { return decodeURIComponent(text); } catch { return ""; } };
    if (LISTS.includes(key)) {
      const list = value.split(",").filter(Boolean).map(decode);
      if (key === "sel") fresh.sel = [...new Set(list)].slice(0, 2);
      else fresh[key] = list.filter((word) => { const known = indexOf(key, word) >= 0; if (!known) unknown.push(word); return known; });
    } else if (NUMBERS.includes(key)) {
      const read = Number(value);
      if (value !== "" && Number.isFinite(read)) fresh[key] = Math.max(0, key === "least" && !hasWorks() ? read : Math.round(read));
    } else if (key === "level") {
      if (facts.levels.some((one) => one.key === value)) fresh.level = value;
    } else if (CHOICES[key]?.includes(value) && (key === "by" || withWorks([value]).length)) fresh[key] = value;
  }
  fresh.least = Math.max(leastOfAll(), fresh.least);
  if (fresh.from !== null && fresh.to !== null && fresh.from > fresh.to) [fresh.from, fresh.to] = [fresh.to, fresh.from];
  const keys = facts.levels.find((one) => one.key === fresh.level).keyOf;
  const known = (key) => (key.startsWith("w:") ? facts.workOf.has(key.slice(2)) : keys.has(key));
  unknown.push(...fresh.sel.filter((key) => !known(key)));
  fresh.sel = fresh.sel.filter(known);
  if (fresh.sel.some((key) => key.startsWith("w:"))) fresh.sel = fresh.sel.slice(0, 1);
  return { fresh, unknown };
}
function indexOf(list, word) {
  for (let index = 0; index < WIDTH[list](); index += 1) if (KEYS[list](index) === word) return index;
  return -1;
}
const selected = () => state.sel.filter((key) => !key.startsWith("w:")).map((key) => level.keyOf.get(key)).filter((index) => index !== undefined);
const selectedWork = () => (state.sel[0]?.startsWith("w:") ? facts.workOf.get(state.sel[0].slice(2)) : undefined);
