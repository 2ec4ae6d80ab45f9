// Search as you type: names in both languages, short forms, aliases, identifiers, initial consonants.
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase().replace(/[\s·.,'’"()&/_-]+/g, " ").trim();
const initials = (text) => [...text.normalize("NFC")].map((ch) => {
  const code = ch.charCodeAt(0) - 0xac00;
  return code >= 0 && code < 11172 ? INITIALS[Math.floor(code / 588)] : ch.toLowerCase();
}).join("").replace(/\s+/g, "");
const isInitials = (text) => text.length > 0 && [...text].every((ch) => INITIALS.includes(ch));
let index = null;

function indexed() {
  if (index && index.level === level) return index.entries;
  const entries = [];
  level.institutions.forEach((one, number) => {
    const names = [one.n, one.ko, one.full, one.fullKo, one.s, one.sKo, one.k, ...one.al].filter(Boolean);
    entries.push({ key: one.k, kind: "institution", number, names: names.map(fold), initials: names.filter((name) => /[가-힣]/.test(name)).map(initials), size: level.worksOf[number].length });
  });
  facts.works.forEach((one, number) => {
    const names = [one.n, one.t, one.k, ...one.al].filter(Boolean);
    entries.push({ key: `w:${one.k}`, kind: "work", number, names: names.map(fold), initials: names.filter((name) => /[가-힣]/.test(name)).map(initials), size: 0 });
  });
  index = { level, entries };
  return entries;
}

// 0: full match; 1: prefix; 2: prefix of a word; 3: substring.
function closeness(entry, wanted, bare) {
  let best = 9;
  for (const name of entry.names) {
    if (name === wanted || name.replaceAll(" ", "") === bare) best = Math.min(best, 0);
    else if (name.startsWith(wanted)) best = Math.min(best, 1);
    else if (name.includes(` ${wanted}`)) best = Math.min(best, 2);
    else if (name.includes(wanted) || name.replaceAll(" ", "").includes(bare)) best = Math.min(best, 3);
  }
  return best;
}
function search(query) {
  const wanted = fold(query), bare = wanted.replaceAll(" ", "");
  if (!bare) return [];
  const normalized = query.normalize("NFKC").replace(/\s+/g, "");
  // NFKC maps the compatibility jamo of keyboards to conjoining jamo; both are accepted.
  const typed = query.replace(/\s+/g, "");
  const byInitials = isInitials(typed) ? typed : isInitials(normalized) ? normalized : null;
  const found = [];
  for (const entry of indexed()) {
    let rank = byInitials ? Math.min(9, ...entry.initials.map((name) => (name === byInitials ? 0 : name.startsWith(byInitials) ? 1 : name.includes(byInitials) ? 3 : 9))) : closeness(entry, wanted, bare);
    if (rank < 9) found.push({ entry, rank: rank * 2 + (entry.kind === "work" ? 1 : 0) });
  }
  found.sort((a, b) => a.rank - b.rank || b.entry.size - a.entry.size || a.entry.number - b.entry.number);
  return found.slice(0, 12).map((one) => one.entry);
}

function setUpSearch() {
  const input = by("query"), list = by("found");
  let entries = [], active = -1;
  const close = () => { if (by("heard").textContent === say("noResults")) heard(""); list.hidden = true; active = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (entry) => { input.value = ""; close(); pick(entry.key, false); };
  const mark = (number) => {
    active = number;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) { input.setAttribute("aria-activedescendant", `found-${active}`); list.children[active].scrollIntoView({ block: "nearest" }); }
  };
  const show = () => {
    entries = search(input.value);
    list.replaceChildren(...entries.map((entry, at) => {
      const label = entry.kind === "work" ? workName(entry.number) : nameOf(entry.number);
      const beside = entry.kind === "work" ? `${say("work")} · ${dateOf(entry.number)}` : [otherNameOf(entry.number), counted("Work", net.worksOf[entry.number].length)].filter(Boolean).join(" · ");
      return make("li", { id: `found-${at}`, role: "option", "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); take(entry); } },
        make("span", { class: "name", dir: "auto", text: label }), " ", make("span", { class: "beside", dir: "auto", text: beside }));
    }));
    const any = input.value.trim() !== "";
    list.hidden = entries.length === 0;
    input.setAttribute("aria-expanded", String(entries.length > 0));
    if (any) (entries.length ? heard : notice)(entries.length ? say(entries.length === 1 ? "result" : "results", entries.length) : say("noResults"));
    else heard("");
    mark(entries.length ? 0 : -1);
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { show(); return; }
      mark((active + (event.key === "ArrowDown" ? 1 : -1) + entries.length) % entries.length);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) { event.preventDefault(); take(entries[active]); }
    else if (event.key === "Escape") { if (list.hidden) input.value = ""; close(); }
  });
  list.setAttribute("aria-label", say("search"));
}
