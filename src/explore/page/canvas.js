// Canvas renderer of the whole network: culling to the viewport, labels for the strongest nodes first.
let field = null;
function fieldOf() {
  if (field && field.level === level && field.net === net) return field;
  const [root, least, most] = facts.theme.radius;
  const count = level.institutions.length;
  const radii = new Float32Array(count);
  for (let node = 0; node < count; node += 1) radii[node] = Math.min(most, root * Math.sqrt(net.worksOf[node].length) + least) * 1.1;
  const strengths = Array.from({ length: count }, (_, node) => strengthOf(node) + net.worksOf[node].length);
  const order = Array.from({ length: count }, (_, node) => node).filter((node) => net.here[node]).sort((a, b) => strengths[b] - strengths[a] || a - b);
  const ties = net.ties.slice().sort((a, b) => b.weight - a.weight);
  field = { level, net, radii, order, ties, ...hullsOf(radii) };
  return field;
}
// Clusters of at least three visible members, their centres and hulls, where the layout keeps clusters disjoint.
function hullsOf(radii) {
  const { x, y, hulls: apart } = level.all, groups = [];
  if (!apart) return { middles: null, hulls: [] };
  level.clusters.forEach((cluster, node) => { (groups[cluster] ??= []).push(node); });
  const middles = groups.map((list) => [list.reduce((sum, node) => sum + x[node], 0) / list.length, list.reduce((sum, node) => sum + y[node], 0) / list.length]);
  const hulls = groups.map((list, cluster) => ({ cluster, list: list.filter((node) => net.here[node]) })).filter((one) => one.list.length >= 3)
    .map(({ cluster, list }) => {
      const outline = hullAround(list.map((node) => [x[node], y[node], radii[node] + HULL_PADDING]));
      const xs = outline.map((point) => point[0]), ys = outline.map((point) => point[1]);
      return { cluster, outline, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
    });
  return { middles, hulls };
}
// Convex hull of discs (monotone chain, Andrew 1979), with its vertices on the rims.
const HULL_PADDING = 6, RIM = 16;
function hullAround(discs) {
  const rim = discs.flatMap(([x, y, r]) => Array.from({ length: RIM }, (_, at) => [x + r * Math.cos((at / RIM) * 2 * Math.PI), y + r * Math.sin((at / RIM) * 2 * Math.PI)]));
  rim.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (points) => {
    const kept = [];
    for (const [x, y] of points) {
      while (kept.length > 1) {
        const [ax, ay] = kept.at(-2), [bx, by] = kept.at(-1);
        if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0) break;
        kept.pop();
      }
      kept.push([x, y]);
    }
    return kept.slice(0, -1);
  };
  return [...chain(rim), ...chain(rim.reverse())];
}
const color = (cluster) => (facts.theme.clusters[cluster] === undefined ? ink(facts.theme.grey) : ink(facts.theme.clusters[cluster]));
// Path of a tie in the scene: a straight line, or between two separate clusters a curve towards the midpoint between
// them, as on the map.
const BUNDLE = 0.55;
function course(tie, straight) {
  const { x, y } = level.all, { middles } = fieldOf();
  const a = level.clusters[tie.a], b = level.clusters[tie.b];
  if (!middles || a === b || straight) return [x[tie.a], y[tie.a], x[tie.b], y[tie.b]];
  const mx = (middles[a][0] + middles[b][0]) / 2, my = (middles[a][1] + middles[b][1]) / 2;
  const to = (node) => [x[node] + (mx - x[node]) * BUNDLE, y[node] + (my - y[node]) * BUNDLE];
  return [x[tie.a], y[tie.a], ...to(tie.a), ...to(tie.b), x[tie.b], y[tie.b]];
}
function drawCanvas(stage) {
  const { x, y } = level.all;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (let node = 0; node < x.length; node += 1) { left = Math.min(left, x[node]); right = Math.max(right, x[node]); top = Math.min(top, y[node]); bottom = Math.max(bottom, y[node]); }
  setBase({ x: left - 30, y: top - 30, w: right - left + 60, h: bottom - top + 60 }, `all ${level.key}`);
  fieldOf();
  if (!by("canvas")) stage.replaceChildren(make("div", { id: "canvas-holder", role: "application", tabindex: 0, "aria-describedby": "figure-help" }, make("canvas", { id: "canvas", "aria-hidden": "true" })));
  by("canvas-holder").setAttribute("aria-label", figureName());
}
// Level of detail: while many ties are in the viewport only the strongest are drawn, and fewer still during panning and
// zooming; zooming in or resting draws all. Prints use `PAPER` canvas pixels a screen pixel, about 300 dpi.
const PAPER = 3;
const MAX_TIES = 6000, MOVING_TIES = 1000, MAX_LABELS = 90, REST = 160;
let moving = false;
let rest = 0;
function move() {
  moving = true;
  clearTimeout(rest);
  rest = setTimeout(() => { moving = false; look(); }, REST);
}
function paint() {
  const canvas = by("canvas");
  if (!canvas || view() !== "all") return;
  const box = canvas.parentElement.getBoundingClientRect(), dense = onPaper ? PAPER : Math.min(2, window.devicePixelRatio || 1);
  const width = Math.round(box.width * dense), height = Math.round(box.height * dense);
  if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
  const context = canvas.getContext("2d");
  const scale = Math.min(width / camera.w, height / camera.h);
  const ox = width / 2 - (camera.x + camera.w / 2) * scale, oy = height / 2 - (camera.y + camera.h / 2) * scale;
  const { x, y } = level.all, { radii, order, ties, middles, hulls } = fieldOf();
  const px = (node) => x[node] * scale + ox, py = (node) => y[node] * scale + oy;
  const seen = (node) => { const a = px(node), b = py(node), r = radii[node] * scale + 4; return a > -r && a < width + r && b > -r && b < height + r; };
  const highlight = highlighted();
  context.clearRect(0, 0, width, height);
  context.lineCap = "round";
  let drawn = 0;
  const line = (tie, color, wide) => { context.strokeStyle = color; context.lineWidth = Math.max(0.6 * dense, wide * scale); context.beginPath(); context.moveTo(px(tie.a), py(tie.a)); context.lineTo(px(tie.b), py(tie.b)); context.stroke(); };
  // One stroke call for all ties of equal width and colour: separate calls take several times as long.
  const between = [], within = new Map();
  for (const tie of ties) {
    if (drawn >= (moving ? MOVING_TIES : MAX_TIES)) break;
    if (!seen(tie.a) && !seen(tie.b)) continue;
    const wide = Math.min(8, tie.works.length || 1), cluster = level.clusters[tie.a];
    const inner = middles && cluster === level.clusters[tie.b];
    if (inner && !within.has(cluster)) within.set(cluster, []);
    const paths = inner ? within.get(cluster) : between;
    paths[wide] ??= new Path2D();
    const corners = course(tie, moving);
    paths[wide].moveTo(corners[0] * scale + ox, corners[1] * scale + oy);
    if (corners.length === 4) paths[wide].lineTo(corners[2] * scale + ox, corners[3] * scale + oy);
    else paths[wide].bezierCurveTo(...corners.slice(2).map((value, at) => value * scale + (at % 2 ? oy : ox)));
    drawn += 1;
  }
  const strokes = (paths, stroke) => paths.forEach((path, wide) => { context.strokeStyle = stroke; context.lineWidth = Math.max(0.6 * dense, (0.5 + 0.45 * wide) * scale); context.stroke(path); });
  context.globalAlpha = highlight.any ? 0.1 : 0.38;
  strokes(between, tone("edge"));
  for (const { cluster, outline, box } of hulls) {
    if (box[2] * scale + ox < 0 || box[0] * scale + ox > width || box[3] * scale + oy < 0 || box[1] * scale + oy > height) continue;
    context.beginPath();
    outline.forEach(([hx, hy]) => context.lineTo(hx * scale + ox, hy * scale + oy));
    context.closePath();
    context.globalAlpha = highlight.any ? 0.3 : 0.72;
    context.fillStyle = tone("page");
    context.fill();
    context.globalAlpha = highlight.any ? 0.05 : 0.1;
    context.fillStyle = color(cluster);
    context.fill();
    context.globalAlpha = highlight.any ? 0.2 : 0.5;
    context.strokeStyle = color(cluster);
    context.lineWidth = Math.max(0.8 * dense, 0.8 * scale);
    context.stroke();
  }
  context.globalAlpha = highlight.any ? 0.12 : 0.62;
  for (const [cluster, paths] of within) strokes(paths, color(cluster));
  context.globalAlpha = 1;
  if (highlight.any) for (const tie of ties) if (highlight.pairs.has(highlight.pair(tie.a, tie.b))) line(tie, tone("focus"), 1.2 + 0.45 * Math.min(8, tie.works.length || 1));
  const grey = ink(facts.theme.grey), page = tone("page");
  const names = [], picked = new Set(selected());
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at];
    if (!seen(node)) continue;
    const strong = !highlight.any || highlight.nodes.has(node);
    context.globalAlpha = strong ? 1 : 0.2;
    context.fillStyle = net.near[node].size ? color(level.clusters[node]) : grey;
    mark(context, shapeOf(node), px(node), py(node), Math.max(1.2 * dense, radii[node] * scale));
    if (picked.has(node)) { context.strokeStyle = tone("focus"); context.lineWidth = 2.5 * dense; context.beginPath(); context.arc(px(node), py(node), radii[node] * scale + 4 * dense, 0, 7); context.stroke(); }
    if (level.institutions[node].k === activeKey) { context.strokeStyle = tone("ink"); context.setLineDash([4 * dense, 3 * dense]); context.lineWidth = 2 * dense; context.beginPath(); context.arc(px(node), py(node), radii[node] * scale + 7 * dense, 0, 7); context.stroke(); context.setLineDash([]); }
  }
  // Labels: selected nodes first, then by strength, without overlaps.
  const first = order.filter((node) => highlight.any && highlight.nodes.has(node)).slice(0, 60);
  const taken = [];
  let tried = 0;
  context.font = `${12 * dense}px ${facts.theme.fonts}`;
  context.textAlign = "center";
  for (const node of [...first, ...(highlight.any ? [] : order)]) {
    if (names.length >= MAX_LABELS) break;
    if (!seen(node)) continue;
    const text = nameOf(node), wide = widthOf(context, text) * dense, a = Math.min(Math.max(px(node), wide / 2 + 4 * dense), width - wide / 2 - 4 * dense), b = py(node) + radii[node] * scale + 13 * dense;
    const room = [a - wide / 2 - 3, b - 12 * dense, a + wide / 2 + 3, b + 4 * dense];
    tried += 1;
    if (tried > (moving ? 200 : 800)) break;
    if (taken.some((other) => other[0] < room[2] && other[2] > room[0] && other[1] < room[3] && other[3] > room[1])) continue;
    taken.push(room);
    names.push(node);
    context.globalAlpha = 1;
    context.strokeStyle = page; context.lineWidth = 3 * dense; context.strokeText(text, a, b);
    context.fillStyle = tone("ink"); context.fillText(text, a, b);
  }
  canvas.dataset.ties = drawn;
  canvas.dataset.hulls = hulls.length;
  canvas.dataset.labels = names.length;
}
// Cache of text widths at 12 px: measuring takes longer than drawing.
const widths = new Map();
function widthOf(context, text) {
  if (!widths.has(text)) {
    const before = context.font;
    context.font = `12px ${facts.theme.fonts}`;
    widths.set(text, context.measureText(text).width);
    context.font = before;
  }
  return widths.get(text);
}
function mark(context, shape, x, y, r) {
  context.beginPath();
  if (shape === 1) context.rect(x - 0.886 * r, y - 0.886 * r, 1.772 * r, 1.772 * r);
  else if (shape === 2) { const d = 1.253 * r; context.moveTo(x, y - d); context.lineTo(x + d, y); context.lineTo(x, y + d); context.lineTo(x - d, y); }
  else if (shape === 0) context.arc(x, y, r, 0, 6.2832);
  else for (let corner = 0; corner < 6; corner += 1) context.lineTo(x + 1.1 * r * Math.cos(corner * Math.PI / 3), y + 1.1 * r * Math.sin(corner * Math.PI / 3));
  context.fill();
}
function underCanvas([x, y]) {
  const { radii, order } = fieldOf();
  const box = by("stage").getBoundingClientRect(), reach = 6 * Math.max(camera.w / box.width, camera.h / box.height);
  for (const node of order) {
    const gap = Math.hypot(level.all.x[node] - x, level.all.y[node] - y);
    if (gap <= Math.max(radii[node], reach)) return { kind: "node", node, keys: [level.institutions[node].k], works: [], marks: [] };
  }
  const tie = tieUnder(x, y, reach);
  return tie && { kind: "edge", from: tie.a, ends: [tie.b], keys: [], works: tie.works, marks: [] };
}
// The nearest drawn tie within the pointer's radius.
function tieUnder(x, y, reach) {
  const { ties } = fieldOf(), highlight = highlighted();
  let nearest = null, least = reach;
  for (const tie of ties.slice(0, MAX_TIES)) {
    const corners = course(tie, highlight.pairs.has(highlight.pair(tie.a, tie.b)));
    const xs = corners.filter((_, at) => at % 2 === 0), ys = corners.filter((_, at) => at % 2 === 1);
    if (x < Math.min(...xs) - least || x > Math.max(...xs) + least || y < Math.min(...ys) - least || y > Math.max(...ys) + least) continue;
    const steps = corners.length === 4 ? 1 : 12;
    for (let at = 0, before = along(corners, 0); at < steps; at += 1) {
      const now = along(corners, (at + 1) / steps);
      const gap = fromLine(x, y, before, now);
      if (gap < least) { least = gap; nearest = tie; }
      before = now;
    }
  }
  return nearest;
}
function along(corners, t) {
  const s = 1 - t;
  if (corners.length === 4) return [s * corners[0] + t * corners[2], s * corners[1] + t * corners[3]];
  const mix = (at) => s * s * s * corners[at] + 3 * s * s * t * corners[at + 2] + 3 * s * t * t * corners[at + 4] + t * t * t * corners[at + 6];
  return [mix(0), mix(1)];
}
function fromLine(x, y, [ax, ay], [bx, by]) {
  const long = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = long ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) : 0;
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}
