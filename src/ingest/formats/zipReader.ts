import type { FileReader } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { createZipMembers, type ZipPart } from "./zipMembers.ts";

/** True for the beginning of a zip: "PK\x03\x04", or the end record of an empty archive. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/** Returns a reader of a zip, which gives each file to its own reader while the archive arrives. */
export function createZipReader(name: string, readerOf: (entry: string) => FileReader): FileReader {
  const members = createZipMembers(isWanted);
  let reader: FileReader | null = null;
  let isEmpty = true;

  function* itemsOf(part: ZipPart): Generator<Item> {
    isEmpty = false;
    if (part.kind === "stopped") {
      yield refused(name, part.reason);
      return;
    }
    const itsName = `${name}/${part.member}`;
    if (part.kind === "refused") yield refused(itsName, part.reason);
    else {
      reader ??= readerOf(itsName);
      yield* part.kind === "piece" ? reader.push(part.bytes) : reader.end();
    }
    if (part.kind !== "piece") reader = null;
  }

  return {
    *push(chunk) {
      for (const part of members.push(chunk)) yield* itemsOf(part);
    },
    *end() {
      for (const part of members.end()) yield* itemsOf(part);
      if (isEmpty) yield refused(name, { key: "refusedEmptyZip" });
    },
  };
}

/** False for folders, hidden files and files that archivers add: they are not articles. */
function isWanted(entry: string): boolean {
  return !entry.endsWith("/") && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(entry);
}
