// The engine in a thread of its own: requests in their order, each answered by its number.
/** @typedef {{memory: WebAssembly.Memory, request: (bytes: number) => number, answer: () => number, response: () => number}} EngineExports */

/** @type {EngineExports | null} */
let engine = null;

/** @param {Uint8Array<ArrayBuffer>} packed */
function unpack(packed) {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {Uint8Array<ArrayBuffer>} packed @param {Uint8Array<ArrayBuffer> | null} registry */
async function start(packed, registry) {
  const module = await WebAssembly.compile(await unpack(packed));
  /** What libraries that want random numbers would take from JavaScript: the engine wants none. @type {WebAssembly.Imports} */
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => { throw new Error(name); };
  const instance = await WebAssembly.instantiate(module, imports);
  engine = /** @type {EngineExports} */ (/** @type {unknown} */ (instance.exports));
  if (!registry) return;
  const told = JSON.parse(answer(JSON.stringify({ ask: "registry" }), [new Uint8Array(await unpack(registry))]));
  if (told.error) throw new Error(told.error.en);
}

/**
 * @param {string} json
 * @param {Uint8Array[]} files
 */
function answer(json, files) {
  if (!engine) throw new Error("not started");
  const head = new TextEncoder().encode(json);
  const length = files.reduce((sum, file) => sum + file.length, 4 + head.length);
  const at = engine.request(length);
  // The memory may have grown, and then has another buffer.
  const room = new Uint8Array(engine.memory.buffer, at, length);
  new DataView(engine.memory.buffer).setUint32(at, head.length, true);
  room.set(head, 4);
  let offset = 4 + head.length;
  for (const file of files) { room.set(file, offset); offset += file.length; }
  const size = engine.answer();
  return new TextDecoder().decode(new Uint8Array(engine.memory.buffer, engine.response(), size));
}

self.onmessage = async ({ data }) => {
  try {
    if (data.packed) { await start(data.packed, data.registry); self.postMessage({ number: data.number, text: "{}" }); return; }
    self.postMessage({ number: data.number, text: answer(data.json, data.files) });
  } catch (error) {
    self.postMessage({ number: data.number, failure: String(error instanceof Error ? error.message : error), started: engine !== null });
  }
};
