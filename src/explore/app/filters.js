// Filters: what the works that count have in common.
import { fill, make } from "./dom.js";
import { LEVELS, filterCount, noFilters } from "./state.js";
import { number, own, say } from "./words.js";

/** @typedef {{key: string, en: string, ko: string, works: number}} Value */
/** @typedef {{countries: Value[], sectors: Value[], criteria: Value[], domains: Value[], years: [number, number][]}} Facets */
/** @typedef {import("./state.js").Filters} Filters */

/** Values of a facet that are shown at first. */
const FIRST = 8;

/**
 * Writes the filters.
 * @param {HTMLElement} place
 * @param {Facets} facets
 * @param {Filters} filters
 * @param {boolean} hasWorks
 * @param {(filters: Filters) => void} change
 */
export function writeFilters(place, facets, filters, hasWorks, change) {
  const count = filterCount(filters);
  const wasOpen = place.querySelector("details")?.open ?? window.matchMedia("(min-width: 75rem)").matches;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.id ?? "";
  const set = (/** @type {Partial<Filters>} */ changed) => change({ ...filters, ...changed });
  fill(place, make("details", { open: wasOpen },
    make("summary", {}, make("h2", { id: "filters-title" }, count === 0 ? say("filters") : say("filtersOn", count))),
    count > 0 && make("button", { type: "button", onclick: () => change(noFilters()) }, say("reset")),
    hasWorks && years(facets.years, filters, set),
    hasWorks && make("div", { class: "pair" }, dateField("since", say("from"), filters.since, set), dateField("until", say("to"), filters.until, set)),
    facet("country", say("country"), facets.countries, filters, set),
    facet("sector", say("sector"), facets.sectors, filters, set),
    facet("domain", say("domain"), facets.domains, filters, set),
    facet("criterion", say("criterion"), facets.criteria, filters, set),
    choice("counting", say("weights"), [["full", say("full")], ["fractional", say("fractional")], ["strict", say("strict")]], filters.counting, (counting) => set({ counting })),
    choice("level", say("level"), LEVELS.map((level) => [level, say(level === "recorded" || level === "group" ? level : `level${level[0].toUpperCase()}${level.slice(1)}`)]), filters.level, (level) => set({ level })),
    make("label", {}, say("minWeight"), make("input", { id: "filter-least", type: "number", min: "0", step: "any", value: filters.least, onchange: (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      set({ least: Number(value) > 0 ? value : "" });
    } }))));
  if (focused.startsWith("filter-")) document.getElementById(focused)?.focus();
}

/** @param {[number, number][]} years @param {Filters} filters @param {(changed: Partial<Filters>) => void} set */
function years(years, filters, set) {
  if (years.length < 2) return null;
  const most = Math.max(...years.map(([, works]) => works));
  // Years in which the data begin to matter: those before hold less than one work in a hundred.
  const all = years.reduce((sum, [, works]) => sum + works, 0);
  let before = 0;
  const from = years.findIndex(([, works]) => (before += works) > all / 100);
  const shown = years.slice(Math.max(0, from));
  const bars = shown.map(([year, works]) => {
    const isOn = (filters.since === "" || Number(filters.since.slice(0, 4)) <= year) && (filters.until === "" || Number(filters.until.slice(0, 4)) >= year);
    const bar = make("span", { class: "bar" });
    bar.style.height = `${Math.max(4, Math.round((works / most) * 100))}%`;
    const label = say("yearWorks", year, number(works));
    return make("button", { type: "button", class: isOn ? "on" : "off", title: label, "aria-label": label, onclick: () => set({ since: String(year), until: String(year) }) }, bar);
  });
  return make("div", {}, make("div", { class: "years", role: "group", "aria-label": say("perYear") }, ...bars),
    make("p", { class: "ends beside" }, make("span", {}, String(shown[0][0])), make("span", {}, String(shown[shown.length - 1][0]))));
}

/** @param {"since" | "until"} key @param {string} label @param {string} value @param {(changed: Partial<Filters>) => void} set */
function dateField(key, label, value, set) {
  const id = `filter-${key}`;
  return make("label", {}, label, make("input", { id, type: "text", inputmode: "numeric", value, placeholder: "YYYY", title: say("fromHelp"), pattern: "\\d{4}(-\\d{2}){0,2}", onchange: (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.checkValidity()) set({ [key]: input.value.trim() });
  } }));
}

/** @param {"country" | "sector" | "domain" | "criterion"} key @param {string} label @param {Value[]} values @param {Filters} filters @param {(changed: Partial<Filters>) => void} set */
function facet(key, label, values, filters, set) {
  if (values.length === 0) return null;
  const chosen = filters[key];
  const box = (/** @type {Value} */ value, /** @type {number} */ at) => make("label", { class: "box", title: own(value) },
    make("input", { id: `filter-${key}-${at}`, type: "checkbox", checked: chosen.includes(value.key), onchange: (/** @type {Event} */ event) => {
      const isOn = /** @type {HTMLInputElement} */ (event.target).checked;
      set({ [key]: isOn ? [...chosen, value.key] : chosen.filter((one) => one !== value.key) });
    } }), make("span", {}, own(value)), make("span", { class: "beside" }, number(value.works)));
  const first = values.filter((value, at) => at < FIRST || chosen.includes(value.key));
  const list = make("div", {}, ...first.map((value) => box(value, values.indexOf(value))));
  const more = values.length > first.length && make("button", { type: "button", class: "link", onclick: () => fill(list, ...values.map(box)) }, say("tableRows", number(values.length)));
  return make("fieldset", {}, make("legend", {}, label), list, more);
}

/** @param {string} key @param {string} label @param {string[][]} options @param {string} value @param {(value: string) => void} set */
function choice(key, label, options, value, set) {
  return make("label", {}, label, make("select", { id: `filter-${key}`, onchange: (/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value) },
    ...options.map(([option, text]) => make("option", { value: option, selected: option === value }, text))));
}
