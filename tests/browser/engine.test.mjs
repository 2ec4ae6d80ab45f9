// The built engine gives the answers of the command: records, sentences, tables, figures, network files, errors.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { engine } from "./engine.mjs";

const collab = process.env.COLLAB;
const folder = mkdtempSync(join(tmpdir(), "engine-"));

function command(data, args, settings = {}) {
  const options = Object.entries(settings).flatMap(([key, value]) => [value].flat().flatMap((one) => [`--${key}`, String(one)]));
  const ran = spawnSync(collab, ["--quiet", "--registry", "none", ...(data.length > 0 ? data : ["embedded"]).flatMap((file) => ["--data", file]), ...options, ...args], { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, COLLAB_LANG: "" || undefined } });
  return ran;
}
const filesOf = (data) => data.map((file) => ({ name: file, bytes: readFileSync(file) }));
function table(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

// A table of another country with papers, and one of ties alone.
const harbours = table("harbours.csv", `Title,Affiliations,Date\n${Array.from({ length: 60 }, (_, at) => `Paper ${at},${[`Port ${at % 7}`, `Dock ${at % 5}`, at % 3 ? "" : `Mole ${at % 11}`].filter(Boolean).join(";")},20${10 + (at % 14)}-0${1 + (at % 9)}-01`).join("\n")}\n`);
const ties = table("ties.gexf", `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a" label="Ærø Institut"/><node id="b" label="서울대"/><node id="c" label="C &amp; Co"/></nodes><edges><edge source="a" target="b" weight="2"/><edge source="b" target="c"/></edges></graph></gexf>`);
const epoch = process.env.EPOCH ?? "../../../shared/datasets/epoch-notable-2025-04-08.csv";

const DATA = [[], [harbours], [ties], [harbours, ties]];
if (existsSync(epoch)) DATA.push([epoch]);
const QUESTIONS = (a, b) => [
  [{ question: "overview" }, []],
  [{ question: "who", name: a }, ["who", a]],
  [{ question: "between", a, b }, ["between", a, b]],
  [{ question: "path", a, b }, ["path", a, b]],
  [{ question: "works" }, ["works"]],
  [{ question: "institutions" }, ["institutions"]],
  [{ question: "rank", by: "betweenness" }, ["rank", "--by", "betweenness"]],
  [{ question: "rank", by: "works", top: 3 }, ["rank", "--by", "works", "--top", "3"]],
  [{ question: "clusters" }, ["clusters"]],
  [{ question: "components" }, ["components"]],
  [{ question: "statistics" }, ["statistics"]],
  [{ question: "common", names: [a, b] }, ["common", a, b]],
  [{ question: "never" }, ["never"]],
  [{ question: "predict", top: 5 }, ["predict", "--top", "5"]],
  [{ question: "rank", by: "closeness", weighted: true }, ["rank", "--by", "closeness", "--weighted"]],
  [{ question: "strongest", top: 5 }, ["strongest", "--top", "5"]],
  [{ question: "brokers", by: "country" }, ["brokers", "--by", "country"]],
  [{ question: "indicators", by: ["year"] }, ["indicators", "--by", "year"]],
  [{ question: "counting" }, ["counting"]],
  [{ question: "timeline" }, ["timeline"]],
  [{ question: "search", text: a.slice(0, 3) }, ["search", a.slice(0, 3)]],
  [{ question: "names" }, ["names"]],
];
const SETTINGS = [{}, { lang: "ko" }, { lang: "en", since: "2019", counting: "fractional" }, { lang: "en", country: ["KR"], sector: ["education"] }, { lang: "ko", level: "group", until: "2022-06" }];

for (const data of DATA) test(`answers of ${data.map((file) => file.split("/").at(-1)).join(" + ") || "the embedded works"} are the command's`, async () => {
  const ask = await engine();
  const opened = ask({ ask: "open" }, filesOf(data));
  assert.equal(opened.error, undefined, JSON.stringify(opened.error));
  const rows = ask({ ask: "answer", query: { question: "institutions" } }).tables[0].rows;
  const [a, b] = [rows[0], rows[1]].map(({ ids }) => `id:${ids.institution}`);
  let compared = 0;
  for (const settings of SETTINGS) for (const [query, args] of QUESTIONS(a, b)) {
    const mine = ask({ ask: "answer", settings, query });
    const ran = command(data, [...args, "--json"], settings);
    const place = `${JSON.stringify(settings)} ${args.join(" ")}`;
    if (ran.status === 2) {
      assert.ok(mine.error, place);
      const lang = settings.lang === "ko" ? "ko" : "en";
      assert.ok(ran.stderr.includes(mine.error[lang].split("\n")[0]), `${place}: ${ran.stderr} / ${mine.error[lang]}`);
    } else {
      assert.equal(mine.error, undefined, `${place}: ${JSON.stringify(mine.error)}`);
      assert.deepEqual(mine.record, JSON.parse(ran.stdout), place);
      assert.equal(mine.found, ran.status === 0, place);
      const text = command(data, [...args, "--format", "md"], settings).stdout;
      const plain = (string) => string.replace(/[\\*_`|<>&;]/g, "").replace(/\s+/g, "");
      for (const sentence of mine.lead) assert.ok(plain(text).includes(plain(sentence.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"))) || plain(text).includes(plain(sentence)), `${place}: ${sentence}`);
    }
    compared += 1;
  }
  assert.ok(compared >= 100);
});

for (const data of [[], [harbours], [ties]]) test(`figures and network files of ${data.map((file) => file.split("/").at(-1)).join(" + ") || "the embedded works"} are the command's, byte for byte`, async () => {
  const ask = await engine();
  ask({ ask: "open" }, filesOf(data));
  const rows = ask({ ask: "answer", query: { question: "institutions" } }).tables[0].rows;
  const [a, b] = [rows[0], rows[1]].map(({ ids }) => `id:${ids.institution}`);
  for (const settings of [{}, { lang: "ko" }, { lang: "en", counting: "fractional" }]) {
    for (const [view, ...names] of [["map"], ["bipartite"], ["ego", a], ["path", a, b], ["timeline"], ["matrix"], ["arc"]]) for (const [width, theme] of [[170, "light"], [70, "dark"]]) {
      const drawn = ask({ ask: "draw", settings, figure: { view, names, width, theme } });
      const ran = command(data, ["draw", view, ...names, "--width", String(width), "--theme", theme, "--inline", "-o", "-"], settings);
      const place = `${view} ${width} ${JSON.stringify(settings)}`;
      if (ran.status === 2) assert.ok(drawn.error, place);
      else assert.equal(drawn.svg, ran.stdout, place);
    }
    for (const format of ["gexf", "graphml", "gml", "vosviewer", "edges"]) {
      const written = ask({ ask: "export", settings, format });
      assert.equal(written.files[0].text, command(data, ["export", "--export-format", format, "-o", "-"], settings).stdout, format);
    }
  }
});

test("requests that are none are refused, and the engine goes on", async () => {
  const ask = await engine();
  assert.match(ask({ ask: "answer", query: { question: "overview" } }).error.en, /No data are open/);
  for (const asked of [{}, { ask: "fly" }, { ask: "answer", query: { question: "who" } }, { ask: "answer", query: { question: "rank", by: "beauty" } }, { ask: "draw", figure: { view: "poem" } }, { ask: "answer", settings: { since: "x" }, query: { question: "works" } }, { ask: "open", files: [{ name: "x", size: 9 }] }]) {
    assert.ok(ask(asked).error, JSON.stringify(asked));
  }
  for (const bytes of [Buffer.alloc(0), Buffer.from([0xff, 0xfe, 0]), Buffer.from("PK\x03\x04 no archive"), Buffer.from("<gexf>"), Buffer.from("{")]) {
    assert.ok(ask({ ask: "open" }, [{ name: "broken.bin", bytes }]).error);
  }
  assert.equal(ask({ ask: "open" }).works, 17);
  assert.match(ask({ ask: "answer", settings: { lang: "en" }, query: { question: "who", name: "KAIST" } }).lead[0], /KAIST made 5 models/);
});

test("two editions are compared as the command compares them", async () => {
  const later = table("harbours-later.csv", `${readFileSync(harbours, "utf8")}Paper 60,Port 1;Quay,2024-05-01\n`);
  const ask = await engine();
  ask({ ask: "open" }, filesOf([later]));
  ask({ ask: "open", earlier: true }, filesOf([harbours]));
  const mine = ask({ ask: "compare", settings: { lang: "en" } });
  const ran = spawnSync(collab, ["--quiet", "--registry", "none", "--lang", "en", "diff", harbours, later, "--json"], { encoding: "utf8" });
  assert.deepEqual(mine.record, JSON.parse(ran.stdout));
});
