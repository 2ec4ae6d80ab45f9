// The worker that runs the engine: one request after the other, each of which can be cancelled.
import { own, say } from "./words.js";

/** @typedef {{name: string, bytes: Uint8Array<ArrayBuffer>}} DataFile */
/** @typedef {{resolve: (answer: any) => void, reject: (error: Error) => void}} Waiting */

/** Something that the engine says instead of an answer. */
export class Refused extends Error {
  /** @param {{en: string, ko: string}} both */
  constructor(both) { super(own(both)); this.both = both; }
}
/** What was cancelled by the reader, or stands behind something newer. */
export class Cancelled extends Error {}

/** @type {Worker | null} */
let worker = null;
let count = 0;
/** @type {Map<number, Waiting>} */
const waiting = new Map();
/** What is open, to be opened again by another worker. @type {{files: DataFile[], reading: object, earlier: DataFile[]}} */
const openData = { files: [], reading: {}, earlier: [] };
let isOpen = false;
/** Opens what was open, in a worker that took the place of another. @type {Promise<unknown>} */
let ready = Promise.resolve();

/** The bytes of a part of the page; null where it has none. @param {string} id */
function packed(id) {
  const text = document.getElementById(id)?.textContent;
  if (!text) return null;
  const binary = atob(text.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** @param {Record<string, unknown>} message */
function post(message) {
  count += 1;
  const number = count;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker?.postMessage({ ...message, number });
  });
}

async function start() {
  const address = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.onmessage = ({ data }) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (!asked) return;
    if (data.failure === undefined) { asked.resolve(JSON.parse(data.text)); return; }
    asked.reject(new Error(data.started ? say("engineFailed", data.failure) : say("noEngine", data.failure)));
    // Memory that was left in the middle of something is not used again.
    if (data.started) restart(new Cancelled());
  };
  worker.onerror = (event) => { for (const one of waiting.values()) one.reject(new Error(say("noEngine", event.message))); waiting.clear(); };
  await post({ packed: packed("engine"), registry: packed("registry") });
  if (!isOpen) return;
  await send({ ask: "open", files: sizes(openData.files), reading: openData.reading }, openData.files);
  if (openData.earlier.length > 0) await send({ ask: "open", files: sizes(openData.earlier), reading: openData.reading, earlier: true }, openData.earlier);
}

/** @param {DataFile[]} files */
function sizes(files) { return files.map(({ name, bytes }) => ({ name, size: bytes.length })); }

/** @param {Record<string, unknown>} request @param {DataFile[]} files */
async function send(request, files = []) {
  const answer = await post({ json: JSON.stringify(request), files: files.map(({ bytes }) => bytes) });
  if (answer.error) throw new Refused(answer.error);
  return answer;
}

/** @param {Error} reason */
function restart(reason) {
  worker?.terminate();
  worker = null;
  for (const one of waiting.values()) one.reject(reason);
  waiting.clear();
  ready = start();
  ready.catch(() => {});
}

/** Ends what is being worked on. */
export function cancel() { restart(new Cancelled()); }

/** @param {Record<string, unknown>} request */
export async function ask(request) {
  if (!worker) { ready = start(); }
  await ready;
  return send(request);
}

/**
 * Opens files in place of those before; none are the example.
 * @param {DataFile[]} files
 * @param {object} reading
 */
export async function openFiles(files, reading) {
  if (!worker) { ready = start(); }
  await ready;
  const answer = await send({ ask: "open", files: sizes(files), reading }, files);
  Object.assign(openData, { files, reading, earlier: [] });
  isOpen = true;
  return answer;
}

/** Opens the edition that is compared with. @param {DataFile[]} files */
export async function openEarlier(files) {
  await ready;
  const answer = await send({ ask: "open", files: sizes(files), reading: openData.reading, earlier: true }, files);
  openData.earlier = files;
  return answer;
}

/** What is open, for a page that holds it. */
export function openNow() { return { files: openData.files, reading: openData.reading }; }
