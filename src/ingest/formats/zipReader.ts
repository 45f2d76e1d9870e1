import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import type { FileReader } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";

/** "PK\x03\x04", or the end record of an empty archive. */
export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/**
 * The files of a zip, each by its own reader, while the archive comes in. An entry that unpacks to
 * far more than texts do, and an archive of too many entries, end there.
 */
export function createZipReader(name: string, readerOf: (entry: string) => FileReader): FileReader {
  let items: Item[] = [];
  let packedBytes = 0;
  let unpackedBytes = 0;
  let entries = 0;
  let isOver = false;

  const unzip = new Unzip((file) => {
    if (isOver || !isWanted(file.name)) return;
    if (++entries > mostEntries) return stop(`holds more than ${mostEntries} files`);
    readEntry(file);
  });
  unzip.register(UnzipInflate);

  function stop(reason: string): void {
    if (!isOver) items.push(refused(name, reason));
    isOver = true;
  }

  function readEntry(file: UnzipFile): void {
    const itsName = `${name}/${file.name}`;
    const reader = readerOf(itsName);
    file.ondata = (error, data, isFinal) => {
      if (isOver) return;
      if (error) {
        items.push(refused(itsName, `cannot be unpacked (${error.message})`));
        return;
      }
      unpackedBytes += data.length;
      if (unpackedBytes > freeBytes && unpackedBytes > packedBytes * highestRatio) {
        stop("unpacks to far more than texts do");
        return;
      }
      items.push(...reader.push(data));
      if (isFinal) items.push(...reader.end());
    };
    try {
      file.start();
    } catch (error) {
      items.push(refused(itsName, `cannot be unpacked (${(error as Error).message})`));
    }
  }

  function take(chunk: Uint8Array, isFinal: boolean): readonly Item[] {
    if (!isOver) {
      packedBytes += chunk.length;
      try {
        unzip.push(chunk, isFinal);
      } catch (error) {
        stop(`is a damaged zip (${(error as Error).message})`);
      }
    }
    const complete = items;
    items = [];
    return complete;
  }

  return {
    push(chunk) {
      const complete: Item[] = [];
      for (let at = 0; at < chunk.length && !isOver; at += sliceBytes) {
        complete.push(...take(chunk.subarray(at, at + sliceBytes), false));
      }
      return complete;
    },
    end() {
      const complete = take(new Uint8Array(0), true);
      if (entries > 0 || isOver || complete.length > 0) return complete;
      return [refused(name, "is a zip without files")];
    },
  };
}

const mostEntries = 1_000_000;
/** Text packs to a tenth at best; long runs of one character to a thousandth. */
const highestRatio = 200;
const freeBytes = 20_000_000;
/** Unpacked in slices, so that what one of them unpacks to stays small. */
const sliceBytes = 16_384;

/** Folders, hidden files and what archivers of some systems add are nobody's articles. */
function isWanted(entry: string): boolean {
  return !entry.endsWith("/") && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(entry);
}
