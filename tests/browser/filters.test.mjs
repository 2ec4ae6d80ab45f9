// The page's filters and the command's are one rule: the script of the page, run without a browser, counts what the
// command answers, on data of which not everything is known.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const collab = process.env.COLLAB ?? fileURLToPath(new URL("../../target/release/collab", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "filters-"));
const file = (name, text) => { const path = join(folder, name); writeFileSync(path, text); return path; };
const source = (name) => readFileSync(new URL(`../../src/explore/page/${name}`, import.meta.url), "utf8");

const PAPERS = file("papers.csv", `title,institutions,countries,sectors,date
Alpha,North,KR,company,2019
Beta,North;South,KR;US,company;education,2020-05
Gamma,South,US,education,2021
Delta,South;West,,,
Epsilon,,,,2021
Zeta,West,,,2021-02-03
Eta,West;East;North,,,2022
Theta,East,FR,facility,
Iota,Far;North,,,
`);
const ITEMS = file("items.csv", "id,label,country,sector\n1,North,KR,company\n2,South,US,education\n3,East,,company\n4,West,KR,\n5,Centre,,\n6,Lone,FR,\n");
const TIES = file("ties.csv", "source,target,weight\n1,2,2\n2,3,1\n3,4,4\n4,5,1\n5,3,0.5\n");

// The page's own functions over the facts of a page that the command writes.
function pageOf(...data) {
  const html = join(folder, "page.html");
  execFileSync(collab, ["--quiet", ...data, "explore", "-o", html]);
  const text = readFileSync(html, "utf8").match(/<script[^>]*id="?data"?[^>]*>([\s\S]*?)<\/script>/)[1];
  const elements = { left: {} };
  const scripts = ["words.js", "facts.js", "state.js", "network.js", "filters.js", "panel.js"].map(source).join("\n");
  const words = readFileSync(html, "utf8").match(/(?:const|let|var) WORDS = [^\n]*/)[0];
  const context = vm.createContext({ document: { getElementById: (id) => elements[id] }, TERMS: {}, elements, text });
  vm.runInContext(`${words.replace(/;?\s*(?:const|let|var) TERMS = .*/, ";")}\n${scripts}\nlet fullNetwork = null;
    read(JSON.parse(text));
    function ask(filters) {
      state = { ...FRESH(), ...filters };
      fullNetwork = build(true); choose(); net = build(false); tellLeft();
      return { works: net.works, institutions: net.institutions, ties: net.ties.length, undated: net.undated, unplaced: net.unplaced, weight: Math.round(net.ties.reduce((sum, tie) => sum + tie.weight, 0) * 1e6) / 1e6, left: elements.left.textContent };
    }
    function tellOf(name) { const at = level.institutions.findIndex((one) => one.n === name); return tellPartners(at, net.worksOf[at], partnersOf(at)); }`, context);
  return { ask: (filters) => vm.runInContext(`ask(${JSON.stringify(filters)})`, context), tell: (name) => vm.runInContext(`tellOf(${JSON.stringify(name)})`, context) };
}

function command(data, filters) {
  const options = Object.entries(filters).flatMap(([key, value]) => [`--${{ from: "since", to: "until", team: "max-team" }[key] ?? key}`, String(value)]);
  let text;
  try { text = execFileSync(collab, ["--quiet", ...data, ...options, "--json"], { encoding: "utf8" }); } catch (error) { text = error.stdout; }
  const answer = JSON.parse(text);
  const said = (id) => answer.statements.find((one) => one.message === id)?.arguments.count ?? 0;
  return { works: answer.works, institutions: answer.institutions, ties: answer.ties, weight: Math.round(answer.weight * 1e6) / 1e6, undated: said("answers-filter-undated"), unplaced: said("answers-filter-unplaced") };
}

const FILTERS = [
  {}, { country: ["KR"] }, { country: ["US"] }, { country: ["FR", "US"] }, { sector: ["company"] }, { sector: ["education"] },
  { country: ["KR"], sector: ["education"] }, { country: ["US"], sector: ["company"] }, { from: 2021 }, { to: 2020 },
  { from: 2020, to: 2021, country: ["KR"] }, { from: 2022, sector: ["company"] },
];
const rows = [["papers", ["--data", PAPERS]], ["ties", ["--data", ITEMS, "--data", TIES]], ["both", ["--data", PAPERS, "--data", ITEMS, "--data", TIES]]];
for (const [name, data] of rows) {
  test(`the page counts ${name} as the command does, under every filter`, () => {
    const page = pageOf(...data);
    for (const filters of FILTERS) {
      const expected = command(data, filters);
      const { left, ...found } = page.ask(filters);
      assert.deepEqual(found, expected, `${name} ${JSON.stringify(filters)}: ${left}`);
      if (expected.undated) assert.match(left, new RegExp(`${expected.undated} of them undated`));
      if (expected.unplaced) assert.match(left, new RegExp(`${expected.unplaced} of them because a country or sector`));
    }
  });
}

test("a page of ties without works speaks of ties", () => {
  const page = pageOf("--data", ITEMS, "--data", TIES);
  assert.match(page.ask({}).left, /^Shown: 6 of 6 institutions, 5 of 5 ties\. Nothing is excluded\./);
  assert.equal(page.tell("East"), "With these filters, East has 3 partners by ties that the input states without works.");
  assert.match(page.ask({ country: ["KR"] }).left, /Excluded by the filters: 2 ties \(2 of them because a country or sector of their institutions is not recorded\)\./);
  assert.match(page.ask({ from: 2020 }).left, /because no work shows/);
});

test("a page of papers says how many works are joint and makes no partner of none", () => {
  const page = pageOf("--data", PAPERS);
  page.ask({});
  assert.equal(page.tell("North"), "With these filters, North has 4 publications, 3 of them joint, with 4 partners.");
  page.ask({ team: 2 });
  assert.equal(page.tell("East"), "With these filters, East has 2 publications and no ties.");
});

test("the page counts other actors, and what was chosen before it was made, as the command does", () => {
  const settings = [["--level", "country"], ["--level", "sector"], ["--level", "group"], ["--among", "North", "--among", "South", "--among", "West", "--among", "East"], ["--min-works", "2"], ["--strongest", "2"]];
  for (const setting of settings) {
    const data = ["--data", PAPERS, ...setting];
    const page = pageOf(...data);
    // A choice of ties rests on the cap and the counting with which it was made.
    for (const filters of [{}, ...(setting[0] === "--level" ? [{ team: 2 }, { counting: "fractional" }] : [])]) {
      const { left, ...found } = page.ask(filters);
      assert.deepEqual(found, command(data, filters), `${setting} ${JSON.stringify(filters)}: ${left}`);
    }
  }
  assert.match(pageOf("--data", PAPERS, "--level", "country").ask({}).left, /of 3 countries/);
});
