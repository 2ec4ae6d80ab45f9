// The page of `collab app`, as a reader meets it: files dropped, questions asked, links followed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe, close, folder, run, tableOf, visit } from "./support.mjs";
import { join } from "node:path";

let app;
before(() => { app = join(folder, "app.html"); run("app", "-o", app); });
after(close);

const lead = (page) => page.locator("#lead").innerText();
// Waits until the page shows what its address asks for.
async function settled(page, act) {
  const was = await page.evaluate(() => document.documentElement.dataset.ready);
  await act();
  await page.waitForFunction((old) => document.documentElement.dataset.ready !== old, was);
}
async function drop(page, ...files) {
  await settled(page, () => page.locator("#start input[type=file]").setInputFiles(files));
}
const example = async (options) => { const page = await visit(`${app}#example=1`, options); await page.locator("#lead p").first().waitFor(); await page.locator("#stage svg").waitFor(); return page; };
const withoutFault = (page) => { assert.deepEqual(page.faults, []); assert.deepEqual(page.requests.filter((one) => !one.startsWith("file:") && !one.startsWith("blob:") && !one.startsWith("data:")), []); };
const command = (data, ...args) => JSON.parse(run("--data", data, ...args, "--json"));

const CSV = "Title,Affiliations,Date\nAlpha,Ærø Institut;Lund University,2020-01-02\nBeta,Ærø Institut;Lund University;Øresund Lab,2021-03-04\nGamma,Lund University,2022-05-06\n";
const FORMATS = () => ({
  "table.csv": CSV,
  "semicolons.csv": CSV.replaceAll(";", " | ").replaceAll(",", ";"),
  "scopus.csv": `"Authors","Title","Year","Affiliations","EID"\n"A, B.","Alpha","2020","Lund University, Lund, Sweden; Aarhus University, Aarhus, Denmark","2-s2.0-1"\n"C, D.","Beta","2021","Lund University, Lund, Sweden; Aarhus University, Aarhus, Denmark","2-s2.0-2"\n`,
  "network.gexf": `<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a" label="Ærø"/><node id="b" label="Lund"/></nodes><edges><edge source="a" target="b" weight="2"/></edges></graph></gexf>`,
  "network.graphml": `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>`,
  "network.net": "*Vertices 2\n1 \"Ærø\"\n2 \"Lund\"\n*Edges\n1 2 3\n",
});

test("a dropped file of each format has the command's answer", async () => {
  for (const [name, text] of Object.entries(FORMATS())) {
    const file = tableOf(name, text);
    const page = await visit(app);
    await drop(page, file);
    const expected = run("--data", file, "--lang", "en").split("\n")[0];
    assert.ok((await lead(page)).replace(/\s+/g, " ").startsWith(expected.slice(0, 40).trim()), `${name}: ${await lead(page)} / ${expected}`);
    withoutFault(page);
    await page.context().close();
  }
});

test("a file dropped on the page is read, and one that is none says what was expected", async () => {
  const page = await visit(app);
  const handle = await page.evaluateHandle(() => { const data = new DataTransfer(); data.items.add(new File(["no table here"], "note.txt")); return data; });
  await page.dispatchEvent("body", "drop", { dataTransfer: handle });
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /note\.txt/);
  const table = await page.evaluateHandle((text) => { const data = new DataTransfer(); data.items.add(new File([text], "models.csv")); return data; }, CSV);
  await settled(page, () => page.dispatchEvent("body", "drop", { dataTransfer: table }));
  assert.match(await page.locator("#summary").innerText(), /3 .*3 institutions, 3 ties/);
  withoutFault(page);
});

test("a page with data begins with them and with what was asked for, and a link to another view wins", async () => {
  const table = tableOf("papers.csv", CSV);
  const held = join(folder, "held.html");
  run("--data", table, "--since", "2021", "--lang", "ko", "app", "-o", held);
  const page = await visit(held);
  await page.locator("#stage svg").waitFor();
  assert.equal(await page.evaluate(() => location.hash), "#lang=ko&since=2021");
  assert.equal((await lead(page)).split("\n")[0], run("--data", table, "--since", "2021", "--lang", "ko").split("\n")[0]);
  assert.match(await page.locator("meta[property='og:description']").getAttribute("content"), /papers\.csv/);
  withoutFault(page);
  await page.context().close();
  const other = await visit(`${held}#q=rank`);
  await other.locator("#tables table").first().waitFor();
  assert.equal(await other.evaluate(() => location.hash), "#q=rank");
  withoutFault(other);
});

test("a page within another one shows figure and answer alone, with a link to the whole", async () => {
  const held = join(folder, "within.html");
  run("--data", "embedded", "app", "-o", held);
  const page = await visit(`file://${held}?embed=1#view=map`, { width: 700, height: 500 });
  await page.locator("#stage svg").waitFor();
  for (const id of ["#find", "#questions", "#filters", "#summary", "#downloads"]) assert.equal(await page.locator(id).isVisible(), false, id);
  assert.equal(await page.locator("#stage svg").isVisible() && await page.locator("#lead").isVisible(), true);
  assert.match(await page.locator("#whole").getAttribute("href"), /within\.html#view=map$/);
  withoutFault(page);
});

test("a mark of a map that is dragged stays where it is put, and the others where they are", async () => {
  const page = await visit(`${app}#example=1&view=map`);
  await page.locator("#stage svg").waitFor();
  const places = () => page.evaluate(() => Object.fromEntries([...document.querySelectorAll("#stage g.node[data-kind=institution]")].map((node) => {
    const shape = node.querySelector("circle, rect, path, polygon") ?? node, box = shape.getBoundingClientRect(), stage = document.querySelector("#stage svg").getBoundingClientRect();
    return [node.dataset.id, [box.x + box.width / 2 - stage.x, box.y + box.height / 2 - stage.y]];
  })));
  const before = await places();
  const [x, y] = before.kaist, corner = await page.locator("#stage svg").boundingBox();
  await settled(page, async () => {
    await page.mouse.move(corner.x + x, corner.y + y);
    await page.mouse.down();
    await page.mouse.move(corner.x + x + 40, corner.y + y + 20, { steps: 4 });
    await page.mouse.up();
  });
  const after = await places();
  for (const [id, [left, top]] of Object.entries(before)) {
    const [dx, dy] = id === "kaist" ? [40, 20] : [0, 0];
    assert.ok(Math.hypot(after[id][0] - left - dx, after[id][1] - top - dy) < 2, `${id}: ${after[id]}, not ${[left + dx, top + dy]}`);
  }
  assert.equal(await page.evaluate(() => location.hash), "#example=1&view=map", "nothing was chosen");
  await page.locator("#stage g.node[data-id=kaist]").focus();
  await settled(page, () => page.keyboard.press("Alt+ArrowLeft"));
  const moved = await places();
  assert.ok(moved.kaist[0] < after.kaist[0] - 3 && Math.abs(moved.naver[0] - after.naver[0]) < 2);
  withoutFault(page);
});

test("marks of a map are sized and coloured by what is chosen, and the link keeps it", async () => {
  const page = await visit(`${app}#example=1&view=map`);
  await page.locator("#stage svg").waitFor();
  const before = await page.locator("#stage svg").innerHTML();
  await settled(page, () => page.locator("#choose-color").selectOption("country"));
  await settled(page, () => page.locator("#choose-size").selectOption("betweenness"));
  assert.equal(await page.evaluate(() => location.hash), "#example=1&view=map&size=betweenness&color=country");
  const after = await page.locator("#stage svg").innerHTML();
  assert.notEqual(after, before);
  assert.match(await page.locator("#stage svg").textContent(), /betweenness/i);
  withoutFault(page);
});

test("findings are of what the filters leave", async () => {
  const page = await example();
  await page.goto(`file://${app}#example=1&since=2023`);
  await page.waitForFunction(() => document.querySelector("#filters h2, #filters summary")?.textContent.includes("(1)"));
  const first = await page.locator("#findings li").first().innerText();
  const told = command("embedded", "--since", "2023").statements.map(({ id }) => id);
  assert.ok(told.length > 0);
  assert.doesNotMatch(first, /of the 17 models/);
  withoutFault(page);
});

test("numbers on the page are the command's for random filters", async () => {
  const page = await example();
  let seed = 7;
  const random = (count) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * count); };
  const pick = (list) => list[random(list.length)];
  for (let at = 0; at < 50; at += 1) {
    const filter = {};
    if (random(2)) filter.since = String(2016 + random(6));
    if (random(3) === 0) filter.until = String(2020 + random(6));
    if (random(3) === 0) filter.country = pick(["US", "KR", "DE", "CH"]);
    if (random(3) === 0) filter.sector = pick(["company", "education"]);
    if (random(3) === 0) filter.counting = pick(["fractional", "strict"]);
    if (filter.since && filter.until && filter.since > filter.until) delete filter.until;
    const [q, ...args] = pick([["overview"], ["strongest", "--top", "0"], ["rank"], ["indicators"], ["institutions"]]);
    await settled(page, () => page.evaluate((hash) => { location.hash = hash; }, `#${new URLSearchParams({ example: "1", q, ...filter, n: "" })}`.replace("&n=", "")));
    const options = Object.entries(filter).flatMap(([key, value]) => [`--${key}`, value]);
    let text = "";
    try { text = run("--lang", "en", ...options, ...(q === "overview" ? [] : [q, ...args]), "--format", "md"); } catch (error) { text = error.stdout; }
    const plain = (string) => string.replace(/[\\*_`|]/g, "").replace(/\s+/g, " ").trim();
    const first = await page.locator("#lead p").first().innerText();
    assert.ok(plain(text).includes(plain(first)), `${q} ${JSON.stringify(filter)}: ${first}\n${text.slice(0, 400)}`);
  }
  withoutFault(page);
});

test("choosing an institution draws its partners, a second one the path; Back steps through", async () => {
  const page = await example();
  await page.getByRole("combobox", { name: /Search institutions/ }).fill("ㅋㅇㅅㅌ");
  await page.locator("#found [role=option]").first().waitFor();
  await settled(page, () => page.keyboard.press("Enter"));
  assert.match(await lead(page), /KAIST made 5 models/);
  assert.equal(await page.locator("#stage svg").getAttribute("data-view"), "ego");
  await page.getByRole("combobox", { name: /second/ }).fill("NAVER");
  await page.locator("#found-second [role=option]").first().waitFor();
  await settled(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.locator("#stage svg").getAttribute("data-view"), "path");
  assert.match(await lead(page), /KAIST.*NAVER/);
  await settled(page, () => page.goBack());
  assert.match(await lead(page), /KAIST made 5 models/);
  await settled(page, () => page.goBack());
  assert.notEqual(await page.locator("#stage svg").getAttribute("data-view"), "ego");
  await settled(page, () => page.goForward());
  assert.match(await lead(page), /KAIST made 5 models/);
  withoutFault(page);
});

test("a link opens what it says; one that says nothing known is told of", async () => {
  const page = await visit(`${app}#example=1&q=between&id=kaist&id=naver&lang=ko`);
  await page.locator("#stage svg").waitFor();
  assert.match(await lead(page), /카이스트.*네이버/);
  for (const fragment of ["#example=1&q=%00&view=<script>&since=soon&country=XX", "#example=1&q=who", "#%E0%A4%A", "#example=1&q=who&id=nobody"]) {
    const other = await visit(`${app}${fragment}`);
    await other.waitForFunction(() => document.documentElement.dataset.ready !== "0" || location.hash.includes("%E0"));
    withoutFault(other);
    await other.context().close();
  }
});

test("a filter redraws the map", async () => {
  const page = await example();
  const before = await page.locator("#stage g.node").count();
  await page.locator("#filters summary").first().evaluate((summary) => { summary.parentElement.open = true; });
  await page.locator("#filter-since").fill("2021");
  await settled(page, () => page.locator("#filter-since").press("Enter"));
  assert.match(page.url(), /since=2021/);
  const now = await page.locator("#stage g.node").count();
  assert.ok(now > 0 && now < before, `${before} → ${now}`);
  await settled(page, () => page.getByRole("button", { name: "Clear all filters" }).click());
  assert.equal(await page.locator("#stage g.node").count(), before);
  withoutFault(page);
});

test("countries are actors, and each is a line of a trend", async () => {
  const page = await example();
  await page.locator("#filters summary").first().evaluate((summary) => { summary.parentElement.open = true; });
  await settled(page, () => page.locator("#filter-level").selectOption("country"));
  assert.match(page.url(), /level=country/);
  const first = (...args) => run("--lang", "en", ...args).split("\n")[0].slice(0, 40).trim();
  assert.ok((await lead(page)).replace(/\s+/g, " ").startsWith(first("--level", "country")), await lead(page));
  await settled(page, () => page.evaluate(() => { location.hash = "#example=1&q=trend"; }));
  assert.equal(await page.locator("#stage g.series").count(), 1);
  await settled(page, () => page.locator("#choose-group").selectOption("country"));
  const { rows } = JSON.parse(run("trend", "--by", "country", "--json"));
  assert.equal(await page.locator("#stage g.series").count(), new Set(rows.map((row) => row.group)).size);
  for (const view of ["lanes", "geo", "trend"]) {
    await settled(page, () => page.evaluate((name) => { location.hash = `#example=1&view=${name}`; }, view));
    assert.equal(await page.locator("#stage svg").getAttribute("data-view"), view);
  }
  // Another level has other actors.
  await settled(page, () => page.evaluate(() => { location.hash = "#example=1&q=who&id=kaist"; }));
  await settled(page, () => page.locator("#filter-level").selectOption("sector"));
  assert.doesNotMatch(page.url(), /kaist/);
  withoutFault(page);
});

test("names that are markup stay names", async () => {
  const file = tableOf("hostile.csv", "Title,Affiliations,Date\n\"<img src=x onerror=alert(1)>\",\"</script><script>alert(2)</script>;\u202Eevil & \"\"co\"\"\",2020-01-01\n=cmd(),\"</script><script>alert(2)</script>;Lund University\",2021-01-01\n");
  const page = await visit(app);
  await drop(page, file);
  for (const q of ["institutions", "works", "strongest", "overview"]) {
    await settled(page, () => page.evaluate((hash) => { location.hash = hash; }, q === "overview" ? "#" : `#q=${q}`));
    assert.equal(await page.locator("img, #tables script, #stage script").count(), 0);
  }
  withoutFault(page);
});

for (const width of [1280, 768, 390]) test(`text, targets and rules of access at ${width} pixels`, async () => {
  for (const scheme of ["light", "dark"]) {
    const page = await example({ width, height: 844, scheme });
    for (const hash of ["#example=1", "#example=1&q=who&id=kaist", "#example=1&q=rank"]) {
      if (!page.url().endsWith(hash)) await settled(page, () => page.evaluate((to) => { location.hash = to; }, hash));
      const small = await page.evaluate(() => {
        const found = [];
        for (const text of document.querySelectorAll("#stage text")) {
          const size = Number.parseFloat(text.getAttribute("font-size") ?? text.closest("[font-size]")?.getAttribute("font-size") ?? "16");
          const scale = text.getScreenCTM().a;
          if (size * scale < 11) found.push(`${text.textContent} ${size * scale}`);
        }
        for (const control of document.querySelectorAll("button, select, input:not([type=file]):not([type=checkbox]), #questions a, summary")) {
          const box = control.getBoundingClientRect();
          if (box.width > 0 && !control.closest(".years") && (box.height < 24 || box.width < 24)) found.push(`${control.textContent || control.id} ${box.width}×${box.height}`);
        }
        if (document.documentElement.scrollWidth > window.innerWidth + 1) found.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
        return found;
      });
      assert.deepEqual(small, [], `${hash} ${scheme}`);
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document, { rules: { "color-contrast": { enabled: true } } }));
      const violations = result.violations.filter(({ nodes }) => nodes.some(({ target }) => !String(target).includes("svg")));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`), [], `${hash} ${scheme}`);
    }
    withoutFault(page);
    await page.context().close();
  }
});

test("the keyboard alone reaches an institution, its figure and a partner", async () => {
  const page = await example();
  await page.locator("#query").focus();
  await page.keyboard.type("Seoul National");
  await page.locator("#found [role=option]").first().waitFor();
  await settled(page, () => page.keyboard.press("Enter"));
  assert.match(await lead(page), /Seoul National University/);
  await page.locator("#stage g.node[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  await settled(page, () => page.keyboard.press("Enter"));
  assert.match(page.url(), /q=who&id=/);
  withoutFault(page);
});

test("figure, table and network are saved as the command writes them", async () => {
  const page = await example();
  await settled(page, () => page.evaluate(() => { location.hash = "#example=1&q=rank"; }));
  const saved = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#downloads").getByRole("button", { name, exact: true }).first().click()]);
    return readFileSync(await file.path());
  };
  await page.locator("#downloads summary").click();
  assert.equal((await saved("CSV")).toString(), `\uFEFF${run("--lang", "en", "rank", "-f", "csv", "--csv-safe", "--no-bom")}`);
  assert.equal((await saved("GEXF (Gephi)")).toString(), run("--lang", "en", "export", "--export-format", "gexf", "-o", "-"));
  await settled(page, () => page.evaluate(() => { location.hash = "#example=1"; }));
  await page.locator("#downloads summary").click();
  assert.match((await saved("SVG")).toString(), /^<\?xml.*<svg/s);
  assert.equal((await saved("PNG")).subarray(1, 4).toString(), "PNG");
  withoutFault(page);
});

test("two editions are compared", async () => {
  const [old, now] = [tableOf("old.csv", CSV), tableOf("new.csv", `${CSV}Delta,Øresund Lab;Ærø Institut,2023-01-01\n`)];
  const page = await visit(app);
  await drop(page, now);
  await settled(page, () => page.evaluate(() => { location.hash = "#q=compare"; }));
  await settled(page, () => page.locator("#lead input[type=file]").setInputFiles(old));
  const expected = run("--lang", "en", "diff", old, now).split("\n")[0];
  assert.ok((await lead(page)).replace(/\s+/g, " ").includes(expected.slice(0, 40)), `${await lead(page)} / ${expected}`);
  withoutFault(page);
});
