// The box that finds institutions and works: a combobox with a list.
import { fill, make, part } from "./dom.js";
import { Cancelled, Refused, ask } from "./engine.js";
import { currentLanguage, own, say } from "./words.js";

/** @typedef {{id: string, label: string, beside: string}} Match */

const MOST = 8;

/**
 * Makes a box find and open.
 * @param {string} box id of the input
 * @param {string} list id of the list
 * @param {(id: string) => void} open
 */
export function searchBox(box, list, open) {
  const input = /** @type {HTMLInputElement} */ (part(box));
  const options = part(list);
  /** @type {Match[]} */
  let matches = [];
  let at = -1, turn = 0;

  const close = () => { options.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  const mark = (/** @type {number} */ next) => {
    at = next;
    [...options.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) { input.setAttribute("aria-activedescendant", `${list}-${at}`); options.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const choose = (/** @type {Match | undefined} */ match) => { if (match) { close(); input.value = ""; open(match.id); } };

  const find = async () => {
    const text = input.value.trim();
    turn += 1;
    const own = turn;
    if (text === "") { matches = []; close(); return; }
    const found = await matching(text);
    if (own !== turn) return;
    matches = found;
    fill(options, ...matches.map((match, index) => make("li", { role: "option", id: `${list}-${index}`, "aria-selected": "false", onpointerdown: (/** @type {Event} */ event) => { event.preventDefault(); choose(match); } },
      match.label, make("span", { class: "beside" }, match.beside))));
    if (matches.length === 0) options.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, say("noMatches", text)));
    options.hidden = false;
    input.setAttribute("aria-expanded", "true");
    part("heard").textContent = matches.length === 0 ? say("noMatches", text) : matches.length === 1 ? say("result") : say("results", matches.length);
    mark(matches.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", find);
  input.addEventListener("focus", () => { if (input.value.trim() !== "") find(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && matches.length > 0) { event.preventDefault(); mark((at + 1) % matches.length); }
    else if (event.key === "ArrowUp" && matches.length > 0) { event.preventDefault(); mark((at - 1 + matches.length) % matches.length); }
    else if (event.key === "Enter") { event.preventDefault(); choose(matches[Math.max(at, 0)]); }
    else if (event.key === "Escape") { close(); input.value = ""; }
  });
}

/** @param {string} text @returns {Promise<Match[]>} */
async function matching(text) {
  try {
    const answer = await ask({ ask: "find", text, top: MOST });
    const lang = currentLanguage();
    return answer.matches.map((/** @type {any} */ one) => {
      const other = one.name[lang === "ko" ? "en" : "ko"];
      return { id: one.id, label: own(one.name), beside: [other === own(one.name) ? "" : other, one.date ?? ""].filter(Boolean).join(" · ") };
    });
  } catch (error) {
    if (error instanceof Cancelled || error instanceof Refused) return [];
    throw error;
  }
}
