// The engine of the page under Node: the same module as the page's worker runs.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const packed = new URL("../../src/explore/engine/collabgraph.wasm.gz", import.meta.url);

// A new engine; `ask` answers a request, with files as names and bytes.
export async function engine() {
  const module = await WebAssembly.compile(gunzipSync(readFileSync(packed)));
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => { throw new Error(name); };
  const instance = await WebAssembly.instantiate(module, imports);
  const { memory, request, answer, response } = instance.exports;
  return (asked, files = []) => {
    const head = Buffer.from(JSON.stringify({ ...asked, ...(files.length > 0 ? { files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) } : {}) }));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    const all = Buffer.concat([length, head, ...files.map(({ bytes }) => bytes)]);
    const at = request(all.length);
    new Uint8Array(memory.buffer, at, all.length).set(all);
    const size = answer();
    return JSON.parse(Buffer.from(memory.buffer, response(), size).toString("utf8"));
  };
}
