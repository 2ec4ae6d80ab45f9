// The browser, the program, and pages made by it.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const collab = process.env.COLLAB ?? fileURLToPath(new URL("../../target/release/collab", import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), "explorer-"));
const browserPath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let browser = null;
export const launch = async () => (browser ??= await chromium.launch({ executablePath: browserPath, args: flags }));
export const close = () => browser?.close();

export function run(...args) {
  return execFileSync(collab, ["--quiet", ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}
export function pageOf(name, ...args) {
  const file = join(folder, `${name}.html`);
  run(...args, "explore", "-o", file);
  return file;
}
export function tableOf(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

// Opens a page and holds it to two rules: no fault in its script, no request but for itself.
export async function visit(address, { width = 1280, height = 900, scheme = "light", locale = "en-US" } = {}) {
  const context = await (await launch()).newContext({ viewport: { width, height }, colorScheme: scheme, locale, acceptDownloads: true, reducedMotion: "reduce" });
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  page.faults = [];
  page.requests = [];
  page.on("pageerror", (error) => page.faults.push(String(error.stack ?? error)));
  page.on("console", (message) => { if (message.type() === "error") page.faults.push(message.text()); });
  page.on("request", (request) => page.requests.push(request.url()));
  await page.goto(address.startsWith("http") || address.startsWith("file:") ? address : `file://${address}`);
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  return page;
}

export const axe = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// A server of our own program; resolves with its address and the way to end it.
export function serve(...args) {
  const child = spawn(collab, [...args, "explore", "--serve", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((done, failed) => {
    let said = "";
    child.stdout.on("data", (piece) => {
      said += piece;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
      if (address) done({ address, stop: () => new Promise((ended) => { child.on("exit", (code) => ended(code)); child.kill("SIGINT"); }) });
    });
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`the server ended with ${code}`)));
  });
}
