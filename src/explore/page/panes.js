// Tables below the figure: works, rankings, ties, clusters, the matrix; each can be exported as CSV.
const PANES = ["works", "ranks", "ties", "clusters", "matrix"];
const PAGE = 100;
let narrowed = "";
let rowsShown = PAGE;
const order = {};
let current = null;

// A table; cells may be elements. Numbers are right-aligned.
function table(heads, rows, caption, sort) {
  const right = (at) => rows.length > 0 && rows.every((row) => typeof row[at] === "number");
  const head = heads.map((text, at) => {
    if (!sort) return make("th", { scope: "col", class: right(at) ? "number" : null, text });
    const mine = sort.at === at;
    return make("th", { scope: "col", class: right(at) ? "number" : null, "aria-sort": mine ? (sort.down ? "descending" : "ascending") : null },
      make("button", { type: "button", class: "sort", "data-field": `sort-${at}`, onclick: () => sort.by(at) }, text, make("span", { "aria-hidden": "true", text: mine ? (sort.down ? " ↓" : " ↑") : "" })));
  });
  const cell = (value, at) => make("td", { class: typeof value === "number" ? "number" : /^\d{4}(-\d\d){0,2}$/.test(value) ? "date" : null, dir: "auto" }, value instanceof Node ? value : Array.isArray(value) ? make("span", {}, joined(value)) : typeof value === "number" ? plain(value) : value ?? "");
  return make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": caption }, make("table", {}, make("caption", { text: caption }), make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows.map((row) => make("tr", {}, row.map(cell))))));
}

// Rows of a pane: values for sorting and CSV, and cells for the page.
function paneOf(pane) {
  const ids = level.institutions.map((_, at) => at).filter((at) => net.here[at]);
  if (pane === "works") return {
    heads: ["date", "work", "institutions", "criteria", "domains", "paper"].map((key) => say(key)),
    rows: facts.works.map((one, work) => work).filter((work) => net.kept[work]).map((work) => {
      const one = facts.works[work], members = level.members[work];
      const words = () => [one.d ?? "", one.n, members.map(nameOf).join("; "), one.c.map(criterionName).join("; "), one.f.map(domainName).join("; "), one.l.find(webAddress) ?? ""];
      return { work, get text() { return words(); }, cells: () => [one.d ?? "", workLink(work), members.map(institutionLink), words()[3], words()[4], paperLink(work) ?? ""] };
    }),
  };
  if (pane === "ranks") {
    const keys = withWorks(["works", "coMade", "partners", "strength", "betweenness"]).filter((key) => key !== "betweenness" || state.by === key || ids.length <= 400);
    const lead = MEASURES[state.by];
    const scored = ids.map((id) => [id, Math.round(lead(id) * 1e9) / 1e9]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    let rank = 0;
    return { heads: ["rank", "institution", ...keys].map((key) => say(key)), fixed: true, rows: scored.map(([id, score], at) => {
      if (at === 0 || score < scored[at - 1][1]) rank = at + 1;
      const numbers = keys.map((key) => Math.round(MEASURES[key](id) * 1e4) / 1e4);
      return { text: [rank, nameOf(id), ...numbers], cells: ((place) => () => [place, institutionLink(id), ...numbers])(rank) };
    }) };
  }
  if (pane === "ties") return {
    heads: withWorks(["institution", "other", "jointCount", "weightOf", "works"]).map((key) => say(key)),
    rows: net.ties.slice().sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b).map((tie) => {
      const ends = [tie.a, tie.b], weight = Math.round(tie.weight * 1e4) / 1e4;
      const open = (value) => make("span", { class: "number" }, link(plain(value), () => choosePair(...ends), say("openTie", ...ends.map(nameOf))));
      const of = (end, value, works) => (hasWorks() ? [...ends.map(end), value(tie.works.length), weight, works()] : [...ends.map(end), value(weight)]);
      return { tie, text: of(nameOf, (value) => value, () => tie.works.map(workName).join("; ")), cells: () => of(institutionLink, open, () => tie.works.map(workLink)) };
    }),
  };
  if (pane === "clusters") {
    const groups = new Map();
    ids.forEach((id) => { const cluster = level.clusters[id]; groups.set(cluster, [...(groups.get(cluster) ?? []), id]); });
    const within = new Map();
    for (const tie of net.ties) if (level.clusters[tie.a] === level.clusters[tie.b]) within.set(level.clusters[tie.a], (within.get(level.clusters[tie.a]) ?? 0) + 1);
    return { note: say(level.ofMap ? "clusterNote" : "clusterNoteOwn"), heads: withWorks(["cluster", "institutions", "works", "within", "members"]).map((key) => say(key)), rows: [...groups].filter(([, members]) => members.length > 1).sort((x, y) => x[0] - y[0]).map(([cluster, members]) => {
      const works = new Set(members.flatMap((id) => net.worksOf[id])).size;
      const sorted = members.slice().sort((x, y) => strengthOf(y) - strengthOf(x) || x - y);
      const counts = [cluster + 1, members.length, ...(hasWorks() ? [works] : []), within.get(cluster) ?? 0];
      return { text: [...counts, sorted.map(nameOf).join("; ")], cells: () => [...counts, sorted.map(institutionLink)] };
    }) };
  }
  const tied = ids.filter((id) => net.near[id].size).sort((x, y) => strengthOf(y) - strengthOf(x) || x - y);
  const few = tied.slice(0, 30);
  return {
    note: tied.length > few.length ? say(facts.works.length ? "matrixNote" : "matrixWeightsNote", few.length, tied.length) : say(facts.works.length ? "matrixAll" : "matrixWeightsAll", few.length), fixed: true, matrix: few,
    heads: ["", ...few.map(nameOf)], rows: few.map((a) => ({ text: [nameOf(a), ...few.map((b) => (a === b ? "" : matrixValue(a, b)))] })),
  };
}

function drawPanes() {
  const section = by("panes");
  const held = document.activeElement?.dataset?.field, keepNarrow = document.activeElement?.id === "narrow" ? document.activeElement.selectionStart : null;
  const inTabs = document.activeElement?.getAttribute?.("role") === "tab" && section.contains(document.activeElement);
  const list = make("div", { id: "pane-tabs" });
  current = paneOf(state.pane);
  const body = make("div", { id: "pane", role: "tabpanel", "aria-labelledby": `pane-${state.pane}` });
  section.replaceChildren(make("h2", { id: "panes-title", class: "unseen", text: say("panes") }), list, body);
  tabs(list, withWorks(PANES).map((pane) => [pane, say(pane), `pane-${pane}`, "pane"]), state.pane, say("panes"), (pane) => { narrowed = ""; rowsShown = PAGE; set({ pane }); by(`pane-${pane}`)?.focus(); });
  fillPane(body);
  if (inTabs) by(`pane-${state.pane}`).focus({ preventScroll: true });
  if (keepNarrow !== null) { by("narrow")?.focus({ preventScroll: true }); by("narrow")?.setSelectionRange(keepNarrow, keepNarrow); }
  else if (held) section.querySelector(`[data-field="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}
function shownRows() {
  const wanted = fold(narrowed);
  let rows = current.rows;
  if (wanted && !current.matrix) rows = rows.filter((row) => fold(row.text.join(" ")).includes(wanted));
  const sort = order[state.pane];
  if (sort && !current.fixed) {
    const compare = (x, y) => (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), language));
    const keyed = rows.map((row) => [row.text[sort.at], row]);
    rows = keyed.sort((x, y) => compare(x[0], y[0]) * (sort.down ? -1 : 1)).map(([, row]) => row);
  }
  return rows;
}
function fillPane(body) {
  const tools = [];
  if (state.pane === "ranks") tools.push(make("label", {}, say("by"), " ", make("select", { "data-field": "by", onchange: (event) => set({ by: event.target.value }) }, CHOICES.by.map((key) => make("option", { value: key, selected: key === state.by, text: say(key) })))));
  if (!current.matrix) tools.push(make("label", {}, say("narrow"), " ", make("input", { id: "narrow", type: "search", value: narrowed, oninput: (event) => { narrowed = event.target.value; rowsShown = PAGE; refill(); } })));
  tools.push(make("button", { type: "button", text: say("csv"), onclick: downloadCsv }));
  const rows = make("div", { id: "pane-rows" });
  body.replaceChildren(make("div", { class: "bar" }, tools), current.note ? make("p", { class: "small", text: current.note }) : "", rows);
  refill(rows);
}
function refill(place = by("pane-rows")) {
  if (current.matrix) { place.replaceChildren(matrixTable(current.matrix)); return; }
  const rows = shownRows();
  const sort = { ...(order[state.pane] ?? { at: -1 }), by: (at) => { const now = order[state.pane]; order[state.pane] = { at, down: now?.at === at ? !now.down : false }; refill(); by("pane-rows").querySelector(`[data-field="sort-${at}"]`)?.focus(); } };
  const caption = `${say(state.pane)}: ${say("rows", Math.min(rows.length, rowsShown), rows.length)}`;
  place.replaceChildren(table(current.heads, rows.slice(0, rowsShown).map((row) => row.cells()), caption, current.fixed ? null : sort));
  if (rows.length > rowsShown) place.append(make("p", {}, make("button", { type: "button", text: say("more", Math.min(500, rows.length - rowsShown)), onclick: () => { rowsShown += 500; refill(); } })));
}
// Joint works of a pair; in data without works the weight of its tie.
function matrixValue(a, b) {
  const tie = tieOf(a, b);
  return facts.works.length ? tie?.works.length ?? 0 : Number(plain(tie?.weight ?? 0));
}
function matrixTable(few) {
  const most = Math.max(facts.works.length ? 1 : Number.MIN_VALUE, ...few.flatMap((a) => few.map((b) => (a === b ? 0 : matrixValue(a, b)))));
  const cell = (a, b) => {
    const tie = a === b ? null : tieOf(a, b);
    if (!tie) return make("td", { class: a === b ? "self" : "none" }, make("span", { class: "unseen", text: a === b ? "–" : "0" }));
    return make("td", { class: `full step-${Math.max(1, Math.ceil((matrixValue(a, b) / most) * 5))}` }, link(String(matrixValue(a, b) || "·"), () => choosePair(a, b), `${say("openTie", nameOf(a), nameOf(b))}: ${tieNumbers(tie)}`));
  };
  return make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": say("matrix") }, make("table", { class: "matrix" }, make("caption", { text: say("matrix") }),
    make("thead", {}, make("tr", {}, make("td", {}), few.map((one) => make("th", { scope: "col", dir: "auto" }, make("span", { text: nameOf(one), title: nameOf(one) }))))),
    make("tbody", {}, few.map((a) => make("tr", {}, make("th", { scope: "row", dir: "auto", text: nameOf(a) }), few.map((b) => cell(a, b)))))));
}

// Table behind the figure: complete on the page; in print the selection or the nodes of the figure, limited to a few
// sheets.
const MAX_ROWS = 500, MAX_PRINTED = 60;
let onPaper = false;
function drawFigureTable() {
  const holder = by("figure-table"), byWork = view() === "two";
  const heads = byWork ? ["date", "work", "institutions"] : withWorks(["institution", "other", "jointCount", "weightOf", "works"]);
  const fill = () => {
    const pane = paneOf(byWork ? "works" : "ties");
    const wanted = onPaper ? pane.rows.filter(printed()) : pane.rows;
    const rows = wanted.slice(0, onPaper ? MAX_PRINTED : MAX_ROWS).map((row) => row.text.slice(0, heads.length));
    const rest = onPaper && rows.length < pane.rows.length ? `. ${say("restOfTable")}` : "";
    holder.replaceChildren(make("summary", { text: say("figureTable") }), table(heads.map((key) => say(key)), rows, `${say("figureTable")}: ${say("rows", rows.length, pane.rows.length)}${rest}`));
  };
  holder.ontoggle = () => { if (holder.open) fill(); };
  if (holder.open) fill();
  else holder.replaceChildren(make("summary", { text: say("figureTable") }));
}
function printed() {
  const highlight = highlighted();
  if (highlight.any) return (row) => (row.tie ? highlight.pairs.has(highlight.pair(row.tie.a, row.tie.b)) : highlight.works.has(row.work));
  if (view() === "all") return () => true;
  const marks = items(rawScene()), nodes = new Set(marks.filter((item) => item.kind === "node").map((item) => item.node));
  const works = new Set(marks.filter((item) => item.kind === "work").flatMap((item) => item.works));
  return (row) => (row.tie ? nodes.has(row.tie.a) && nodes.has(row.tie.b) : works.has(row.work));
}
