import { bounds } from "../bounds.ts";
import { isObject } from "../knownData.ts";
import { webAddress } from "../metadata/outlet.ts";
import { line } from "../safeArticle.ts";
import { PackError } from "./packError.ts";

/** What a pack says about itself. */
export interface PackManifest {
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  /** ISO day on which this version was made. */
  readonly date: string;
  readonly version: string;
  /** Where later versions are published, or null. */
  readonly address: string | null;
  readonly articles: number;
  /** Bytes of the unpacked records. */
  readonly textBytes: number;
  /** SHA-256 of the packed records, hex. */
  readonly checksum: string;
}

/** Parses a manifest, in which all texts and numbers are bounded. Throws PackError. */
export function parseManifest(json: string): PackManifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PackError("damaged", "the manifest is not JSON");
  }
  if (!isObject(value)) throw new PackError("damaged", "the manifest is not an object");
  const { date, checksum, address } = value;
  if (typeof checksum !== "string" || !/^[0-9a-f]{64}$/.test(checksum)) {
    throw new PackError("damaged", "the manifest has no SHA-256 checksum");
  }
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new PackError("damaged", "the manifest's date is not a day");
  }
  return {
    name: text(value.name, "name") || "?",
    publisher: text(value.publisher, "publisher"),
    licence: text(value.licence, "licence"),
    date,
    version: text(value.version, "version"),
    address: typeof address === "string" ? webAddress(address) : null,
    articles: count(value.articles, "articles", bounds.packArticles),
    textBytes: count(value.textBytes, "textBytes", bounds.packTextBytes),
    checksum,
  };
}

/** Throws PackError if the records unpack to more than texts do. */
export function checkRatio({ textBytes }: PackManifest, packedBytes: number): void {
  if (textBytes > bounds.freePackBytes && textBytes > packedBytes * bounds.packRatio) {
    throw new PackError("tooLarge", `${packedBytes} bytes would unpack to ${textBytes}`);
  }
}

const longestText = 200;

function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw new PackError("damaged", `the manifest has no "${name}"`);
  return line(value).slice(0, longestText);
}

function count(value: unknown, name: string, most: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new PackError("damaged", `the manifest's "${name}" is not a count`);
  }
  if ((value as number) > most) {
    throw new PackError("tooLarge", `"${name}" is ${String(value)}, and the limit is ${most}`);
  }
  return value as number;
}
