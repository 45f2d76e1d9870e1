import { isPack } from "../pack/packHead.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { refused } from "./item.ts";
import { createLineReader } from "./lineReader.ts";
import { createWholeReader } from "./wholeReader.ts";
import { createZipReader, isZip } from "./zipReader.ts";

/** So many bytes tell what a file is. */
const sniffedBytes = 64;

/**
 * A reader for a file of any of the formats: HTML, plain text, JSON (records, ninjs, JSON-LD, JSON
 * Feed), JSON Lines of these, RSS and Atom, or a zip of all but zips. The first bytes tell,
 * and the name where they do not.
 */
export function createFileReader(name: string, tools: ReadTools, isNested = false): FileReader {
  let reader: FileReader | null = null;
  let head = new Uint8Array(0);
  const choose = () => readerFor(name, head, tools, isNested);
  return {
    push(chunk) {
      if (reader !== null) return reader.push(chunk);
      head = joined(head, chunk);
      if (head.length < sniffedBytes) return [];
      reader = choose();
      return reader.push(head);
    },
    end() {
      if (reader !== null) return reader.end();
      if (head.length === 0) return [refused(name, "is empty; give it a page's text or HTML")];
      reader = choose();
      return [...reader.push(head), ...reader.end()];
    },
  };
}

function readerFor(
  name: string,
  head: Uint8Array,
  tools: ReadTools,
  isNested: boolean,
): FileReader {
  if (isPack(head)) return refusing(name, "is a pack; add it as one");
  if (isZip(head)) {
    return isNested
      ? refusing(name, "is a zip inside a zip; unpack it first")
      : createZipReader(name, (entry) => createFileReader(entry, tools, true));
  }
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return createLineReader(name, tools);
  return createWholeReader(name, tools);
}

function refusing(name: string, reason: string): FileReader {
  return { push: () => [], end: () => [refused(name, reason)] };
}

/** Two pieces as one. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
