import type { RefusalReason } from "../../engine/model/index.ts";
import { boundedParser } from "../boundedMarkup.ts";
import { headBytes } from "../fileHead.ts";
import { isPack } from "../pack/packHead.ts";
import { isPdf } from "../pdf/isPdf.ts";
import { createDocxReader, isDocx } from "./docxReader.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { faultOf, type Item, refused } from "./item.ts";
import { limitRefusals } from "./limitRefusals.ts";
import { createLineReader } from "./lineReader.ts";
import { refusalOfKind } from "./otherKinds.ts";
import { createWholeReader } from "./wholeReader.ts";
import { createZipReader, isZip } from "./zipReader.ts";

/**
 * Returns a reader for a file of any format: HTML, plain text, JSON (records, ninjs, JSON-LD, JSON
 * Feed), JSON Lines of these, RSS and Atom, Word documents, or a zip of all but zips. The first bytes
 * decide, else the name. PDFs take a reader of their own. For the limits see `bounds.ts`.
 */
export function createFileReader(name: string, tools: ReadTools): FileReader {
  const parseHtml = boundedParser(tools.parseHtml);
  return guarded(name, createSniffingReader(name, { ...tools, parseHtml }, readerFor));
}

/** Returns the same reader, but one whose own errors end only its file, with a refusal. */
function guarded(name: string, reader: FileReader): FileReader {
  let hasFailed = false;
  function* safely(items: () => Iterable<Item>): Generator<Item> {
    if (hasFailed) return;
    try {
      yield* items();
    } catch (error) {
      hasFailed = true;
      yield { ...refused(name, faultOf(error)), isRest: true };
    }
  }
  return { push: (chunk) => safely(() => reader.push(chunk)), end: () => safely(reader.end) };
}

type ReaderFor = (name: string, head: Uint8Array, tools: ReadTools) => FileReader;

function createSniffingReader(name: string, tools: ReadTools, choose: ReaderFor): FileReader {
  let reader: FileReader | null = null;
  let head = new Uint8Array(0);
  return {
    *push(chunk) {
      if (reader !== null) {
        yield* reader.push(chunk);
        return;
      }
      head = joined(head, chunk);
      if (head.length < headBytes) return;
      reader = choose(name, head, tools);
      yield* reader.push(head);
    },
    *end() {
      if (reader === null) {
        if (head.length === 0) {
          yield refused(name, { key: "refusedEmpty" });
          return;
        }
        reader = choose(name, head, tools);
        yield* reader.push(head);
      }
      yield* reader.end();
    },
  };
}

function readerFor(name: string, head: Uint8Array, tools: ReadTools): FileReader {
  const isArchive = isZip(head) && !isDocx(name, head) && refusalOfKind(head) === null;
  if (!isArchive) return readerOfMember(name, head, tools);
  const open = (member: string) => createSniffingReader(member, tools, readerOfMember);
  return createZipReader(name, open);
}

function readerOfMember(name: string, head: Uint8Array, tools: ReadTools): FileReader {
  if (isPack(head)) return refusing(name, { key: "refusedPackInZip" });
  if (isPdf(head)) return refusing(name, { key: "refusedInsideZip", values: ["PDF"] });
  const refusal = refusalOfKind(head);
  if (refusal !== null) return refusing(name, refusal);
  return limitRefusals(name, readerOfText(name, head, tools));
}

function readerOfText(name: string, head: Uint8Array, tools: ReadTools): FileReader {
  if (isZip(head) && isDocx(name, head)) return createDocxReader(name, tools);
  if (isZip(head)) return refusing(name, { key: "refusedInsideZip", values: ["zip"] });
  const isLines = /\.(?:jsonl|ndjson)$/i.test(name);
  return (isLines ? createLineReader : createWholeReader)(name, tools);
}

function refusing(name: string, reason: RefusalReason): FileReader {
  return { push: () => [], end: () => [refused(name, reason)] };
}

/** Two pieces as one. */
function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
