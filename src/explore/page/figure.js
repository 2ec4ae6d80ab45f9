// The figure: views, zoom, pan, hover, keyboard. SVG for figures, canvas for whole networks.
let camera = null; // { x, y, w, h } in the scene's own units
let base = null;
let activeKey = null;
let frameWanted = false;

function setUpFigure() {
  const section = by("figure");
  const stage = make("div", { id: "stage" });
  const tip = make("div", { id: "tip", role: "tooltip", hidden: true, dir: "auto" });
  section.replaceChildren(
    make("div", { class: "bar" }, make("h2", { id: "figure-title" }), make("div", { role: "tablist", id: "views" }), make("div", { role: "group", id: "zoom" })),
    make("div", { id: "view", role: "tabpanel", "aria-labelledby": "view-map" }, stage, tip),
    make("p", { id: "figure-says" }), make("p", { id: "figure-help", class: "small" }), make("div", { class: "bar", id: "downloads" }), make("details", { id: "figure-table" }));
  stage.addEventListener("wheel", (event) => { if (!event.ctrlKey && !event.metaKey && !zoomed() && !stage.contains(document.activeElement)) return; event.preventDefault(); zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, at(event)); }, { passive: false });
  const pointers = new Map();
  let moved = 0, gap = 0;
  stage.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, [event.clientX, event.clientY]); moved = 0; gap = 0; tip.hidden = true; });
  stage.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) { hover(event, tip); return; }
    const dx = event.clientX - before[0], dy = event.clientY - before[1];
    pointers.set(event.pointerId, [event.clientX, event.clientY]);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const now = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (gap > 0 && now > 0) zoom(now / gap, toScene((a[0] + b[0]) / 2, (a[1] + b[1]) / 2));
      gap = now; moved = 99;
      return;
    }
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 4) return;
    if (!stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    const box = stage.getBoundingClientRect();
    const scale = Math.max(camera.w / box.width, camera.h / box.height);
    camera.x -= dx * scale; camera.y -= dy * scale;
    move();
    look();
  });
  const up = (event) => { if (pointers.delete(event.pointerId) && moved < 4 && event.type === "pointerup") press(event); };
  stage.addEventListener("pointerup", up);
  stage.addEventListener("pointercancel", up);
  stage.addEventListener("pointerleave", () => { tip.hidden = true; });
  stage.addEventListener("keydown", key);
  let wasNarrow = null;
  new ResizeObserver(() => {
    if (wasNarrow !== null && wasNarrow !== narrow() && state) { camera = null; drawFigure(); }
    wasNarrow = narrow();
    shape();
    look();
  }).observe(stage);
}
const zoomed = () => base && camera && camera.w < base.w * 0.98;
function toScene(clientX, clientY) {
  const box = by("stage").getBoundingClientRect();
  const scale = Math.max(camera.w / box.width, camera.h / box.height) || 1;
  return [camera.x + camera.w / 2 + (clientX - box.left - box.width / 2) * scale, camera.y + camera.h / 2 + (clientY - box.top - box.height / 2) * scale];
}
const at = (event) => toScene(event.clientX, event.clientY);
function zoom(factor, around = [camera.x + camera.w / 2, camera.y + camera.h / 2]) {
  const w = Math.min(base.w * 2, Math.max(base.w / 60, camera.w / factor)), ratio = w / camera.w;
  camera = { x: around[0] - (around[0] - camera.x) * ratio, y: around[1] - (around[1] - camera.y) * ratio, w, h: camera.h * ratio };
  move();
  look();
}
function fit() { camera = { ...base }; look(); }

// Hit test: the institution, work or tie under a pointer.
function under(event) {
  if (view() === "all") return underCanvas(at(event));
  // Hulls cover the ties between them, so the hit test continues to the first selectable mark below.
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const found = element.closest("#stage [data-item]");
    if (found) return items(rawScene())[Number(found.dataset.item)] ?? null;
  }
  return null;
}
function press(event) {
  const item = under(event);
  if (!item) return;
  const second = event.shiftKey;
  if (item.kind === "node") pick(level.institutions[item.node].k, second);
  else if (item.kind === "work") pick(`w:${facts.works[(left(item).works[0] ?? item.works[0])].k}`, false);
  else if (item.kind === "edge") pickEdge(item);
  else if (item.kind === "label" && item.keys.length === 1 && item.nodes[0] !== undefined) pick(item.keys[0], second);
  else if (item.kind === "label" || item.kind === "hyper") pick(`w:${facts.works[left(item).works[0] ?? item.works[0]].k}`, false);
}
function pickEdge(item) {
  if (item.from !== undefined && !item.twoMode) choosePair(item.from, item.ends[0]);
  else pick(`w:${facts.works[left(item).works[0] ?? item.works[0]].k}`, false);
}
function tellItem(item) {
  if (item.kind === "node") {
    const other = otherNameOf(item.node);
    return `${nameOf(item.node)}${other ? ` (${other})` : ""}: ${counted("Work", net.worksOf[item.node].length)}, ${counted("Partner", net.near[item.node].size)}`;
  }
  const works = left(item).works;
  const list = (works.length ? works : item.works).slice(0, 6).map((work) => `${workName(work)} (${dateOf(work)})`).join(", ");
  if (item.kind === "edge" && item.from !== undefined && !item.twoMode) return say("step", nameOf(item.from), nameOf(item.ends[0]), list || say("stated"));
  if (item.kind === "edge") return `${nameOf(item.member)}: ${list}`;
  if (item.works.length) return `${list}: ${[...new Set(item.works.flatMap((work) => level.members[work]))].map(nameOf).join(", ")}`;
  return "";
}
function hover(event, tip) {
  const item = under(event);
  const text = item && (item.kind !== "label" || item.keys.length > 1) ? tellItem(item) : "";
  by("stage").classList.toggle("over", Boolean(item && item.kind !== ""));
  if (!text) { tip.hidden = true; return; }
  tip.textContent = text;
  tip.hidden = false;
  const box = by("view").getBoundingClientRect();
  const x = Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 4), y = event.clientY - box.top + 16;
  tip.style.left = `${Math.max(4, x)}px`;
  tip.style.top = `${y + tip.offsetHeight > box.height ? y - tip.offsetHeight - 26 : y}px`;
}

// Marks reachable by keyboard, with their positions.
function stops() {
  if (view() === "all") return level.institutions.map((one, node) => ({ key: one.k, node, kind: "node", works: [], center: [level.all.x[node], level.all.y[node]] })).filter((stop) => net.here[stop.node]);
  return items(rawScene()).filter((item) => (item.kind === "node" || item.kind === "work") && item.center && left(item).share > 0)
    .map((item) => Object.assign(item, { key: item.kind === "node" ? item.keys[0] : `w:${facts.works[item.works.find((work) => net.kept[work]) ?? item.works[0]].k}` }));
}
function key(event) {
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (direction) { event.preventDefault(); step(direction); return; }
  if (event.key === "+" || event.key === "=") { event.preventDefault(); zoom(1.3); }
  else if (event.key === "-" || event.key === "_") { event.preventDefault(); zoom(1 / 1.3); }
  else if (event.key === "0") { event.preventDefault(); fit(); }
  else if (event.key === "Home" || event.key === "End") { event.preventDefault(); const list = stops(); if (list.length) activate(list.at(event.key === "Home" ? 0 : -1)); }
  else if (event.key === "Escape") { by("tip").hidden = true; clearSelection(); }
  else if ((event.key === "Enter" || event.key === " ") && activeKey) { event.preventDefault(); pick(activeKey, event.shiftKey && !activeKey.startsWith("w:")); }
}
function step([dx, dy]) {
  const list = stops();
  if (!list.length) return;
  const here = list.find((stop) => stop.key === activeKey);
  if (!here) { activate(list.find((stop) => state.sel.includes(stop.key)) ?? list[0]); return; }
  let best = null, least = Infinity;
  for (const stop of list) {
    const x = stop.center[0] - here.center[0], y = stop.center[1] - here.center[1];
    const along = x * dx + y * dy, off = Math.abs(x * dy) + Math.abs(y * dx);
    if (along < 0.5) continue;
    const cost = along + 2.2 * off;
    if (cost < least) { least = cost; best = stop; }
  }
  if (best) activate(best);
}
function activate(stop) {
  activeKey = stop.key;
  const [x, y] = stop.center;
  if (x < camera.x || x > camera.x + camera.w || y < camera.y || y > camera.y + camera.h) { camera.x = x - camera.w / 2; camera.y = y - camera.h / 2; }
  drawFigure();
  if (view() === "all") heard(tellItem(stop));
}

// Redraws the view after a change of filter, selection, language or theme.
function drawFigure() {
  const stage = by("stage");
  const focused = stage.contains(document.activeElement);
  let raw = null;
  if (view() === "all") drawCanvas(stage);
  else {
    raw = rawScene();
    const [x, y, w, h] = raw.frame;
    setBase({ x, y, w, h }, `${view()}`);
    drawSvg(stage, raw);
  }
  if (focused) stage.querySelector("[tabindex]")?.focus({ preventScroll: true });
  look();
  tellFigure(raw);
}
function setBase(frame, name) {
  const same = base && base.name === name && base.w === frame.w && base.h === frame.h;
  base = { ...frame, name };
  if (!same || !camera) camera = { ...frame };
  shape();
}
// The stage has the height of the figure at its width, at most that of the screen.
function shape() {
  if (!base) return;
  const stage = by("stage");
  const wanted = (stage.clientWidth * base.h) / base.w;
  stage.style.height = `${Math.round(Math.min(Math.max(220, wanted), Math.max(420, innerHeight * 0.72)))}px`;
}
function drawSvg(stage, raw) {
  const highlight = highlighted();
  const picture = svg("svg", { id: "picture", role: "listbox", tabindex: 0, "aria-multiselectable": "true", "aria-label": figureName(), "aria-describedby": "figure-help", "font-family": facts.theme.fonts, "aria-activedescendant": null });
  drawn(items(raw), highlight).forEach(([item, number]) => {
    const group = drawItem(item, highlight, true);
    if (!group) return;
    if (item.kind !== "" && item.kind !== "legend" && item.kind !== "cluster") group.dataset.item = number;
    group.classList.add(`of-${item.kind || "plain"}`);
    if ((item.kind === "node" || item.kind === "work") && left(item).share > 0) {
      const key = item.kind === "node" ? item.keys[0] : `w:${facts.works[item.works.find((work) => net.kept[work]) ?? item.works[0]].k}`;
      group.id = `mark-${number}`;
      group.setAttribute("role", "option");
      group.setAttribute("aria-selected", String(state.sel.includes(key)));
      group.setAttribute("aria-label", tellItem(item));
      if (key === activeKey) { group.classList.add("active"); picture.setAttribute("aria-activedescendant", group.id); group.append(focusBox(item)); }
    } else group.setAttribute("aria-hidden", "true");
    if (item.kind === "edge") group.append(...wideLines(item));
    picture.append(group);
  });
  stage.replaceChildren(picture);
}
// Ties are thin, so an invisible wider line receives pointer events.
const wideLines = (item) => item.marks.filter((mark) => mark[0] === "p").map((mark) => svg("path", { d: mark[1], fill: "none", stroke: "transparent", "stroke-width": 7, class: "grip" }));
function focusBox(item) {
  const mark = ring(item);
  mark.setAttribute("stroke-dasharray", "3 2");
  mark.setAttribute("stroke", tone("ink"));
  mark.setAttribute("class", "focus-ring");
  return mark;
}
const figureName = () => `${say(view() === "all" ? "everywhere" : view())}. ${by("left")?.textContent ?? ""}`;
function look() {
  if (!camera) return;
  const stage = by("stage");
  stage.classList.toggle("zoomed", Boolean(zoomed()));
  if (view() === "all") { if (!frameWanted) { frameWanted = true; requestAnimationFrame(() => { frameWanted = false; paint(); }); } return; }
  const picture = by("picture");
  picture?.setAttribute("viewBox", [camera.x, camera.y, camera.w, camera.h].map((value) => Math.round(value * 100) / 100).join(" "));
}
function tellFigure(raw) {
  const parts = [];
  let away = false;
  if (raw) {
    const nodes = new Set(items(raw).filter((item) => item.kind === "node").map((item) => item.node));
    const shown = [...nodes].filter((node) => net.here[node]).length;
    if (shown < net.institutions) { parts.push(say("figureShows", shown, net.institutions)); away = true; }
    if (view() === "two") {
      const works = new Set(items(raw).filter((item) => item.kind === "work").flatMap((item) => item.works));
      const seen = [...works].filter((work) => net.kept[work]).length;
      if (seen < net.works) parts.push(say("figureShowsWorks", seen, net.works));
    }
    for (const index of selected()) if (!nodes.has(index)) { parts.push(say("notInView", nameOf(index))); away = true; }
    const between = (highlighted().path ?? []).slice(1, -1).filter((index) => !nodes.has(index));
    if (between.length) { parts.push(say("pathNotInView", between.map(nameOf).join(", "))); away = true; }
  } else parts.push(say("wholeLegend"));
  if (!net.institutions) parts.push(say("emptyFigure"));
  else if (isFiltered()) parts.push(say(raw ? "keptWhole" : "keptPlaces"));
  by("figure-says").replaceChildren(parts.join(" "), ...(away && level.all ? [" ", link(say("showAll"), () => { set({ view: "all" }); by("view-all")?.focus(); })] : []));
  by("figure-help").textContent = say("figureHelp");
}
function tabs(list, names, current, label, choose) {
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", label);
  const focused = list.contains(document.activeElement);
  list.replaceChildren(...names.map(([value, text, id, panel]) => make("button", {
    type: "button", role: "tab", id, "aria-controls": panel, "aria-selected": String(value === current), tabindex: value === current ? 0 : -1, text,
    onclick: () => choose(value),
    onkeydown: (event) => {
      const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!move) return;
      event.preventDefault();
      const now = names.findIndex((one) => one[0] === value);
      choose(names[(now + move + names.length) % names.length][0]);
    },
  })));
  if (focused) list.querySelector("[aria-selected=true]")?.focus();
}
function drawFigureControls() {
  by("figure-title").textContent = say("figure");
  const names = [["map", say("map"), "view-map", "view"], ["two", say("two"), "view-two", "view"]].filter(([key]) => withWorks([key]).length);
  if (level.all) names.push(["all", say("everywhere"), "view-all", "view"]);
  tabs(by("views"), names, view(), say("views"), (value) => { set({ view: value }); activeKey = null; });
  by("view").setAttribute("aria-labelledby", `view-${view()}`);
  const button = (key, sign, action) => make("button", { type: "button", "aria-label": say(key), title: say(key), text: sign, onclick: action });
  by("zoom").setAttribute("aria-label", say("zoom"));
  by("zoom").replaceChildren(button("zoomIn", "+", () => zoom(1.3)), button("zoomOut", "−", () => zoom(1 / 1.3)), button("fit", "⤢", fit));
  by("downloads").replaceChildren(make("button", { type: "button", text: say("svg"), onclick: downloadSvg }), make("button", { type: "button", text: say("json"), onclick: downloadJson }));
}
