// The answer: sentences above the figure, tables beside it. Rows open what they name.
import { make } from "./dom.js";
import { number, say } from "./words.js";

/** @typedef {{key: string, label: string, number: boolean}} Column */
/** @typedef {null | string | number | string[] | {text: string, href: string}} Cell */
/** @typedef {{name: string, caption: string, columns: Column[], rows: {cells: Cell[], ids: Record<string, string>}[]}} Table */
/** @typedef {{found: boolean, lead: string[], notes: string[], tables: Table[], record: any}} Answer */

/** Rows that are shown before the reader asks for all. */
const ROWS = 50;

/** Sentences that stand above the figure; the others are read beside it. */
const ABOVE = 2;

/** The first sentences. @param {Answer} answer */
export function lead(answer) {
  return answer.lead.slice(0, ABOVE).map((sentence, at) => make("p", { class: at === 0 ? "first" : "more" }, sentence));
}

/**
 * The other sentences, the tables and notes.
 * @param {Answer} answer
 * @param {(ids: string[]) => string} linkOf the link that opens one id, or two
 */
export function tables(answer, linkOf) {
  const notes = answer.notes.length === 0 ? null : make("ul", { class: "notes" }, ...answer.notes.map((note) => make("li", {}, note)));
  return [...answer.lead.slice(ABOVE).map((sentence) => make("p", {}, sentence)), ...answer.tables.map((table) => whole(table, linkOf)), ...(notes ? [notes] : [])];
}

/** @param {Table} table @param {(ids: string[]) => string} linkOf */
function whole(table, linkOf) {
  const body = make("tbody", {}, ...table.rows.slice(0, ROWS).map((one) => row(table, one, linkOf)));
  const element = make("table", {},
    make("caption", {}, table.caption),
    make("thead", {}, make("tr", {}, ...table.columns.map((column) => make("th", { scope: "col", class: column.number && "number" }, column.label)))),
    body);
  const scroll = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": table.caption }, element);
  if (table.rows.length <= ROWS) return scroll;
  const more = make("button", { type: "button", onclick: () => {
    body.append(...table.rows.slice(ROWS).map((one) => row(table, one, linkOf)));
    more.remove();
  } }, say("tableRows", number(table.rows.length)));
  return make("div", {}, scroll, more);
}

/** @param {Table} table @param {Table["rows"][number]} one @param {(ids: string[]) => string} linkOf */
function row(table, one, linkOf) {
  return make("tr", {}, ...table.columns.map((column, at) => {
    const cell = one.cells[at];
    const id = one.ids[column.key];
    const inside = id && typeof cell === "string" ? [make("a", { href: linkOf([id]) }, cell)] : content(cell);
    return make("td", { class: column.number && "number" }, ...inside);
  }));
}

/** @param {Cell} cell @returns {(Node | string)[]} */
function content(cell) {
  if (cell === null || cell === undefined) return [];
  if (typeof cell === "number") return [number(cell)];
  if (typeof cell === "string") return [cell];
  if (Array.isArray(cell)) return cell.flatMap((text, at) => at === 0 ? [text] : [make("br"), text]);
  const isAddress = /^https?:\/\//i.test(cell.href);
  return [isAddress ? make("a", { href: cell.href, target: "_blank", rel: "noopener noreferrer" }, cell.text) : cell.text];
}
