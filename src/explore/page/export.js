// Export of the current view: the figure as embeddable SVG, tables as CSV, the data as JSON, and a link.
function save(name, kind, text) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const anchor = make("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
const sourceLine = () => say("source", facts.inputs.map((input) => [input.citation || input.name, input.asOf ? say("asOf", input.asOf) : ""].filter(Boolean).join(", ")).join("; "));

function svgText() {
  const highlight = highlighted();
  const frame = view() === "all" ? [base.x, base.y, base.w, base.h] : rawScene().frame;
  const size = view() === "all" ? 170 / (frame[2] * (25.4 / 72)) : 1;
  const lines = wrapped([by("left").textContent, view() === "all" ? say("wholeLegend") : "", sourceLine()].filter(Boolean).join(" "), Math.max(20, Math.floor(frame[2] / size ** -1 / 3.4)));
  const unit = view() === "all" ? 1 / size : 1;
  const height = frame[3] + (lines.length * 8.2 + 6) * unit;
  const title = svg("title", { id: "explore-title" }), description = svg("desc", { id: "explore-desc" });
  title.textContent = `${say("title")}: ${say(view() === "all" ? "everywhere" : view())}`;
  description.textContent = by("left").textContent;
  const mm = (length) => `${Math.round(length * size * (25.4 / 72) * 100) / 100}mm`;
  const picture = svg("svg", { width: mm(frame[2]), height: mm(height), viewBox: [frame[0], frame[1], frame[2], height].map((value) => Math.round(value * 100) / 100).join(" "), role: "img", "aria-labelledby": "explore-title explore-desc", lang: language, "data-theme": dark() ? "dark" : "light", "data-view": view(), "font-family": facts.theme.fonts }, title, description,
    svg("rect", { x: frame[0], y: frame[1], width: frame[2], height: Math.round(height * 100) / 100, fill: tone("page") }));
  if (view() === "all") picture.append(...wholeMarks(highlight, unit));
  else for (const [item] of drawn(items(rawScene()), highlight)) { const group = drawItem(item, highlight, false); if (group) picture.append(group); }
  lines.forEach((line, at) => { const text = svg("text", { x: Math.round((frame[0] + 6 * unit) * 100) / 100, y: Math.round((frame[1] + frame[3] + (6 + at * 8.2) * unit) * 100) / 100, "font-size": Math.round(6 * unit * 100) / 100, fill: tone("muted") }); text.textContent = line; picture.append(text); });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}
function wholeMarks(highlight, unit) {
  const { radii, order, ties, middles, hulls } = fieldOf();
  const between = [], within = [], onPath = [];
  for (const tie of ties.slice(0, MAX_TIES)) {
    const inner = middles && level.clusters[tie.a] === level.clusters[tie.b], marked = highlight.pairs.has(highlight.pair(tie.a, tie.b));
    const corners = course(tie, marked).map(two);
    const d = `M${corners.slice(0, 2).join(" ")}${corners.length === 4 ? "L" : "C"}${corners.slice(2).join(" ")}`;
    (marked ? onPath : inner ? within : between).push(svg("path", { d, fill: "none", stroke: marked ? tone("focus") : inner ? color(level.clusters[tie.a]) : tone("edge"), "stroke-width": two(Math.max(0.4, (marked ? 1.4 : 0.6) * unit)), "stroke-opacity": marked ? null : 0.5 }));
  }
  const outlines = hulls.map(({ cluster, outline }) => svg("path", { d: `M${outline.map((point) => point.map(two).join(" ")).join("L")}Z`, fill: color(cluster), "fill-opacity": 0.1, stroke: color(cluster), "stroke-width": two(0.8 * unit), "stroke-opacity": 0.5 }));
  const nodes = order.map((node) => wholeMark(node, radii[node]));
  return [svg("g", {}, ...between), svg("g", {}, ...outlines), svg("g", {}, ...within, ...onPath), svg("g", {}, ...nodes), ...wholeNames(order, radii, unit)];
}
const two = (value) => Math.round(value * 100) / 100;
// Shape of a sector, as on the canvas.
function wholeMark(node, r) {
  const x = level.all.x[node], y = level.all.y[node], shape = shapeOf(node);
  const fill = net.near[node].size ? color(level.clusters[node]) : ink(facts.theme.grey);
  const ring = (corners) => svg("path", { d: `M${corners.map(([dx, dy]) => `${two(x + dx)} ${two(y + dy)}`).join("L")}Z`, fill });
  if (shape === 0) return svg("circle", { cx: x, cy: y, r: two(r), fill });
  if (shape === 1) return svg("rect", { x: two(x - 0.886 * r), y: two(y - 0.886 * r), width: two(1.772 * r), height: two(1.772 * r), fill });
  if (shape === 2) { const d = 1.253 * r; return ring([[0, -d], [d, 0], [0, d], [-d, 0]]); }
  return ring(Array.from({ length: 6 }, (_, corner) => [1.1 * r * Math.cos((corner * Math.PI) / 3), 1.1 * r * Math.sin((corner * Math.PI) / 3)]));
}
// Labels of the strongest nodes, without overlaps.
function wholeNames(order, radii, unit) {
  const taken = [], names = [], { x, y } = level.all, size = 6.5 * unit;
  for (const node of order.slice(0, 300)) {
    const text = nameOf(node), wide = [...text].reduce((sum, ch) => sum + (ch.charCodeAt(0) > 0x2e80 ? 1 : 0.58), 0) * size;
    const at = [x[node], y[node] + radii[node] + size], room = [at[0] - wide / 2, at[1] - size, at[0] + wide / 2, at[1] + size * 0.3];
    if (room[0] < base.x || room[2] > base.x + base.w || room[3] > base.y + base.h) continue;
    if (taken.some((other) => other[0] < room[2] && other[2] > room[0] && other[1] < room[3] && other[3] > room[1])) continue;
    taken.push(room);
    const name = svg("text", { x: Math.round(at[0] * 100) / 100, y: Math.round(at[1] * 100) / 100, "font-size": Math.round(size * 100) / 100, "text-anchor": "middle", fill: tone("ink") });
    name.textContent = text;
    names.push(name);
  }
  return names;
}
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const wide = [...`${lines.at(-1)} ${word}`].reduce((sum, ch) => sum + (ch.charCodeAt(0) > 0x2e80 ? 1.8 : 1), 0);
    if (wide > most && lines.at(-1)) lines.push(word); else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return lines;
}
function downloadSvg() { save(`collabgraph-${view()}.svg`, "image/svg+xml", svgText()); }

// Marks a cell that a spreadsheet would evaluate as a formula as text.
const guarded = (text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
const csvCell = (value) => { const text = guarded(String(value ?? "")); return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };
function downloadCsv() {
  const rows = [current.heads, ...(current.matrix ? current.rows : shownRows()).map((row) => row.text)];
  save(`collabgraph-${state.pane}.csv`, "text/csv", `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`);
}
function downloadJson() {
  const named = (id) => ({ id: level.institutions[id].k, name: level.institutions[id].n, name_ko: level.institutions[id].ko ?? null });
  const data = {
    program: facts.program, address: `#${written()}`, shown: by("left").textContent, sources: facts.inputs, counting: state.counting, max_team: state.team, level: level.key,
    institutions: level.institutions.map((_, id) => id).filter((id) => net.here[id]).map((id) => ({ ...named(id), works: net.worksOf[id].length, partners: net.near[id].size, strength: strengthOf(id) })),
    works: facts.works.map((_, work) => work).filter((work) => net.kept[work]).map((work) => ({ id: facts.works[work].k, name: facts.works[work].n, date: facts.works[work].d, link: facts.works[work].l[0] ?? null, institutions: level.members[work].map((id) => level.institutions[id].k) })),
    ties: net.ties.map((tie) => ({ a: level.institutions[tie.a].k, b: level.institutions[tie.b].k, weight: tie.weight, works: tie.works.map((work) => facts.works[work].k) })),
  };
  save("collabgraph.json", "application/json", `${JSON.stringify(data, null, 1)}\n`);
}
async function copyLink() {
  const address = location.href;
  try { await navigator.clipboard.writeText(address); notice(say("copied")); }
  catch {
    const field = make("textarea", { class: "unseen", "aria-hidden": "true", tabindex: -1 });
    field.value = address;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    notice(say(done ? "copied" : "notCopied"));
  }
  by("copy-link").focus();
}
