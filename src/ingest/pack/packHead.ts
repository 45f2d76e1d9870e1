import { PackError } from "./packError.ts";
import { type PackManifest, parseManifest } from "./packManifest.ts";

/**
 * A pack: a corpus in one file. Data only; docs/pack-format.md describes it for others.
 *
 *   line 1   second-source pack 1
 *   line 2   SHA-256 of all bytes after this line, hex
 *   line 3   the manifest, JSON
 *   rest     article records, JSON Lines, gzip
 */
export interface PackHead {
  readonly manifest: PackManifest;
  /** The expected SHA-256 of all bytes from `checkedFrom` on. */
  readonly checksum: string;
  readonly checkedFrom: number;
  readonly articlesFrom: number;
}

/** The most bytes of the three lines together. */
export const longestHead = 16_384;

const magic = "second-source pack ";
const firstLine = `${magic}1\n`;
const checksumLength = 64;
const newline = 0x0a;

/** True for the first bytes of a pack of any version. */
export function isPack(start: Uint8Array): boolean {
  return ascii(start.subarray(0, magic.length)) === magic;
}

/** Returns the head of a pack, from its first `longestHead` bytes. Throws PackError. */
export function readPackHead(start: Uint8Array): PackHead {
  if (!isPack(start)) throw new PackError("notAPack", "it does not begin like a pack");
  const checkedFrom = firstLine.length + checksumLength + 1;
  const first = ascii(start.subarray(0, firstLine.length));
  if (first !== firstLine) {
    const version = first
      .slice(magic.length)
      .replace(/\n.*/s, "")
      .replace(/[^\w.-]/g, "?");
    throw new PackError(
      "wrongVersion",
      `it is a pack of version ${version}, and this program reads only version 1`,
    );
  }
  const checksum = ascii(start.subarray(firstLine.length, checkedFrom - 1));
  if (start.length <= checkedFrom)
    throw new PackError("truncated", "it is cut off in its first three lines");
  if (!/^[0-9a-f]{64}$/.test(checksum) || start[checkedFrom - 1] !== newline) {
    throw new PackError("damaged", "its second line is not a SHA-256 checksum");
  }
  const end = start.subarray(0, longestHead).indexOf(newline, checkedFrom);
  if (end < 0) {
    const isWhole = start.length >= longestHead;
    throw new PackError(isWhole ? "damaged" : "truncated", "the manifest is cut off");
  }
  const manifest = parseManifest(new TextDecoder().decode(start.subarray(checkedFrom, end)));
  return { manifest, checksum, checkedFrom, articlesFrom: end + 1 };
}

/** Returns the manifest's line, which is the first of the bytes that the checksum is of. */
export function manifestLine(manifest: PackManifest): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(manifest)}\n`);
  if (line.length > longestHead / 2) throw new PackError("tooLarge", "the manifest is too long");
  return line;
}

/** Returns the lines before the manifest's. */
export function firstLines(checksum: string): Uint8Array {
  return new TextEncoder().encode(`${firstLine}${checksum}\n`);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
