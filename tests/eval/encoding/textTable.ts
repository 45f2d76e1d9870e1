import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = "node_modules/.cache/eval";
const hashBytes = 12;

/** What was worked out for texts, as records of one length, kept on the disk from run to run. */
export class TextTable {
  readonly #file: string;
  readonly #known = new Map<string, Buffer>();

  /** @param name names what is worked out, with its version */
  constructor(name: string, recordBytes: number) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `${name}.bin`);
    const bytes = existsSync(this.#file) ? readFileSync(this.#file) : Buffer.alloc(0);
    const step = hashBytes + recordBytes;
    for (let at = 0; at + step <= bytes.length; at += step) {
      const hash = bytes.toString("latin1", at, at + hashBytes);
      this.#known.set(hash, bytes.subarray(at + hashBytes, at + step));
    }
  }

  get(text: string): Buffer | undefined {
    return this.#known.get(hashOf(text));
  }

  /** Adds records, one for each text. */
  add(texts: readonly string[], records: readonly Buffer[]): void {
    const hashes = texts.map(hashOf);
    hashes.forEach((hash, i) => {
      this.#known.set(hash, records[i]!);
    });
    const lines = records.flatMap((record, i) => [Buffer.from(hashes[i]!, "latin1"), record]);
    appendFileSync(this.#file, Buffer.concat(lines));
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest().toString("latin1", 0, hashBytes);
}
