// Marks of a figure under the filters: what remains of each, what is highlighted, and how it is drawn. The same items
// are drawn as SVG on the page and written to SVG files.
const SVG = "http://www.w3.org/2000/svg";
const dark = () => document.documentElement.dataset.theme === "dark";
const ink = (index) => facts.inks.colors[index][dark() ? 1 : 0];
const tone = (name) => facts.theme[name][dark() ? 1 : 0];
const view = () => (state.view === "all" && !level.all ? "map" : state.view);
// Narrow screens use the figure of one column, where there is one.
const narrow = () => (by("stage")?.clientWidth ?? 999) < 480;
const rawScene = () => (narrow() && level.views[language][`${view()}Narrow`]) || level.views[language][view()];
// In figures the keys of works have a prefix, so that they differ from those of institutions.
const workOf = (key) => facts.workOf.get(key.replace(/^model\//, ""));
const scenes = new WeakMap();

// A scene as a flat list of items, each with the indices of what it represents.
function items(raw) {
  if (scenes.has(raw)) return scenes.get(raw);
  const list = [];
  const walk = (mark) => {
    if (mark[0] !== "g") { list.push({ kind: "", keys: [], works: [], marks: [mark] }); return; }
    const [, kind, keys, works, marks, cluster] = mark;
    if (kind === "" && marks.some((inner) => inner[0] === "g")) { marks.forEach(walk); return; }
    list.push(resolved({ kind, keys, works: works.map(workOf), marks, cluster }));
  };
  raw.marks.forEach(walk);
  countable(list);
  scenes.set(raw, list);
  return list;
}
// Works counted by the number in a mark: all works of the institution, or those that the figure shows; and institutions
// counted by a cluster's number in the legend. Both follow the filters.
function countable(list) {
  const nodes = list.filter((item) => item.kind === "node");
  const shown = list.some((item) => item.twoMode) ? new Set(list.filter((item) => item.kind === "work").flatMap((item) => item.works)) : null;
  for (const item of nodes) item.counted = shown ? level.worksOf[item.node].filter((work) => shown.has(work)) : level.worksOf[item.node];
  // A bracket groups the works next to it and refers to them.
  for (const item of shown ? list.filter((one) => one.kind === "" && one.marks.length === 1 && one.marks[0][0] === "p") : []) {
    const { y } = spread(item.marks[0][1]);
    const held = list.filter((one) => one.kind === "work" && one.center[1] > Math.min(...y) && one.center[1] < Math.max(...y));
    if (held.length) Object.assign(item, { kind: "bracket", works: held.flatMap((one) => one.works) });
  }
  for (const item of list.filter((one) => one.kind === "legend")) {
    item.clusters = new Map();
    for (const mark of item.marks) {
      const count = mark[0] === "t" ? CLUSTER_COUNT.exec(mark[1]) : null;
      if (!count) continue;
      const members = nodes.filter((node) => node.cluster === item.clusters.size).map((node) => node.node);
      if (members.length === Number(count[1].replaceAll(",", ""))) item.clusters.set(mark, members);
    }
  }
}
const CLUSTER_COUNT = /\(([\d,]+)(?=[^()]*\)$)/;

function resolved(item) {
  const institution = (key) => level.keyOf.get(key), work = workOf;
  const [first, ...rest] = item.keys;
  if (item.kind === "node") item.node = institution(first);
  if (item.kind === "work") { if (!item.works.length) item.works = [work(first)]; item.id = first; }
  if (item.kind === "edge") {
    item.from = institution(first);
    item.ends = rest.map(institution);
    if (item.from === undefined) item.member = item.ends[0];
    else if (item.ends[0] === undefined) { item.works = rest.map(work); item.member = item.from; item.twoMode = true; }
    else if (!item.works.length) item.works = fullNetwork.near[item.from].get(item.ends[0])?.works ?? [];
  }
  if (item.kind === "label") {
    item.nodes = item.keys.map(institution);
    if (item.keys.length > 1) item.works = facts.works.map((_, at) => at).filter((at) => item.nodes.every((node) => level.members[at].includes(node)));
  }
  if (item.kind === "hyper") item.nodes = item.keys.map(institution);
  const shape = item.marks.find((mark) => "crep".includes(mark[0]));
  if (shape) item.center = centre(shape);
  item.works = item.works.filter((number) => number !== undefined);
  return item;
}
function centre(mark) {
  if (mark[0] === "c" || mark[0] === "e") return [mark[1], mark[2]];
  if (mark[0] === "r") return [mark[1] + mark[3] / 2, mark[2] + mark[4] / 2];
  const { x, y } = spread(mark[1]);
  return [(Math.min(...x) + Math.max(...x)) / 2, (Math.min(...y) + Math.max(...y)) / 2];
}
// The coordinates of a path, separated.
function spread(d) {
  const numbers = d.match(/-?[\d.]+/g).map(Number);
  return { x: numbers.filter((_, at) => at % 2 === 0), y: numbers.filter((_, at) => at % 2 === 1) };
}

// What remains of an item under the filters: a share from 0 to 1, and of which works.
function left(item) {
  const open = (work) => net.kept[work] && !(state.team && teamOf(work) > state.team);
  switch (item.kind) {
    case "node": {
      const works = item.counted.filter((work) => net.kept[work]), before = item.counted.length;
      return { share: net.here[item.node] ? (before ? works.length / before : 1) : 0, works };
    }
    case "work": case "bracket": {
      const works = item.works.filter((work) => net.kept[work]);
      return { share: works.length / (item.works.length || 1), works };
    }
    case "edge": {
      if (item.twoMode) { const works = item.works.filter((work) => net.kept[work]); return { share: works.length / item.works.length, works }; }
      if (item.member !== undefined && item.from === undefined) {
        const works = item.works.filter((work) => open(work) && level.members[work].some((other) => other !== item.member && tieOf(item.member, other)));
        return { share: works.length / (item.works.length || 1), works };
      }
      const tie = tieOf(item.from, item.ends[0]);
      if (!tie) return { share: 0, works: [] };
      const works = tie.works.filter((work) => item.works.includes(work));
      return { share: item.works.length ? works.length / item.works.length : 1, works };
    }
    case "hyper": {
      const works = item.works.filter(open);
      const tied = item.nodes.every((a) => item.nodes.every((b) => a === b || tieOf(a, b)));
      return { share: tied ? works.length / (item.works.length || 1) : 0, works };
    }
    case "label": {
      if (item.keys.length > 1) {
        const works = item.works.filter(open);
        const tied = tieOf(item.nodes[0], item.nodes[1]);
        return { share: tied ? works.length / (item.works.length || 1) : 0, works };
      }
      return { share: item.nodes[0] === undefined || net.here[item.nodes[0]] ? 1 : 0, works: [] };
    }
    default: return { share: 1, works: [] };
  }
}

// Highlighted by a selection: institutions, works and ties, and the path between two.
function highlighted() {
  const chosenOnes = selected(), work = selectedWork();
  const size = level.institutions.length;
  const pair = (a, b) => Math.min(a, b) * size + Math.max(a, b);
  const highlight = { any: false, nodes: new Set(), works: new Set(), pairs: new Set(), path: null, pair };
  if (work !== undefined) {
    highlight.any = true;
    highlight.works.add(work);
    level.members[work].forEach((a) => { highlight.nodes.add(a); level.members[work].forEach((b) => { if (a < b) highlight.pairs.add(pair(a, b)); }); });
  } else if (chosenOnes.length === 1) {
    highlight.any = true;
    const [one] = chosenOnes;
    highlight.nodes.add(one);
    net.worksOf[one].forEach((number) => highlight.works.add(number));
    for (const other of net.near[one].keys()) { highlight.nodes.add(other); highlight.pairs.add(pair(one, other)); }
  } else if (chosenOnes.length === 2) {
    highlight.any = true;
    chosenOnes.forEach((one) => highlight.nodes.add(one));
    highlight.path = shortest(chosenOnes[0], chosenOnes[1]);
    highlight.path?.forEach((node, at) => {
      highlight.nodes.add(node);
      if (at === 0) return;
      highlight.pairs.add(pair(highlight.path[at - 1], node));
      sameTeam(highlight.path[at - 1], node).forEach((number) => highlight.works.add(number));
    });
  }
  return highlight;
}
function isHighlighted(item, highlight) {
  if (!highlight.any) return true;
  const works = () => item.works.some((work) => highlight.works.has(work));
  switch (item.kind) {
    case "node": return highlight.nodes.has(item.node);
    case "work": case "bracket": return works();
    case "edge": return item.from !== undefined && !item.twoMode ? highlight.pairs.has(highlight.pair(item.from, item.ends[0])) : highlight.nodes.has(item.member) && works();
    case "hyper": return works();
    case "label": return item.keys.length > 1 ? highlight.pairs.has(highlight.pair(item.nodes[0], item.nodes[1])) || works() : item.nodes[0] === undefined ? true : highlight.nodes.has(item.nodes[0]);
    default: return true;
  }
}

const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
};
// Minimum width of the path between two, however weak its ties.
const PATH_WIDTH = 1.8;
function painted(attributes, paint, change = {}) {
  const [fill, fillOpacity, stroke, width, strokeOpacity, round] = facts.inks.paints[paint];
  attributes.fill = fill === null ? "none" : ink(fill);
  if (fill !== null && fillOpacity < 1) attributes["fill-opacity"] = fillOpacity;
  if (stroke !== null) {
    attributes.stroke = change.color ?? ink(stroke);
    attributes["stroke-width"] = Math.round(Math.max(change.color ? PATH_WIDTH : 0.4, width * (change.width ?? 1)) * 100) / 100;
    if (strokeOpacity < 1 && !change.color) attributes["stroke-opacity"] = strokeOpacity;
    if (round) { attributes["stroke-linecap"] = "round"; attributes["stroke-linejoin"] = "round"; }
  }
  return attributes;
}
function drawMark(mark, change = {}) {
  switch (mark[0]) {
    case "c": return svg("circle", painted({ cx: mark[1], cy: mark[2], r: mark[3] }, mark[4], change));
    case "e": return svg("ellipse", painted({ cx: mark[1], cy: mark[2], rx: mark[3], ry: mark[4] }, mark[5], change));
    case "r": return svg("rect", painted({ x: mark[1], y: mark[2], width: mark[3], height: mark[4], rx: mark[5] || null }, mark[6], change));
    case "p": return svg("path", painted({ d: mark[1] }, mark[2], change));
    case "t": return drawText(mark, change);
    case "h": {
      const halo = svg("g", { fill: ink(mark[2]), stroke: ink(mark[2]), "stroke-width": 2.2, "stroke-linejoin": "round", "aria-hidden": "true" });
      const front = svg("g", {});
      for (const text of mark[1]) { const under = drawText(text, {}); under.removeAttribute("fill"); halo.append(under); front.append(drawText(text, change)); }
      return svg("g", {}, halo, front);
    }
    default: return svg("g", {});
  }
}
function drawText(mark, change) {
  const [, text, x, y, anchor, size, bold, color, turn] = mark;
  const element = svg("text", { x, y, "font-size": size, "font-weight": bold ? 700 : null, "text-anchor": ["start", "middle", "end"][anchor] === "start" ? null : ["start", "middle", "end"][anchor], fill: change.text ?? ink(color), transform: turn ? `rotate(${turn} ${x} ${y})` : null });
  element.textContent = change.words ?? text;
  return element;
}

// One item as SVG, or null where the filters leave nothing to draw. `live` keeps a faded copy of filtered institutions
// and works, so that the figure keeps its shape; files omit them.
function drawItem(item, highlight, live) {
  const { share, works } = left(item);
  const ghost = share === 0;
  if (ghost && (!live || ["edge", "hyper", "label", "bracket"].includes(item.kind))) return null;
  const group = svg("g", {});
  const strong = isHighlighted(item, highlight);
  const onPath = item.kind === "edge" && highlight.path && strong;
  const picked = item.kind === "node" ? selected().includes(item.node) : item.kind === "work" && item.works.includes(selectedWork());
  if (picked && item.center) group.append(ring(item));
  for (const mark of item.marks) {
    const change = {};
    if (onPath) change.color = tone("focus");
    if (item.kind === "edge" && share < 1) change.width = share;
    if (mark[0] === "t" && item.kind === "node" && mark[1] === String(item.counted.length)) change.words = String(works.length);
    if (item.clusters?.has(mark)) change.words = mark[1].replace(CLUSTER_COUNT, `(${number(item.clusters.get(mark).filter((node) => net.here[node]).length)}`);
    if (mark[0] === "t" && isOut(item, mark)) continue;
    group.append(drawMark(mark, change));
  }
  if (ghost) group.setAttribute("opacity", "0.12");
  else if (!strong) group.setAttribute("opacity", "0.22");
  return group;
}
// Items in drawing order: the path between two is above hulls and below marks.
function drawn(list, highlight) {
  const numbered = list.map((item, number) => [item, number]);
  if (!highlight.path) return numbered;
  const onPath = ([item]) => item.kind === "edge" && isHighlighted(item, highlight);
  const marks = numbered.findIndex(([item]) => item.kind === "node" || item.kind === "work");
  const under = numbered.slice(0, marks), over = numbered.slice(marks);
  return [...under.filter((one) => !onPath(one)), ...under.filter(onPath), ...over];
}
// A line of text that names a filtered work.
function isOut(item, mark) {
  if (item.kind !== "work" && !(item.kind === "label" && item.keys.length > 1)) return false;
  if (item.kind === "work" && item.works.length < 2) return false;
  const text = mark[1];
  const named = item.works.filter((work) => [facts.works[work].n, ...facts.works[work].al].includes(text));
  return named.length > 0 && named.every((work) => !net.kept[work]);
}
function ring(item) {
  const shape = item.marks.find((mark) => "crep".includes(mark[0]));
  const [x, y] = item.center;
  if (shape[0] === "r") return svg("rect", { x: shape[1] - 2.5, y: shape[2] - 2.5, width: shape[3] + 5, height: shape[4] + 5, rx: (shape[5] || 0) + 2.5, fill: "none", stroke: tone("focus"), "stroke-width": 2 });
  let r = shape[0] === "c" ? shape[3] : shape[0] === "e" ? Math.max(shape[3], shape[4]) : 0;
  if (shape[0] === "p") r = Math.max(...spread(shape[1]).x.map((value) => Math.abs(value - x)));
  return svg("circle", { cx: x, cy: y, r: r + 2.5, fill: "none", stroke: tone("focus"), "stroke-width": 2 });
}
