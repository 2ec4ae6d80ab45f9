// The way in: files that are dropped or chosen, and how they are read.
import { fill, make, part } from "./dom.js";
import { say } from "./words.js";

/** @typedef {import("./engine.js").DataFile} DataFile */

/** @type {(files: DataFile[], reading: Record<string, unknown>) => void} */
let take = () => {};
/** Files that could not be read as they stand: they are read again with other options. @type {DataFile[]} */
let held = [];

/** @param {FileList | File[]} list @returns {Promise<DataFile[]>} */
export async function filesOf(list) {
  return Promise.all([...list].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Options of reading, as the form has them. */
function reading() {
  /** @type {Record<string, unknown>} */
  const found = {};
  for (const key of ["columns", "separator", "sheet", "group-by"]) {
    const { value } = /** @type {HTMLInputElement} */ (part(`reading-${key}`));
    if (value.trim() !== "") found[key] = key === "separator" ? value : value.trim();
  }
  if (/** @type {HTMLInputElement} */ (part("reading-as-recorded")).checked) found["names-as-recorded"] = true;
  if (/** @type {HTMLInputElement} */ (part("reading-addresses")).checked) found.addresses = "as-names";
  return found;
}

/** Drops anywhere on the page open files. @param {(files: DataFile[], reading: Record<string, unknown>) => void} given */
export function listenForFiles(given) {
  take = given;
  const body = document.body;
  body.addEventListener("dragover", (event) => { event.preventDefault(); body.classList.add("is-over"); });
  body.addEventListener("dragleave", (event) => { if (!event.relatedTarget) body.classList.remove("is-over"); });
  body.addEventListener("drop", async (event) => {
    event.preventDefault();
    body.classList.remove("is-over");
    const files = await filesOf(event.dataTransfer?.files ?? []);
    if (files.length > 0) use(files);
  });
}

/** @param {DataFile[]} files */
function use(files) { held = files; take(files, reading()); }

/** A button that opens the dialog for files. @param {string} label @param {(files: DataFile[]) => void} chosen @param {boolean} isMain */
export function chooser(label, chosen, isMain = false) {
  const input = make("input", { type: "file", multiple: true, class: "unseen", tabindex: "-1", "aria-label": label });
  input.addEventListener("change", async () => { const files = await filesOf(input.files ?? []); input.value = ""; if (files.length > 0) chosen(files); });
  return make("span", {}, make("button", { type: "button", class: isMain && "main", onclick: () => input.click() }, label), input);
}

/**
 * Writes the start.
 * @param {string} reason why the last files could not be read
 */
export function writeStart(reason) {
  const field = (/** @type {string} */ key, /** @type {string} */ label) => make("label", {}, label, make("input", { id: `reading-${key}`, type: "text", spellcheck: "false", autocomplete: "off" }));
  const box = (/** @type {string} */ key, /** @type {string} */ label) => make("label", { class: "box" }, make("input", { id: `reading-${key}`, type: "checkbox" }), make("span", {}, label));
  fill(part("start"),
    make("p", { class: "purpose" }, say("purpose")),
    reason !== "" && make("p", { class: "fault", role: "alert" }, reason),
    make("div", { class: "drop" },
      make("p", { class: "big" }, say("drop")),
      make("p", {}, chooser(say("choose"), use, true)),
      make("p", { class: "beside" }, say("dropFormats")),
      make("p", { class: "beside" }, say("dropColumns")),
      make("p", { class: "beside" }, say("private"))),
    make("p", {}, make("a", { class: "button", href: "#example=1" }, say("example")), " ", make("span", { class: "beside" }, say("exampleAbout"))),
    make("details", { open: reason !== "" }, make("summary", {}, say("reading")),
      make("div", { class: "fields" },
        field("columns", say("readingColumns")), field("separator", say("readingSeparator")), field("sheet", say("readingSheet")), field("group-by", say("readingGroup")),
        box("as-recorded", say("readingAsRecorded")), box("addresses", say("readingAddresses")),
        held.length > 0 && make("button", { type: "button", onclick: () => use(held) }, `${say("read")}: ${held.map(({ name }) => name).join(", ")}`))));
}
