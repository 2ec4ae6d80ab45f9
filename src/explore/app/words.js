// Texts of the page, in the language that is shown.

/** @typedef {{en: string, ko: string}} InBoth a text in each language */

let language = "en";
/** @type {Record<string, Record<string, string>>} */
let texts = WORDS;

/** @param {string} tag */
export function setLanguage(tag) { language = tag in WORDS ? tag : "en"; document.documentElement.lang = language; }
export function currentLanguage() { return language; }
/** Texts for the kind of works of the data. @param {Record<string, Record<string, string>>} own */
export function setTexts(own) { texts = own; }

/** The language of the browser, where the page has it. */
export function browserLanguage() {
  const wanted = navigator.languages?.[0] ?? navigator.language ?? "en";
  return wanted.toLowerCase().startsWith("ko") ? "ko" : "en";
}

/**
 * A text with values in its places.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function say(key, ...values) {
  const text = texts[language]?.[key] ?? WORDS[language][key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ""));
}

/** The text of this language. @param {InBoth} both */
export function own(both) { return (language === "ko" ? both.ko : both.en) ?? ""; }

/** @param {number} value */
export function number(value) { return value.toLocaleString(language === "ko" ? "ko-KR" : "en-US", { maximumFractionDigits: 4 }); }
