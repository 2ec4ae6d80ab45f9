// The figure: drawn by the engine for the width that there is, walked through by pointer and keyboard.
import { make, part } from "./dom.js";
import { say } from "./words.js";

/** Pixels a point of the figure: its smallest text, of 6 points, is then 11 pixels high. */
const SCALE = 1.84;
const MILLIMETRES = 25.4 / 72;
/** Least width of a figure in millimetres. */
const NARROWEST = 60;
/** Millimetres that a mark goes by an arrow key. */
const STEP = 2;
/** From how many pixels on a pointer drags, instead of choosing. */
const DRAG = 5;
/** How far from a mark a touch still means it, in pixels. */
const REACH = 14;
const ZOOMS = [1, 1.5, 2.25, 3.4, 5];

/** @typedef {{id: string, element: SVGGElement, x: number, y: number}} NodeMark */
/** @typedef {{choose: (id: string, isSecond: boolean) => void, join: (a: string, b: string) => void, move: (id: string, x: number, y: number) => void}} Choices */

/** @type {Choices} */
let choices = { choose: () => {}, join: () => {}, move: () => {} };
/** @type {NodeMark[]} */
let nodes = [];
let current = 0;
let zoom = 0;
/** @type {SVGSVGElement | null} */
let shown = null;
/** Whether marks can be moved: the figure is drawn anew where they are put. */
let isMovable = false;
/** Whether a drag has just ended: the click that follows chooses nothing. */
let isDragged = false;

/** @param {Choices} given */
export function onChoice(given) { choices = given; }

/** Width in millimetres of a figure that fills the place that there is. */
export function fittingWidth() {
  const pixels = part("stage").clientWidth;
  return Math.max(NARROWEST, Math.floor((pixels / SCALE) * MILLIMETRES));
}

/** The figure that is shown, as it was drawn. */
export function shownFigure() { return shown; }

/**
 * Shows a figure.
 * @param {string} svg
 * @param {string[]} marked ids of the institutions that it is about
 * @param {boolean} canMove whether its marks can be moved
 */
export function show(svg, marked, canMove) {
  isMovable = canMove;
  const stage = part("stage");
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") throw new Error("no figure");
  const figure = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(parsed, true)));
  shown = /** @type {SVGSVGElement} */ (figure.cloneNode(true));
  figure.setAttribute("role", "group");
  stage.replaceChildren(figure);
  collect(figure, marked);
  zoom = 0;
  resize();
}

export function clear() {
  shown = null;
  nodes = [];
  part("stage").replaceChildren();
}

/** @param {number} step */
export function zoomBy(step) {
  const stage = part("stage");
  const before = [stage.scrollLeft + stage.clientWidth / 2, stage.scrollTop + stage.clientHeight / 2].map((at) => at / ZOOMS[zoom]);
  zoom = step === 0 ? 0 : Math.min(ZOOMS.length - 1, Math.max(0, zoom + step));
  resize();
  stage.scrollTo(before[0] * ZOOMS[zoom] - stage.clientWidth / 2, before[1] * ZOOMS[zoom] - stage.clientHeight / 2);
}

/** Sizes the figure in pixels: the width in points is that of its view box. */
function resize() {
  const figure = part("stage").querySelector("svg");
  if (!figure) return;
  const box = figure.viewBox.baseVal;
  figure.setAttribute("width", String(Math.round(box.width * SCALE * ZOOMS[zoom])));
  figure.setAttribute("height", String(Math.round(box.height * SCALE * ZOOMS[zoom])));
  part("stage").classList.toggle("is-zoomed", zoom > 0);
}

/** @param {SVGSVGElement} figure @param {string[]} marked */
function collect(figure, marked) {
  nodes = [];
  for (const element of /** @type {NodeListOf<SVGGElement>} */ (figure.querySelectorAll("g.node[data-id]"))) {
    const id = element.dataset.id ?? "";
    const kind = element.dataset.kind ?? "institution";
    if (!["institution", "work", "model", "publication"].includes(kind)) continue;
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "-1");
    element.setAttribute("aria-label", element.querySelector("title")?.textContent ?? id);
    if (marked.includes(id)) element.setAttribute("aria-current", "true");
    const box = element.getBBox?.() ?? { x: 0, y: 0, width: 0, height: 0 };
    nodes.push({ id, element, x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  current = Math.max(0, nodes.findIndex(({ id }) => marked.includes(id)));
  nodes[current]?.element.setAttribute("tabindex", "0");
}

/** The node at a point of the screen, or the nearest within reach. @param {number} x @param {number} y */
function nodeAt(x, y) {
  let best = null, least = REACH;
  for (const node of nodes) {
    const box = node.element.getBoundingClientRect();
    const distance = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    // Of marks within each other the smaller one is meant.
    const rank = distance + Math.min(box.width * box.height, 1e6) / 1e7;
    if (rank < least) { best = node; least = rank; }
  }
  return best;
}

/** @param {number} step to another node in the order of the figure @param {[number, number]} direction */
function move(step, direction) {
  const from = nodes[current];
  if (!from) return;
  let next = -1, least = Infinity;
  nodes.forEach((node, at) => {
    const along = (node.x - from.x) * direction[0] + (node.y - from.y) * direction[1];
    const across = Math.abs((node.x - from.x) * direction[1] - (node.y - from.y) * direction[0]);
    const cost = along + 2 * across;
    if (at !== current && along > 0.5 && cost < least) { least = cost; next = at; }
  });
  if (next < 0) next = (current + step + nodes.length) % nodes.length;
  focusNode(next);
}

/** @param {number} at */
function focusNode(at) {
  nodes[current]?.element.setAttribute("tabindex", "-1");
  current = at;
  nodes[at]?.element.setAttribute("tabindex", "0");
  nodes[at]?.element.focus();
  nodes[at]?.element.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

/** Puts the focus on a mark again, where a key had moved it. @param {string} id */
export function focusMark(id) {
  const at = nodes.findIndex((node) => node.id === id);
  if (at >= 0 && document.activeElement === document.body) focusNode(at);
}

/** What the line at a point joins: two institutions, or an institution with a work. @param {Element | null} element @returns {string[] | null} */
function lineAt(element) {
  const line = /** @type {SVGGElement | null} */ (element?.closest("g.edge[data-source]") ?? null);
  if (!line) return null;
  const { source = "", target = "", models = "" } = line.dataset;
  const isInstitution = (/** @type {string} */ id) => nodes.some((node) => node.id === id && node.element.dataset.kind === "institution");
  if (isInstitution(source) && isInstitution(target)) return [source, target];
  const work = models.split(" ")[0] || [target, source].map((end) => end.split(" ")[0].replace(/^team-/, "")).find((end) => !isInstitution(end));
  return work ? [work] : null;
}

/** Puts the listeners of the stage in place. */
export function listen() {
  const stage = part("stage");
  stage.addEventListener("click", (event) => {
    if (isDragged) { isDragged = false; return; }
    const node = nodeAt(event.clientX, event.clientY);
    if (node) { choices.choose(node.id, event.shiftKey); return; }
    const near = [[0, 0], [0, -6], [0, 6], [-6, 0], [6, 0], [-9, -9], [9, 9], [-9, 9], [9, -9]];
    for (const [x, y] of near) {
      const line = lineAt(document.elementFromPoint(event.clientX + x, event.clientY + y));
      if (line) { if (line.length === 2) choices.join(line[0], line[1]); else choices.choose(line[0], false); return; }
    }
  });
  stage.addEventListener("keydown", (event) => {
    const steps = /** @type {Record<string, [number, [number, number]]>} */ ({ ArrowRight: [1, [1, 0]], ArrowLeft: [-1, [-1, 0]], ArrowDown: [1, [0, 1]], ArrowUp: [-1, [0, -1]] });
    const step = steps[event.key];
    if (step && event.altKey && isMovable && nodes[current]) { event.preventDefault(); choices.move(nodes[current].id, step[1][0] * STEP, step[1][1] * STEP); }
    else if (step && nodes.length > 0) { event.preventDefault(); move(step[0], step[1]); }
    else if ((event.key === "Enter" || event.key === " ") && nodes[current]) { event.preventDefault(); choices.choose(nodes[current].id, event.shiftKey); }
    else if (event.key === "+") zoomBy(1);
    else if (event.key === "-") zoomBy(-1);
    else if (event.key === "0") zoomBy(0);
  });
  stage.addEventListener("pointermove", (event) => {
    stage.classList.toggle("is-over", event.pointerType === "mouse" && (nodeAt(event.clientX, event.clientY) !== null || lineAt(/** @type {Element} */ (event.target)) !== null));
  });
  dragMarks(stage);
  pan(stage);
}

/** Drags a mark: it follows the pointer, and the figure is drawn anew where it is put. @param {HTMLElement} stage */
function dragMarks(stage) {
  /** @type {{node: NodeMark, x: number, y: number, scale: number, isMoving: boolean} | null} */
  let held = null;
  const away = (/** @type {PointerEvent} */ event) => held ? [(event.clientX - held.x) * held.scale, (event.clientY - held.y) * held.scale] : [0, 0];
  stage.addEventListener("pointerdown", (event) => {
    isDragged = false;
    const node = isMovable && event.isPrimary && event.button === 0 ? nodeAt(event.clientX, event.clientY) : null;
    const figure = stage.querySelector("svg");
    if (!node || !figure) return;
    held = { node, x: event.clientX, y: event.clientY, scale: figure.viewBox.baseVal.width / figure.getBoundingClientRect().width, isMoving: false };
  });
  stage.addEventListener("pointermove", (event) => {
    if (!held) return;
    if (!held.isMoving && Math.hypot(event.clientX - held.x, event.clientY - held.y) > DRAG) { held.isMoving = true; stage.setPointerCapture(event.pointerId); stage.classList.add("is-dragging"); }
    if (!held.isMoving) return;
    const [x, y] = away(event);
    held.node.element.setAttribute("transform", `translate(${x} ${y})`);
  });
  const end = (/** @type {PointerEvent} */ event) => {
    stage.classList.remove("is-dragging");
    if (held?.isMoving) {
      isDragged = true;
      const [x, y] = away(event);
      if (event.type === "pointerup") choices.move(held.node.id, x * MILLIMETRES, y * MILLIMETRES); else held.node.element.removeAttribute("transform");
    }
    held = null;
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
}

/** Drags a figure that is larger than its place. @param {HTMLElement} stage */
function pan(stage) {
  /** @type {{x: number, y: number, left: number, top: number} | null} */
  let from = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && zoom > 0 && !(isMovable && nodeAt(event.clientX, event.clientY))) from = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
  });
  stage.addEventListener("pointermove", (event) => {
    if (from) stage.scrollTo(from.left + from.x - event.clientX, from.top + from.y - event.clientY);
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) stage.addEventListener(end, () => { from = null; });
}

/** Buttons of the zoom. */
export function zoomButtons() {
  const button = (/** @type {string} */ sign, /** @type {string} */ key, /** @type {number} */ step) =>
    make("button", { type: "button", "aria-label": say(key), title: say(key), onclick: () => zoomBy(step) }, sign);
  return make("div", { class: "group", role: "group", "aria-label": say("figure") }, button("+", "zoomIn", 1), button("−", "zoomOut", -1), button("⤢", "zoomFit", 0));
}
