// Each feature of the page by role and label, as a reader meets it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { axe, close, folder, pageOf, run, serve, tableOf, visit } from "./support.mjs";

let korea, towns;
before(() => { korea = pageOf("korea"); towns = townsPage(); });
after(close);

// Sixty institutions in five towns that work mostly among themselves, one pair that works with nobody else, and one
// institution alone: a map of clusters, and a network larger than it. Two of the institutions have a parent.
function townsPage() {
  const rows = [];
  const row = (name, members, year) => rows.push(`${name},${members.join(";")},${year}-03-01`);
  for (let town = 0; town < 5; town += 1) for (let at = 0; at < 12; at += 1) {
    const one = (step) => `Institute ${town}-${(at + step) % 12}`;
    row(`Work ${town}-${at}`, [one(0), one(1), one(3)], 2010 + at);
    row(`Second ${town}-${at}`, [one(0), one(1)], 2015 + (at % 5));
  }
  for (let town = 0; town < 5; town += 1) row(`Road ${town}`, [`Institute ${town}-0`, `Institute ${(town + 1) % 5}-6`], 2012);
  row("Pair work", ["Lonely One", "Lonely Two"], 2013);
  row("Single work", ["Hermit"], 2014);
  return pageOf("towns", "--data", tableOf("towns.csv", `Title,Affiliations,Date\n${rows.join("\n")}\n`), "--columns", "work=Title,institutions=Affiliations,date=Date", "--authority", "none");
}

const left = (page) => page.getByRole("main").getByRole("status");
const details = (page) => page.getByRole("region", { name: /Details|상세/ });
const find = async (page, text) => {
  const box = page.getByRole("combobox", { name: /Search institutions/ });
  await box.fill(text);
  return page.getByRole("listbox", { name: /Search institutions/ }).getByRole("option");
};
const withoutFault = (page) => { assert.deepEqual(page.faults, []); assert.equal(page.requests.length, 1, page.requests.join("\n")); };

test("the page says what it shows, and asks nobody for anything", async () => {
  const page = await visit(korea);
  assert.match(await left(page).textContent(), /17 of 17 models, 14 of 14 institutions, 24 of 24 ties\. Nothing is excluded/);
  withoutFault(page);
});

test("search finds Korean, English, short names and initial consonants as one types", async () => {
  const page = await visit(korea);
  for (const query of ["카이스트", "KAIST", "kai", "ㅋㅇㅅㅌ", "한국과학기술원"]) assert.match(await (await find(page, query)).first().textContent(), /^KAIST/, query);
  assert.match(await (await find(page, "SNU")).first().textContent(), /Seoul National University/);
  assert.match(await (await find(page, "ㅅㅇㄷ")).first().textContent(), /서울대학교/);
  assert.match(await (await find(page, "volc")).first().textContent(), /Volcano 13B/);
  await page.keyboard.press("Enter");
  await details(page).getByRole("heading", { name: "Volcano 13B" }).waitFor();
  withoutFault(page);
});

test("an institution opens to its partners, and each tie to its works with date, criteria, paper and who else", async () => {
  const page = await visit(korea);
  await page.getByRole("option", { name: /^KAIST/ }).click();
  assert.match(await details(page).textContent(), /KAIST has 5 models, 3 of them joint, with 3 partners/);
  await details(page).locator("summary").filter({ hasText: "Korea University" }).click();
  const work = details(page).locator("details[open]").getByRole("listitem").filter({ hasText: "Volcano 13B" });
  assert.match(await work.textContent(), /Volcano 13B \(2023-11-13\).*With: LG AI Research/);
  assert.equal(await work.getByRole("link", { name: /Paper of Volcano 13B/ }).getAttribute("href"), "https://arxiv.org/abs/2311.07362");
  assert.match(await details(page).textContent(), /SOTA improvement/);
  withoutFault(page);
});

test("counts are those of the command line, whole and filtered, under every counting", async () => {
  for (const [flags, hash] of [[[], ""], [["--since", "2018", "--until", "2022"], "&from=2018&to=2022"], [["--country", "US"], "&country=US"], [["--sector", "company"], "&sector=company"], [["--counting", "fractional"], "&counting=fractional"], [["--counting", "strict", "--max-team", "3"], "&counting=strict&team=3"]]) {
    const page = await visit(`file://${korea}#lang=en&pane=ranks${hash}`);
    const rows = await page.getByRole("tabpanel", { name: "Rankings" }).getByRole("row").evaluateAll((list) => list.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent)));
    const told = JSON.parse(run(...flags, "--lang", "en", "--json", "institutions")).rows;
    const shown = new Map(rows.map((row) => [row[1], row.slice(2, 6).map((cell) => Number(cell.replaceAll(",", "")))]));
    // With a country or a sector asked for, the command lists the institutions of it; the page those on its works.
    assert.ok(rows.length >= told.length && told.length > 2, `${flags}`);
    for (const one of told) {
      const numbers = shown.get(one.common ?? one.name);
      [one.works, one.co_made, one.partners, one.strength].forEach((wanted, at) => assert.ok(Math.abs(numbers[at] - wanted) < 1e-3, `${flags} ${one.id}: ${numbers}`));
    }
    await page.close();
  }
});

test("two institutions show joint works, common partners and the shortest path, which the figure marks", async () => {
  const page = await visit(korea);
  await page.getByRole("option", { name: /^Princeton University/ }).click();
  await details(page).getByRole("button", { name: "Select a second institution" }).click();
  await (await find(page, "EPFL")).first().click();
  assert.match(await details(page).textContent(), /None in these data.*4 steps/s);
  assert.equal(await details(page).getByRole("list", { name: "Shortest path" }).getByRole("listitem").count(), 4);
  const told = JSON.parse(run("--lang", "en", "--json", "path", "Princeton University", "EPFL"));
  assert.equal(told.length, 4);
  assert.equal(await page.locator("#picture .of-edge path[stroke='#b42965' i]").count(), 4);
  withoutFault(page);
});

test("a tie opens to its works", async () => {
  const page = await visit(korea);
  const tie = page.locator("#picture .of-edge").filter({ has: page.locator(".grip") }).nth(4);
  const box = await tie.locator(".grip").boundingBox();
  await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await details(page).getByRole("heading", { name: /Joint models of/ }).waitFor();
  withoutFault(page);
});

test("switching the view keeps the selection", async () => {
  const page = await visit(korea);
  await page.getByRole("option", { name: /^NAVER/ }).click();
  await page.getByRole("tab", { name: "Models and institutions" }).click();
  await page.getByRole("option", { name: /^NAVER/, selected: true }).waitFor();
  await page.getByRole("option", { name: /^StarGAN v2/ }).click();
  await details(page).getByRole("heading", { name: "StarGAN v2" }).waitFor();
  withoutFault(page);
});

test("ties are told of all that the same teams make", async () => {
  const page = await visit(pageOf("capped", "--max-team", "3"));
  assert.match(await left(page).textContent(), /9 of 9 ties\. Excluded from ties: 3 models by more than 3 institutions/);
  await page.getByRole("spinbutton", { name: /Largest team/ }).fill("0");
  await page.keyboard.press("Tab");
  assert.match(await left(page).textContent(), /24 of 24 ties\. Nothing is excluded/);
});

test("filters change every number, and the page says what is left out", async () => {
  const page = await visit(korea);
  await page.getByRole("checkbox", { name: /^company/ }).check();
  assert.match(await left(page).textContent(), /12 of 17 models.*Excluded by the filters: 5 models/);
  await page.getByRole("spinbutton", { name: /Largest team/ }).fill("3");
  await page.keyboard.press("Tab");
  assert.match(await left(page).textContent(), /Excluded by the filters: 5 models; excluded from ties: 3 models by more than 3 institutions/i);
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.getByRole("spinbutton", { name: /Minimum joint models/ }).fill("2");
  await page.keyboard.press("Tab");
  assert.match(await left(page).textContent(), /16 of 24 ties.*fewer than 2 joint models: 8 ties/);
  await page.getByRole("button", { name: "Clear all filters" }).click();
  const from = page.getByRole("slider", { name: /From year/ });
  await from.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowRight");
  assert.match(await left(page).textContent(), /10 of 17 models/);
  await page.getByRole("radio", { name: /Fractional/ }).check();
  assert.match(await left(page).textContent(), /Fractional/);
  withoutFault(page);
});

test("every filter leaves what the command line leaves", async () => {
  for (const [name, choose, flags] of [
    ["country", (page) => check(page, "Country", /^United States/), ["--country", "US"]],
    ["sector", (page) => check(page, null, /^research institute/), ["--sector", "facility"]],
    ["domain", (page) => check(page, null, /^Biology/), ["--domain", "Biology"]],
    ["criterion", (page) => check(page, "Criterion", /^Highly cited/), ["--criterion", "Highly cited"]],
  ]) {
    const page = await visit(`file://${korea}#lang=en`);
    await choose(page);
    const told = JSON.parse(run(...flags, "--lang", "en", "--json", "works")).rows.length;
    assert.match(await left(page).textContent(), new RegExp(`^Shown: ${told} of 17 models`), name);
    withoutFault(page);
    await page.close();
  }
});
async function check(page, closed, label) {
  if (closed) await page.getByText(closed, { exact: true }).first().click();
  await page.getByRole("checkbox", { name: label }).check();
}

test("the counts beside choices follow the other filters", async () => {
  const page = await visit(`file://${korea}#lang=en`);
  await page.getByRole("checkbox", { name: "company 12" }).waitFor();
  await page.getByRole("checkbox", { name: /^Biology/ }).check();
  await page.getByRole("checkbox", { name: "company 3" }).waitFor();
  await page.getByRole("checkbox", { name: "Language 8" }).waitFor();
  withoutFault(page);
});

test("numbers inside marks and in the legend follow the filters", async () => {
  const shown = (page, name) => page.getByRole("listbox", { name: /^(Map|Models and institutions)/ }).getByRole("option", { name }).locator("text").allTextContents();
  const page = await visit(`file://${korea}#lang=en`);
  assert.ok((await shown(page, /^KAIST/)).includes("5"));
  await page.getByRole("slider", { name: /From year/ }).focus();
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("ArrowRight");
  const kaist = JSON.parse(run("--since", "2018", "--lang", "en", "--json", "institutions")).rows.find((one) => one.id === "kaist");
  await page.getByRole("option", { name: new RegExp(`^KAIST.*: ${kaist.works} models`) }).waitFor();
  for (const view of ["Map", "Models and institutions"]) {
    await page.getByRole("tab", { name: view, exact: true }).click();
    assert.ok((await shown(page, /^KAIST/)).includes(String(kaist.works)), view);
  }
  await page.getByText(/Numbers follow the filters; positions, clusters and the sizes of marks stay/).waitFor();
  withoutFault(page);

  const large = await visit(`file://${towns}#lang=en`);
  const legend = async () => (await large.getByRole("listbox", { name: /^Map/ }).locator("text").allTextContents()).map((text) => text.match(/\((\d+)\)$/)?.[1]).filter(Boolean).map(Number);
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  assert.equal(sum(await legend()), 60);
  await large.getByRole("slider", { name: /From year/ }).focus();
  await large.keyboard.press("End");
  const here = Number((await left(large).textContent()).match(/(\d+) of 63 institutions/)[1]);
  assert.ok(here > 0 && here < 60, `${here}`);
  assert.equal(sum(await legend()), here);
  withoutFault(large);
});

test("levels: institutions as recorded, or rolled up to their parents", async () => {
  const table = tableOf("family.csv", "Model,Organization,Publication date\nOne,\"Google Brain,KAIST\",2020-01-01\nTwo,\"Google,KAIST\",2021-01-01\nThree,\"DeepMind,NAVER\",2022-01-01\n");
  const page = await visit(`file://${pageOf("family", "--data", table)}#lang=en&sel=google`);
  assert.match(await left(page).textContent(), /5 of 5 institutions/);
  await page.getByRole("radio", { name: /Group: parents/ }).check();
  const grouped = JSON.parse(run("--data", table, "--level", "group", "--json", "institutions")).rows.length;
  assert.ok(grouped < 5);
  assert.match(await left(page).textContent(), new RegExp(`${grouped} of ${grouped} institutions`));
  assert.match(await details(page).textContent(), /Google has [23] models/);
  withoutFault(page);
});

test("years can be brushed on the chart", async () => {
  const page = await visit(korea);
  const box = await page.getByRole("img", { name: /Models per year/ }).boundingBox();
  await page.mouse.move(box.x + box.width * 0.05, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.25, box.y + 20, { steps: 5 });
  await page.mouse.up();
  assert.match(await left(page).textContent(), /5 of 17 models/);
  withoutFault(page);
});

test("what happened is told to everyone: copied, not found, unknown", async () => {
  const page = await visit(`file://${korea}#lang=en&sel=nobody`);
  await page.getByText("The link names something that is not in the data: nobody").waitFor({ state: "visible" });
  await (await find(page, "zzzz")).first().waitFor({ state: "detached" });
  await page.getByText("No matching institution or model.").waitFor({ state: "visible" });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByText(/The link to this view has been copied|could not be copied/).waitFor({ state: "visible" });
  withoutFault(page);
});

test("the whole network: places of the map, hulls around its clusters, ties that open, names that stay inside", async () => {
  const page = await visit(`file://${towns}#lang=en&view=all`);
  const canvas = page.getByRole("application", { name: /^Whole network/ }).locator("canvas[data-labels]");
  await canvas.waitFor();
  // What the figure of clusters draws, and the others below it.
  const facts = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).levels[0]);
  const clusters = new Map();
  facts.clusters.forEach((cluster) => clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1));
  const hulls = [...clusters.values()].filter((count) => count >= 3).length;
  assert.equal(hulls, 5);
  assert.equal(Number(await canvas.getAttribute("data-hulls")), hulls);
  const number = (name) => facts.institutions.findIndex((one) => one.n === name);
  const lowest = Math.max(...facts.institutions.map((one, at) => (one.n.startsWith("Institute") ? facts.all.y[at] : -Infinity)));
  for (const name of ["Lonely One", "Lonely Two", "Hermit"]) assert.ok(facts.all.y[number(name)] > lowest, name);
  // The middle of the tie of the two that work with nobody else.
  const [a, b] = [number("Lonely One"), number("Lonely Two")];
  const { x, y } = facts.all;
  const [left, top, right, bottom] = [Math.min(...x) - 30, Math.min(...y) - 30, Math.max(...x) + 30, Math.max(...y) + 30];
  const box = await canvas.boundingBox();
  const scale = Math.min(box.width / (right - left), box.height / (bottom - top));
  const at = (value, low, high, start, size) => start + size / 2 + (value - (low + high) / 2) * scale;
  await page.mouse.click(at((x[a] + x[b]) / 2, left, right, box.x, box.width), at((y[a] + y[b]) / 2, top, bottom, box.y, box.height));
  await details(page).getByRole("heading", { name: /Lonely One – Lonely Two/ }).waitFor();
  assert.match(await details(page).textContent(), /Pair work/);
  withoutFault(page);
});

test("a network of which the map shows only a part has its clusters apart on the whole view, each in its hull", async () => {
  const rows = [];
  for (let town = 0; town < 60; town += 1) {
    for (let at = 0; at < 10; at += 1) rows.push(`Work ${town}-${at},Institute ${town}-${at};Institute ${town}-${(at + 1) % 10};Institute ${town}-${(at + 3) % 10},2015-03-01`);
    rows.push(`Road ${town},Institute ${town}-0;Institute ${(town + 1) % 60}-5,2012-03-01`);
  }
  const file = pageOf("region", "--data", tableOf("region.csv", `Title,Affiliations,Date\n${rows.join("\n")}\n`), "--columns", "work=Title,institutions=Affiliations,date=Date", "--authority", "none");
  const page = await visit(`file://${file}#lang=en`);
  await page.getByText(/The figure shows \d+ of 600 institutions/).waitFor();
  await page.getByRole("tab", { name: "Whole network" }).click();
  const canvas = page.getByRole("application", { name: /^Whole network/ }).locator("canvas[data-hulls]");
  await canvas.waitFor();
  const { clusters, all } = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).levels[0]);
  const members = new Map();
  clusters.forEach((cluster, at) => members.set(cluster, [...(members.get(cluster) ?? []), at]));
  const hulls = [...members.values()].filter((list) => list.length >= 3);
  assert.ok(hulls.length > 5);
  assert.equal(Number(await canvas.getAttribute("data-hulls")), hulls.length);
  const middle = (list, of) => list.reduce((sum, at) => sum + of[at], 0) / list.length;
  const discs = hulls.map((list) => { const x = middle(list, all.x), y = middle(list, all.y); return { x, y, r: Math.max(...list.map((at) => Math.hypot(all.x[at] - x, all.y[at] - y))) }; });
  discs.forEach((one, at) => discs.slice(at + 1).forEach((other) => assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > one.r + other.r, JSON.stringify([one, other]))));
  withoutFault(page);
});

test("what a view does not hold is told, with a way to the view that does", async () => {
  const page = await visit(`file://${towns}#lang=en`);
  await (await find(page, "Hermit")).first().click();
  await page.getByText(/Hermit is not in this view/).waitFor();
  await page.getByRole("button", { name: "Show the whole network" }).click();
  assert.equal(await page.getByRole("tab", { name: "Whole network" }).getAttribute("aria-selected"), "true");
  await details(page).getByRole("heading", { name: "Hermit" }).waitFor();
  withoutFault(page);
});

test("no detail of any institution, pair or work has a hole in it", async () => {
  for (const file of [korea, towns]) for (const lang of ["en", "ko"]) {
    const page = await visit(`file://${file}#lang=${lang}`);
    const keys = await page.evaluate(() => { const told = JSON.parse(document.getElementById("data").textContent); const ids = told.levels[0].institutions.map((one) => one.k); return [...ids, `${ids[0]},${ids[1]}`, ...told.works.slice(0, 20).map((one) => `w:${one.k}`)]; });
    for (const key of keys) {
      // The page's own listener stands first, so that it has drawn when this one hears.
      await page.evaluate((sel) => new Promise((done) => { addEventListener("hashchange", done, { once: true }); location.hash = `#sel=${sel}`; }), key);
      assert.doesNotMatch(await page.getByRole("main").innerText(), /null|undefined|NaN|\[object|\{\d\}/, key);
    }
    withoutFault(page);
    await page.close();
  }
});

test("language and theme switch in place, and words of the data follow", async () => {
  const page = await visit(`file://${korea}#lang=en&sel=w:volcano-13b`);
  await page.getByRole("button", { name: "Dark colours" }).click();
  await page.getByRole("button", { name: "Light colours" }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  await page.getByRole("button", { name: "한국어" }).click();
  await page.getByRole("heading", { name: "누가 누구와 모델을 만드는가" }).waitFor();
  assert.match(await details(page).textContent(), /최고 성능 경신.*언어, 멀티모달, 시각/s);
  await page.getByRole("checkbox", { name: /^생물학 3/ }).waitFor();
  withoutFault(page);
});

test("every stop of the Tab key is seen", async () => {
  const page = await visit(`file://${korea}#lang=en&sel=kaist`);
  const seen = new Set();
  for (let press = 0; press < 45; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
      return { name: one.getAttribute("aria-label") ?? one.textContent.trim().slice(0, 40), body: one === document.body, outline: style.outlineStyle, wide: parseFloat(style.outlineWidth), inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth };
    });
    if (stop.body) break;
    assert.ok(stop.outline !== "none" && stop.wide >= 2 && stop.inside, JSON.stringify(stop));
    seen.add(stop.name);
  }
  assert.ok(seen.has("Skip to the figure") && seen.has("Copy link") && seen.size > 20, [...seen].join(" | "));
  withoutFault(page);
});

test("the way past the tools goes to the figure and leaves the address alone", async () => {
  for (const hash of ["lang=en&sel=kaist&country=KR", "lang=en&view=all&sel=kaist"]) {
    const page = await visit(`file://${korea}#${hash}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.ok(page.url().endsWith(`#${hash}`), page.url());
    assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest("#stage"))), hash);
  }
});

test("nothing moves for those who asked for less motion", async () => {
  for (const [motion, moves] of [["reduce", false], ["no-preference", true]]) {
    const page = await visit(`file://${korea}#lang=en&sel=kaist`);
    await page.emulateMedia({ reducedMotion: motion });
    const lasts = await page.getByRole("option", { name: /^Samsung/ }).evaluate((mark) => parseFloat(getComputedStyle(mark).transitionDuration));
    assert.equal(lasts > 0, moves, motion);
    await page.close();
  }
});

test("a cell of the matrix opens its pair, a member of a cluster its institution, a measure its ranking", async () => {
  const page = await visit(`file://${korea}#lang=en`);
  await page.getByRole("tab", { name: "Matrix", exact: true }).click();
  await page.getByRole("tabpanel", { name: "Matrix" }).getByRole("button", { name: /KAIST.*NAVER/ }).first().click();
  await details(page).getByRole("heading", { name: /Joint models of KAIST and NAVER/ }).waitFor();
  await page.getByRole("tab", { name: "Clusters", exact: true }).click();
  await page.getByRole("tabpanel", { name: "Clusters" }).getByRole("button", { name: "EPFL" }).click();
  await details(page).getByRole("heading", { name: /^EPFL/ }).waitFor();
  await page.getByRole("tab", { name: "Rankings", exact: true }).click();
  await page.getByRole("tabpanel", { name: "Rankings" }).getByRole("combobox", { name: "By" }).selectOption({ label: "Betweenness" });
  const first = JSON.parse(run("--lang", "en", "--json", "rank", "--by", "betweenness")).rows[0];
  assert.equal(first.id, "kaist");
  assert.match(await page.getByRole("tabpanel", { name: "Rankings" }).getByRole("row").nth(1).textContent(), new RegExp(`^1KAIST.*${Math.round(first.value * 1e4) / 1e4}$`));
  withoutFault(page);
});

test("the address holds the view, and opens to it again", async () => {
  const page = await visit(korea);
  await page.getByRole("button", { name: "한국어" }).click();
  await page.getByRole("option", { name: /^카이스트/ }).click();
  await page.getByRole("tab", { name: "순위" }).click();
  await page.getByRole("button", { name: "어두운 색" }).click();
  await page.waitForTimeout(250);
  const again = await visit(page.url());
  await again.getByRole("heading", { name: /카이스트/ }).first().waitFor();
  assert.equal(await again.getByRole("tab", { name: "순위" }).getAttribute("aria-selected"), "true");
  assert.equal(await again.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await again.locator("html").getAttribute("lang"), "ko");
  await again.context().grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  await again.getByRole("button", { name: "링크 복사" }).click();
  await again.getByText(/링크를 복사했다|주소창에서/).waitFor({ state: "attached" });
  const odd = await visit(`file://${korea}#sel=nobody,kaist&country=ZZ&from=abc&view=nowhere&level=x`);
  await details(odd).getByRole("heading", { name: /KAIST/ }).waitFor();
  withoutFault(odd);
});

test("the figure is walked by keyboard alone", async () => {
  const page = await visit(korea);
  await page.getByRole("listbox", { name: /^Map/ }).focus();
  await page.keyboard.press("ArrowRight");
  const first = await page.getByRole("listbox", { name: /^Map/ }).getAttribute("aria-activedescendant");
  await page.keyboard.press("ArrowRight");
  const second = await page.getByRole("listbox", { name: /^Map/ }).getAttribute("aria-activedescendant");
  assert.notEqual(first, second);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox", { name: /^Map/ }).getByRole("option", { selected: true }).waitFor();
  const before = await page.locator("#picture").getAttribute("viewBox");
  await page.keyboard.press("+");
  assert.notEqual(await page.locator("#picture").getAttribute("viewBox"), before);
  await page.keyboard.press("0");
  assert.equal(await page.locator("#picture").getAttribute("viewBox"), before);
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("listbox", { name: /^Map/ }).getByRole("option", { selected: true }).count(), 0);
  withoutFault(page);
});

test("files: SVG that passes the check of figures, CSV and JSON of what is shown", async () => {
  const page = await visit(`file://${korea}#lang=en&sel=kaist&from=2018`);
  const take = async (name, file) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    await download.saveAs(join(folder, file));
    return readFileSync(join(folder, file), "utf8");
  };
  for (const view of ["Map", "Models and institutions"]) {
    await page.getByRole("tab", { name: view, exact: true }).click();
    const svg = await take("Download SVG", "figure.svg");
    assert.match(svg, /13 of 17 models/);
    run("lint", join(folder, "figure.svg"));
  }
  const large = await visit(`file://${towns}#lang=en&view=all&from=2012`);
  const [download] = await Promise.all([large.waitForEvent("download"), large.getByRole("button", { name: "Download SVG" }).click()]);
  await download.saveAs(join(folder, "whole.svg"));
  run("lint", join(folder, "whole.svg"));
  assert.match(await take("Download CSV", "table.csv"), /Volcano 13B/);
  const told = JSON.parse(await take("Download JSON", "facts.json"));
  assert.equal(told.works.length, 13);
  withoutFault(page);
});

test("tables sort and are narrowed", async () => {
  const page = await visit(korea);
  const pane = page.getByRole("tabpanel", { name: "Models" });
  await pane.getByRole("button", { name: "Model", exact: true }).click();
  assert.match(await pane.getByRole("row").nth(1).textContent(), /Deeply-recursive/);
  await pane.getByRole("button", { name: "Model", exact: true }).click();
  assert.match(await pane.getByRole("row").nth(1).textContent(), /Volcano/);
  await pane.getByRole("searchbox").fill("naver");
  assert.equal(await pane.getByRole("row").count(), 5);
  for (const name of ["Rankings", "Ties", "Clusters", "Matrix"]) {
    await page.getByRole("tab", { name, exact: true }).click();
    assert.ok((await page.getByRole("tabpanel", { name }).getByRole("row").count()) > 2, `${name} has no rows`);
  }
  await page.getByText("This figure as a table").click();
  // The table is filled when the browser tells that it was opened, which is after the click.
  const rows = page.getByRole("region", { name: "Figure" }).getByRole("row");
  await rows.nth(24).waitFor();
  assert.equal(await rows.count(), 25);
  withoutFault(page);
});

test("names from data run no script and are shown as they stand", async () => {
  const names = ["</script><script>window.broken=1</script>", "<img src=x onerror=window.broken=1>", "\"quoted\" & 'single'", "جامعة القاهرة", "=cmd|'x'!A0"];
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = names.flatMap((name, at) => names.slice(at + 1).map((other, next) => `${quoted(`W${at}${next} ${name}`)},${quoted(`${name}|${other}`)},202${next}-01-0${at + 1},${quoted("javascript:window.broken=1")}`));
  const table = tableOf("hostile.csv", `Title,Affiliations,Date,Link\n${rows.join("\n")}\n`);
  const file = pageOf("hostile", "--data", table, "--columns", "work=Title,institutions=Affiliations,date=Date,link=Link", "--separator", "|", "--authority", "none");
  const page = await visit(file);
  for (const view of ["Publications and institutions", "Map"]) await page.getByRole("tab", { name: view, exact: true }).click();
  await (await find(page, "img")).first().click();
  await page.getByRole("option").first().hover();
  for (const name of ["Rankings", "Ties", "Clusters", "Matrix"]) await page.getByRole("tab", { name, exact: true }).click();
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator("img, a[href^='javascript']").count(), 0);
  assert.match(await details(page).textContent(), /<img src=x onerror=window\.broken=1>/);
  withoutFault(page);
});

for (const [width, height] of [[360, 740], [1280, 900]]) for (const scheme of ["light", "dark"]) for (const locale of ["en-US", "ko-KR"]) {
  test(`axe finds nothing at ${width} px, ${scheme}, ${locale}`, async () => {
    for (const hash of ["", "#sel=kaist&view=two&pane=ranks", "#sel=kaist,naver&pane=matrix"]) {
      const page = await visit(`file://${korea}${hash}`, { width, height, scheme, locale });
      await page.locator("summary").evaluateAll((list) => list.forEach((one) => { one.parentElement.open = true; }));
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`));
      assert.deepEqual(found, []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), "the page is wider than the screen");
      await page.screenshot({ path: join(process.env.SHOTS ?? folder, `page-${width}-${scheme}-${locale}${hash.length > 1 ? `-${hash.length}` : ""}.png`), fullPage: true });
      await page.close();
    }
  });
}

test("printing gives the figure, what is told of it and its table, on light paper", async () => {
  const page = await visit(`file://${korea}#lang=en&sel=kaist&theme=dark`);
  const file = join(folder, "printed.pdf");
  await page.pdf({ path: file, preferCSSPageSize: true });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  for (const part of ["Who builds models together", "17 of 17 models", "Korea Univ.", "KAIST has 5 models", "This figure as a table: 3 of 24 rows", "Source: Epoch AI"]) assert.ok(text.includes(part), `${part} is not in the print`);
  for (const part of ["Clear all filters", "Copy link", "Download SVG", "Search institutions", "Show rows containing", "DensePhrases (2020"]) assert.ok(!text.includes(part), `${part} is in the print`);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("html").getAttribute("data-theme"), "light");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

// The world table of the project, where it lies beside the checkout.
const epoch = fileURLToPath(new URL("../../../shared/datasets/epoch-notable-2025-04-08.csv", import.meta.url));
const elsewhere = !existsSync(epoch) && `needs ${epoch}`;
test("the whole network is printed as fine as paper is, and not stretched", async () => {
  const page = await visit(`file://${towns}#lang=en&view=all`);
  const sizes = () => page.evaluate(() => { const canvas = document.getElementById("canvas"), box = canvas.getBoundingClientRect(); return { wide: canvas.width / box.width, high: canvas.height / box.height, fit: getComputedStyle(canvas).objectFit }; });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const drawn = await sizes();
  assert.ok(drawn.wide > 2.9 && Math.abs(drawn.wide - drawn.high) < 0.1, JSON.stringify(drawn));
  await page.emulateMedia({ media: "print" });
  assert.equal((await sizes()).fit, "contain");
});

test("the world table prints the figure and the part of the table that it shows, not every row", { skip: elsewhere }, async () => {
  const world = pageOf("world", "--data", epoch);
  for (const [hash, most, told] of [["#lang=en", 4, /60 of 555 rows/], ["#lang=en&sel=openai,kaist", 2, /5 of 555 rows/], ["#lang=ko&view=two", 3, /914행 중 36행/]]) {
    const page = await visit(`file://${world}${hash}`);
    const file = join(folder, "world.pdf");
    await page.pdf({ path: file, preferCSSPageSize: true });
    assert.match(execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }), told, hash);
    const sheets = Number(execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Pages:\s+(\d+)/)[1]);
    assert.ok(sheets <= most, `${hash}: ${sheets} sheets`);
    withoutFault(page);
    await page.close();
  }
});

test("every tie of the world map opens under the pointer, hulls or not", { skip: elsewhere }, async () => {
  const page = await visit(`file://${pageOf("world", "--data", epoch)}#lang=en`, { width: 1920, height: 1080 });
  const middles = await page.evaluate(() => [...document.querySelectorAll("#picture .of-edge .grip")].map((path) => {
    const middle = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
    return [middle.x, middle.y];
  }));
  assert.ok(middles.length > 500, `${middles.length} ties`);
  const some = middles.filter((_, at) => at % 20 === 0);
  for (const [x, y] of some) {
    await page.mouse.click(x, y);
    const clear = details(page).getByRole("button", { name: "Clear selection" });
    await clear.click({ timeout: 2000 });
  }
  withoutFault(page);
});

test("the world table opens and answers on a wide screen as on the command line", { skip: elsewhere }, async () => {
  const page = await visit(`file://${pageOf("world", "--data", epoch)}#lang=en`, { width: 1920, height: 1080 });
  assert.match(await left(page).textContent(), /914 of 914 models, 341 of 341 institutions, 555 of 555 ties/);
  await (await find(page, "ㅋㅇㅅㅌ")).first().click();
  const told = JSON.parse(run("--data", epoch, "--json", "who", "KAIST"));
  await details(page).getByRole("heading", { name: /^KAIST/ }).waitFor();
  assert.equal(await details(page).locator("summary").count(), told.partners.length);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), "the page is wider than the screen");
  await page.evaluate(axe);
  assert.deepEqual(await page.evaluate(async () => (await window.axe.run(document)).violations.map((one) => one.id)), []);
  withoutFault(page);
});

test("large tables open, pan and filter: 1,000 institutions and 5,000 works; 20,000 institutions", async () => {
  for (const [institutions, works] of [[1000, 5000], [20000, 30000]]) {
    let seed = 7;
    const next = (most) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) ** 1.6 * most); };
    const rows = Array.from({ length: works }, (_, at) => `Work ${at},${[...new Set([at % institutions, next(institutions), next(institutions)])].map((one) => `Institute ${one}`).join(";")},${2000 + (at % 25)}-01-01`);
    const table = tableOf(`large-${institutions}.csv`, `Title,Affiliations,Date\n${rows.join("\n")}\n`);
    const file = pageOf(`large-${institutions}`, "--data", table, "--columns", "work=Title,institutions=Affiliations,date=Date", "--authority", "none");
    const page = await visit(`file://${file}#view=all`);
    await page.locator("#canvas[data-labels]").waitFor();
    const labels = Number(await page.locator("#canvas").getAttribute("data-labels"));
    assert.ok(labels > 5 && labels <= 90, `${labels} labels`);
    const box = await page.locator("#canvas").boundingBox();
    // The time from a move of the pointer to the painted frame, the middle of many.
    await page.mouse.move(box.x + 300, box.y + 200);
    await page.mouse.down();
    const times = [];
    for (let move = 1; move <= 20; move += 1) {
      await page.mouse.move(box.x + 300 + move * 5, box.y + 200 + move * 2);
      times.push(await page.evaluate(() => { const start = performance.now(); return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))); }));
    }
    await page.mouse.up();
    const middle = times.sort((a, b) => a - b)[10];
    const checkbox = page.getByRole("slider", { name: /From year/ });
    const applied = await checkbox.evaluate((input) => { const start = performance.now(); input.value = "2012"; input.dispatchEvent(new Event("input", { bubbles: true })); return performance.now() - start; });
    console.log(`# ${institutions} institutions: ${middle.toFixed(1)} ms a frame, ${applied.toFixed(0)} ms a filter`);
    // Times are told, not asserted: they are the machine's. What the filter says must have changed.
    await page.waitForURL(/2012/);
    assert.deepEqual(page.faults, []);
    await page.close();
  }
});

test("the served page is the same page, with the answers of the command line behind it", async () => {
  const server = await serve();
  const page = await visit(server.address);
  await page.getByRole("option", { name: /^KAIST/ }).click();
  assert.match(await details(page).textContent(), /3 of them joint, with 3 partners/);
  assert.deepEqual(page.faults, []);
  assert.ok(page.requests.every((one) => one.startsWith(server.address)));
  const told = await (await fetch(`${server.address}api/who?name=${encodeURIComponent("ㅋㅇㅅㅌ")}`)).json();
  assert.deepEqual(told, JSON.parse(run("who", "KAIST", "--json")));
  await page.close();
  assert.equal(await server.stop(), 0);
});
