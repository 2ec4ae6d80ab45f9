// What is taken away: the figure, the table, the network.
import { announce, make } from "./dom.js";
import { ask, openNow } from "./engine.js";
import { shownFigure } from "./figure.js";
import { say } from "./words.js";

/** Formats of networks that are offered, with their names. */
const NETWORKS = [["gexf", "GEXF (Gephi)"], ["graphml", "GraphML"], ["pajek", "Pajek"], ["vosviewer", "VOSviewer"], ["gephi-csv", "Gephi CSV"], ["edges", "CSV"]];
/** Pixels of a picture for one point of the figure: 300 to the inch. */
const PIXELS = 300 / 72;

/** @param {string} name @param {BlobPart} content @param {string} type */
function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** The figure as a file: the same bytes as the command writes, but for the XML declaration. */
function figureText() {
  const figure = shownFigure();
  return figure ? `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(figure)}\n` : "";
}

/** The page as it came, before anything was shown on it. */
const untouched = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The page with the files that are open: it opens them by itself. */
function pageText() {
  const { files, reading } = openNow();
  const state = location.hash.slice(1);
  const page = /** @type {HTMLElement} */ (untouched.cloneNode(true));
  page.querySelector("#files")?.remove();
  const held = { reading, state, files: files.map(({ name, bytes }) => ({ name, bytes: base64(bytes) })) };
  const element = make("script", { type: "application/json", id: "files" }, JSON.stringify(held).replace(/</g, "\\u003c"));
  const script = page.querySelector("body > script:not([type])");
  script?.before(element);
  return `<!DOCTYPE html>\n${page.outerHTML}\n`;
}

/** Files that the page came with; null where there are none. */
export function filesWithin() {
  const text = document.getElementById("files")?.textContent;
  if (!text) return null;
  const held = JSON.parse(text);
  return { reading: held.reading, state: String(held.state ?? ""), files: held.files.map((/** @type {{name: string, bytes: string}} */ { name, bytes }) => ({ name, bytes: Uint8Array.from(atob(bytes), (ch) => ch.charCodeAt(0)) })) };
}

/** @param {string} text @returns {Promise<Blob>} */
function picture(text) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const box = shownFigure()?.viewBox.baseVal;
      const canvas = document.createElement("canvas");
      canvas.width = Math.round((box?.width ?? 1) * PIXELS);
      canvas.height = Math.round((box?.height ?? 1) * PIXELS);
      canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("png")), "image/png");
    };
    image.onerror = () => reject(new Error("png"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}

/**
 * The menu of downloads.
 * @param {{name: string, settings: object, query: object | null, layout: string, hasFigure: boolean}} what
 * @param {(error: unknown) => void} failed
 */
export function downloads({ name, settings, query, layout, hasFigure }, failed) {
  const button = (/** @type {string} */ label, /** @type {() => Promise<void> | void} */ act) => make("button", { type: "button", onclick: async () => { try { await act(); } catch (error) { failed(error); } } }, label);
  const group = (/** @type {string} */ label, /** @type {HTMLElement[]} */ ...buttons) => make("fieldset", {}, make("legend", {}, label), ...buttons);
  const table = async (/** @type {"csv" | "json"} */ kind) => {
    const answer = await ask({ ask: "table", settings, query });
    save(`${name}.${kind}`, answer[kind], kind === "csv" ? "text/csv" : "application/json");
  };
  const network = (/** @type {string} */ format) => async () => {
    const answer = await ask({ ask: "export", settings, format });
    for (const file of answer.files) save(`${name}${file.suffix}`, file.text, "application/octet-stream");
  };
  return make("details", { class: "menu" }, make("summary", {}, say("download")), make("div", { class: "sheet" },
    hasFigure && group(say("downloadFigure"),
      button("SVG", () => save(`${name}.svg`, figureText(), "image/svg+xml")),
      button("PNG", async () => save(`${name}.png`, await picture(figureText()), "image/png")),
      button(say("downloadLayout"), () => save(`${name}-layout.json`, layout, "application/json"))),
    query && group(say("downloadTable"), button("CSV", () => table("csv")), button("JSON", () => table("json"))),
    group(say("downloadPage"), button("HTML", () => save("collabgraph.html", pageText(), "text/html"))),
    group(say("downloadNetwork"), ...NETWORKS.map(([format, label]) => button(label, network(format))))));
}

/** Copies the address of what is shown. */
export async function copyLink() {
  try { await navigator.clipboard.writeText(location.href); announce(say("copied")); } catch { announce(say("notCopied")); }
}
