// Words of the page: WORDS by language and key, TERMS (words of the data) by language; both come from the message
// catalogue. `say(key, …)` fills {0}, {1} …
const termOf = (word) => TERMS[language]?.[word] ?? word;
let language = "en";
function say(key, ...values) {
  const text = WORDS[language]?.[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, number) => String(values[number]));
}
// One or many: `counted("Work", 3)` says "3 works". A language may have one form for both.
const counted = (stem, count) => say(count === 1 ? `n${stem}` : `n${stem}s`, number(count));
const number = (value, digits = 0) => value.toLocaleString("en-US", { maximumFractionDigits: digits });
const plain = (value) => String(Math.round(value * 10000) / 10000);

// An element with attributes and children; texts are always text nodes, never markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}
const by = (id) => document.getElementById(id);
const heard = (text) => { by("heard").textContent = text; by("heard").className = "unseen"; };
// What everyone should notice: heard, and seen until the next change.
const notice = (text) => { by("heard").textContent = text; by("heard").className = "notice"; };
