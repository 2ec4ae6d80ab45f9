// Details of the selection: partners with the works behind each tie, joint works, common partners, the shortest path. A
// second institution is selected with Shift, with the panel's button, or by a tie.
function pick(key, second) {
  const work = key.startsWith("w:");
  const other = state.sel[0] && !state.sel[0].startsWith("w:") && state.sel[0] !== key;
  const sel = !work && other && (second || picking) ? [state.sel[0], key] : [key];
  picking = false;
  set({ sel });
  heard(say("chosen", sel.map(calledBy).join(", ")));
}
const calledBy = (key) => (key.startsWith("w:") ? workName(facts.workOf.get(key.slice(2))) : nameOf(level.keyOf.get(key)));
const choosePair = (a, b) => { picking = false; set({ sel: [level.institutions[a].k, level.institutions[b].k] }); };
function clearSelection() { picking = false; activeKey = null; if (state.sel.length) set({ sel: [] }); }

const link = (text, act, label) => make("button", { type: "button", class: "link", dir: "auto", "aria-label": label, text, onclick: act });
const institutionLink = (index) => link(nameOf(index), () => pick(level.institutions[index].k, false));
const workLink = (work) => link(workName(work), () => pick(`w:${facts.works[work].k}`, false));
const webAddress = (href) => /^https?:\/\//i.test(href);
function paperLink(work) {
  const href = facts.works[work].l.find(webAddress);
  return href ? make("a", { href, rel: "noreferrer noopener", target: "_blank", "aria-label": say("paperOf", workName(work)), text: say("paper") }) : null;
}
// A comma-separated list of texts or elements; a comma stays on the line of the entry before it.
const joined = (parts) => parts.flatMap((part, at) => (at < parts.length - 1 ? [make("span", { class: "held" }, part, ","), " "] : [part]));

// A work with date, criteria, paper, and its institutions other than those already shown.
function workItem(work, besides = []) {
  const one = facts.works[work];
  const others = level.members[work].filter((member) => !besides.includes(member));
  return make("li", {}, workLink(work), ` (${dateOf(work)}) `, paperLink(work),
    one.c.length ? make("span", { class: "beside", text: ` ${one.c.map(criterionName).join(", ")}` }) : null,
    others.length ? make("span", { class: "beside" }, ` ${say("withWhom")}: `, joined(others.map(institutionLink))) : null);
}
const workItems = (works, besides) => make("ul", { class: "works" }, works.map((work) => workItem(work, besides)));
const tieNumbers = (tie) => tie.works.length ? `${say("joint", tie.works.length)}${state.counting === "full" && !tie.stated ? "" : ` · ${say("weight", plain(tie.weight))}`}` : `${say("weight", plain(tie.weight))} · ${say("stated")}`;

function drawPanel() {
  const section = by("panel"), ones = selected(), work = selectedWork();
  const focused = section.contains(document.activeElement);
  const content = [make("h2", { id: "panel-title", tabindex: -1, text: say("panel") })];
  if (work !== undefined) content.push(...tellWork(work));
  else if (ones.length === 2) content.push(...tellPair(ones));
  else if (ones.length === 1) content.push(...tellOne(ones[0]));
  else content.push(make("p", { text: say("hint") }));
  if (state.sel.length) content.push(make("p", {}, make("button", { type: "button", text: say("clear"), onclick: () => { clearSelection(); by("panel-title").focus(); } })));
  // Missing parts are skipped; an element would print them as "null".
  section.replaceChildren(...content.filter(Boolean));
  if (focused) by("panel-title").focus({ preventScroll: true });
}

function tellOne(one) {
  const about = level.institutions[one], partners = partnersOf(one), works = net.worksOf[one];
  const formal = language === "ko" ? about.fullKo : about.full;
  const kinds = [about.t.map(sectorName).join(", "), about.c.map(countryName).join(", ")].filter(Boolean).join(" · ");
  const alone = works.filter((work) => sizeOf(work) === 1);
  const over = works.filter((work) => net.over.includes(work));
  const parts = [
    make("h3", { dir: "auto", text: nameOf(one) + (otherNameOf(one) ? ` (${otherNameOf(one)})` : "") }),
    formal ? make("p", { class: "small", dir: "auto", text: formal }) : null,
    kinds ? make("p", { class: "small", text: kinds }) : null,
    about.ror && webAddress(about.ror) ? make("p", { class: "small" }, make("a", { href: about.ror, rel: "noreferrer noopener", target: "_blank", text: `ROR ${about.ror.split("/").pop()}` })) : null,
  ];
  if (!net.here[one]) return [...parts, make("p", { text: say("gone") })];
  parts.push(
    make("p", { text: tellPartners(one, works, partners) }),
    make("p", {}, make("button", { type: "button", id: "second", "aria-pressed": String(picking), text: say("second"), onclick: () => { picking = !picking; drawPanel(); by("second").focus(); if (picking) heard(say("secondOn")); } }), picking ? make("span", { class: "small", text: ` ${say("secondOn")}` }) : null));
  if (partners.length) parts.push(make("h4", { text: say("partners") }), make("ul", { class: "partners" }, partners.map(({ other, tie }) =>
    make("li", {}, make("details", {}, make("summary", {}, make("span", { dir: "auto", text: nameOf(other) }), make("span", { class: "beside", text: ` ${tieNumbers(tie)}` })),
      make("p", {}, institutionLink(other), " · ", link(say("openTie", nameOf(one), nameOf(other)), () => choosePair(one, other))), workItems(tie.works, [one, other]))))));
  if (alone.length) parts.push(make("h4", { text: say("alone") }), workItems(alone, [one]));
  if (over.length) parts.push(make("h4", { text: say("leftTeams", state.team) }), make("ul", { class: "works" }, over.map((work) => make("li", {}, workLink(work), ` (${dateOf(work)}) `, counted("Institution", level.members[work].length)))));
  return parts;
}

// How many works and partners an institution has: partners by works apart from those by ties that the input states.
function tellPartners(one, works, partners) {
  const byWorks = partners.filter(({ tie }) => tie.works.length), stated = partners.length - byWorks.length;
  const joint = new Set(byWorks.flatMap(({ tie }) => tie.works)).size;
  const parts = [];
  if (byWorks.length) parts.push(say("who", nameOf(one), counted("Work", works.length), joint, counted("Partner", byWorks.length)));
  else if (works.length) parts.push(say(stated ? "whoNoJoint" : "whoAlone", nameOf(one), counted("Work", works.length)));
  else if (!stated) parts.push(say("whoNothing", nameOf(one)));
  if (stated) parts.push(say("whoStated", nameOf(one), counted("Partner", stated)));
  return parts.join(" ");
}

function tellPair([a, b]) {
  const tie = tieOf(a, b), path = shortest(a, b);
  const common = [...net.near[a].keys()].filter((node) => net.near[b].has(node)).sort((x, y) => x - y);
  const parts = [
    make("h3", { dir: "auto", text: `${nameOf(a)} – ${nameOf(b)}` }),
    make("p", {}, link(say("back", nameOf(a)), () => pick(level.institutions[a].k, false)), " · ", link(say("back", nameOf(b)), () => pick(level.institutions[b].k, false))),
    make("h4", { text: say("jointWorks", nameOf(a), nameOf(b)) }),
  ];
  if (tie) parts.push(make("p", { text: tieNumbers(tie) }), workItems(tie.works, [a, b]));
  const over = net.worksOf[a].filter((work) => net.over.includes(work) && level.members[work].includes(b));
  if (over.length) parts.push(make("p", { text: `${say("leftTeams", state.team)}:` }), workItems(over, [a, b]));
  if (!tie && !over.length) parts.push(make("p", { text: say(isFiltered() ? "noJoint" : "noJointAtAll") }));
  parts.push(make("h4", { text: say("common") }));
  parts.push(common.length ? make("ul", { class: "partners" }, common.map((node) => make("li", {}, make("details", {}, make("summary", { dir: "auto", text: nameOf(node) }),
    make("p", {}, institutionLink(node)), ...[a, b].map((end) => make("div", {}, make("p", { class: "small", text: `${nameOf(end)}: ${tieNumbers(tieOf(end, node))}` }), workItems(sameTeam(end, node), [end, node]))))))) : make("p", { text: say("noCommon") }));
  parts.push(make("h4", { text: say("path") }));
  if (!path) parts.push(make("p", { text: say("noPath") }));
  else parts.push(make("p", { text: path.length === 2 ? say("pathStep") : say("pathSteps", path.length - 1) }), make("ol", { id: "path", "aria-label": say("path") }, path.slice(1).map((node, at) =>
    make("li", {}, institutionLink(path[at]), " – ", institutionLink(node), ": ", sameTeam(path[at], node).length ? joined(sameTeam(path[at], node).map((work) => make("span", {}, workLink(work), ` (${dateOf(work)})`))) : tieNumbers(tieOf(path[at], node))))));
  return parts;
}

function tellWork(work) {
  const one = facts.works[work];
  const row = (key, value) => (value ? [make("dt", { text: say(key) }), make("dd", { dir: "auto" }, value)] : []);
  return [
    make("h3", { dir: "auto", text: one.n }),
    net.kept[work] ? null : make("p", { text: say("gone") }),
    make("dl", {},
      row("date", dateOf(work)), row("titleOf", one.t), row("authors", one.a), row("made", make("span", {}, joined(level.members[work].map(institutionLink)))),
      row("criteria", one.c.map(criterionName).join(", ")), row("domains", one.f.map(domainName).join(", ")),
      row("access", termOf(one.o)), row("cited", one.q === undefined ? "" : number(one.q)), row("paper", paperLink(work))),
    one.st.length ? make("h4", { text: say("says") }) : null,
    one.st.length ? make("ul", {}, one.st.map(([source, en, ko]) => make("li", { dir: "auto", text: `${termOf(source)}: ${language === "ko" ? ko || en : en}` }))) : null,
  ].filter(Boolean);
}
