// Elements without markup: whatever a text holds, it is a text.

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown>} [properties] attributes; `on…` are listeners; false and null leave one out
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== false && child !== undefined));
  return element;
}

/** @param {string} id */
export function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

/** @param {Element} element @param {...(Node | string | null | false)} children */
export function fill(element, ...children) { element.replaceChildren(...children.filter((child) => child !== null && child !== false)); }

/** @type {number | undefined} */
let hiding;
/** Says something for some seconds, also to screen readers. @param {string} text */
export function announce(text) {
  const element = part("notice");
  element.textContent = text;
  element.hidden = false;
  clearTimeout(hiding);
  hiding = window.setTimeout(() => { element.hidden = true; }, 6000);
}
