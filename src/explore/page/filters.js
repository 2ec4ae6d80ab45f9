// Filters with live counts: each option shows how many works it would leave, given the other filters.
const OPEN = new Set(["sector", "domain"]);
function drawFilters() {
  const section = by("filters");
  const held = document.activeElement?.dataset?.field;
  if (!section.firstChild && matchMedia("(max-width: 60rem)").matches) folded = true;
  const box = make("details", { id: "filter-box", open: !folded, ontoggle: (event) => { folded = !event.target.open; } },
    make("summary", {}, make("h2", { id: "filters-title", text: say("filters") })),
    yearsField(), ...["country", "sector", "domain", "criterion"].map(wordsField), numbersField(), hasWorks() ? choiceField("counting", ["full", "fractional", "strict"]) : null,
    facts.levels.length > 1 ? choiceField("level", facts.levels.map((one) => one.key)) : make("p", { class: "small", text: `${say("level")}: ${say("oneLevel")}` }),
    make("p", {}, make("button", { type: "button", "data-field": "reset", text: say("reset"), onclick: () => set({ ...FRESH(), ...keptBeside() }) })));
  section.replaceChildren(box);
  if (held) section.querySelector(`[data-field="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}
let folded = false;
const keptBeside = () => ({ lang: state.lang, theme: state.theme, view: state.view, pane: state.pane, sel: state.sel, by: state.by });

function perYear(besides) {
  const counts = new Map();
  facts.works.forEach((one, work) => { if (one.year !== null && (besides === "all" || keeps(work, besides))) counts.set(one.year, (counts.get(one.year) ?? 0) + 1); });
  return counts;
}
function yearsField() {
  if (!facts.years) return make("p", {});
  const [first, last] = facts.years, span = last - first + 1, width = 260, height = 56;
  const all = perYear("all"), kept = perYear(null);
  const most = Math.max(...all.values());
  const inside = (year) => year >= (state.from ?? first) && year <= (state.to ?? last);
  const bar = (year, counts, color, opacity) => { const high = ((counts.get(year) ?? 0) / most) * (height - 2); return svg("rect", { x: ((year - first) * width) / span, y: height - high, width: Math.max(0.6, width / span - (span > 40 ? 0.4 : 1.5)), height: high, fill: color, opacity }); };
  const years = Array.from({ length: span }, (_, at) => first + at);
  const chart = svg("svg", { id: "years-chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": say("yearsChart"), preserveAspectRatio: "none" },
    svg("rect", { x: ((Math.max(first, state.from ?? first) - first) * width) / span, y: 0, width: Math.max(0, ((Math.min(last, state.to ?? last) - Math.max(first, state.from ?? first) + 1) * width) / span), height, fill: tone("focus"), opacity: 0.12 }),
    ...years.map((year) => bar(year, all, tone("edge"), inside(year) ? 0.55 : 0.3)), ...years.map((year) => bar(year, kept, ink(facts.theme.clusters[0]), 1)));
  brush(chart, first, span);
  const slider = (key, value, label) => make("label", {}, make("span", {}, label, " ", make("span", { class: "count", text: value })),
    make("input", { type: "range", "data-field": key, min: first, max: last, value, "aria-valuetext": String(value), oninput: (event) => {
      const year = Number(event.target.value);
      const other = key === "from" ? Math.max(year, state.to ?? last) : Math.min(year, state.from ?? first);
      setYears(key === "from" ? year : other, key === "from" ? other : year);
    } }));
  const rows = years.filter((year) => all.get(year)).map((year) => [year, kept.get(year) ?? 0, all.get(year)]);
  const undated = facts.works.map((_, work) => work).filter((work) => facts.works[work].year === null);
  if (undated.length) rows.push([say("undated"), undated.filter((work) => keeps(work)).length, undated.length]);
  return make("fieldset", {}, make("legend", { text: say("years") }), chart,
    undated.length ? make("p", { class: "small", text: say("yearsUndated", counted("Work", undated.length)) }) : null, slider("from", state.from ?? first, say("from")), slider("to", state.to ?? last, say("to")),
    make("details", {}, make("summary", { text: say("yearsTable") }), table([say("year"), say("kept"), say("all")], rows, say("yearsTable"))));
}
function setYears(from, to) {
  const [first, last] = facts.years;
  const all = from <= first && to >= last;
  set({ from: all ? null : from, to: all ? null : to });
}
function brush(chart, first, span) {
  const yearAt = (event) => { const box = chart.getBoundingClientRect(); return first + Math.min(span - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * span))); };
  chart.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const start = yearAt(event);
    let end = start;
    // The chart is redrawn during a drag, so the window listens for it.
    const move = (next) => {
      const now = by("years-chart"), box = now.getBoundingClientRect();
      end = first + Math.min(span - 1, Math.max(0, Math.floor(((next.clientX - box.left) / box.width) * span)));
      setYears(Math.min(start, end), Math.max(start, end));
    };
    const done = () => { removeEventListener("pointermove", move); removeEventListener("pointerup", done); if (end === start) setYears(start, start); };
    addEventListener("pointermove", move);
    addEventListener("pointerup", done);
  });
}
function wordsField(list) {
  const counts = new Array(WIDTH[list]()).fill(0);
  facts.works.forEach((one, work) => {
    if (!keeps(work, list)) return;
    const own = list === "domain" ? one.f : list === "criterion" ? one.c : list === "country" ? one.kc : one.ks;
    own.forEach((index) => { counts[index] += 1; });
  });
  const label = (index) => ({ country: countryName, sector: sectorName, domain: domainName, criterion: criterionName })[list](index);
  const order = counts.map((_, at) => at).filter((at) => counts[at] > 0 || chosen[list].has(at));
  order.sort((a, b) => counts[b] - counts[a] || a - b);
  if (!order.length) return make("p", { hidden: true });
  const box = (index) => make("label", {}, make("input", { type: "checkbox", "data-field": `${list}-${index}`, checked: chosen[list].has(index), onchange: (event) => {
    const words = state[list].filter((word) => word !== KEYS[list](index));
    set({ [list]: event.target.checked ? [...words, KEYS[list](index)] : words });
  } }), " ", make("span", { dir: "auto", text: label(index) }), make("span", { class: "count", text: ` ${number(counts[index])}` }));
  return make("details", { class: "facet", open: OPEN.has(list) || chosen[list].size > 0, ontoggle: (event) => { if (event.target.open) OPEN.add(list); else OPEN.delete(list); } },
    make("summary", { text: say(list) + (chosen[list].size ? ` (${chosen[list].size})` : "") }),
    make("fieldset", {}, make("legend", { class: "unseen", text: say(list) }), make("div", { class: "boxes", tabindex: order.length > 8 ? 0 : null, role: order.length > 8 ? "group" : null, "aria-label": order.length > 8 ? say(list) : null }, order.map(box))));
}
function numbersField() {
  const field = (key, least) => make("label", {}, make("span", { text: say(key) }), make("input", { type: "number", "data-field": key, min: least, step: least || key === "team" ? 1 : "any", value: state[key], onchange: (event) => { const typed = Number(event.target.value); set({ [key]: Math.max(least, (least || key === "team" ? Math.round(typed) : typed) || least) }); } }));
  return make("div", { class: "numbers" }, ...(hasWorks() ? [field("least", 1), field("team", 0)] : [field("least", 0)]));
}
function choiceField(key, values) {
  return make("fieldset", {}, make("legend", { text: say(key) }), values.map((value) => make("label", {}, make("input", { type: "radio", name: key, "data-field": `${key}-${value}`, value, checked: state[key] === value, onchange: () => changeChoice(key, value) }), " ", say(value))));
}
function changeChoice(key, value) {
  if (key !== "level") { set({ [key]: value }); return; }
  const next = facts.levels.find((one) => one.key === value);
  set({ level: value, sel: state.sel.filter((one) => one.startsWith("w:") || next.keyOf.has(one)) });
}

// All ties of which some are shown, with the larger of the page's two team-size caps.
function allTies() {
  const isLooser = facts.maxTeam !== 0 && (state.team === 0 || state.team > facts.maxTeam);
  return isLooser ? build(true, state.team).ties.length : fullNetwork.ties.length;
}

// Sentences about what is shown and what is excluded.
function tellLeft() {
  const institutions = [number(net.institutions), number(fullNetwork.institutions)], ties = [number(net.ties.length), number(allTies())];
  const parts = [facts.works.length ? say("shown", number(net.works), number(facts.works.length), ...institutions, ...ties) : say("shownTies", ...institutions, ...ties)];
  const out = facts.works.length - net.works, outs = [];
  if (out) {
    const open = [net.undated ? say("outUndated", number(net.undated)) : "", net.unplaced ? say("outUnplaced", number(net.unplaced)) : ""].filter(Boolean);
    outs.push(say("outWorks", counted("Work", out)) + (open.length ? ` (${open.join("; ")})` : ""));
  }
  if (net.over.length) outs.push(say("outTeams", counted("Work", net.over.length), state.team));
  if (net.unstated) outs.push(say(asksForWorks() ? "outStated" : "outWorks", counted("Tie", net.unstated)) + (net.unplacedTies ? ` (${say("outUnplacedTies", number(net.unplacedTies))})` : ""));
  if (net.cut) outs.push(say("outLeast", counted("Tie", net.cut), state.least));
  parts.push(outs.length ? `${outs[0][0].toUpperCase()}${outs.join("; ").slice(1)}.` : say(facts.notes.length ? "nothingMoreOut" : "nothingOut"));
  if (hasWorks()) parts.push(say("countingSaid", say(state.counting)));
  if (level.stated.length) parts.push(say("weightsGiven"));
  by("left").textContent = parts.join(" ");
}
