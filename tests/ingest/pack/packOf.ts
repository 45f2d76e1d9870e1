import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { PackManifest } from "../../../src/ingest/pack/packManifest.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A pack of these lines with the right checksums, whatever else the manifest is made to say. */
export function packOf(
  lines: readonly string[],
  changes: Partial<Record<keyof PackManifest, unknown>> = {},
): Uint8Array {
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  const records = gzipSync(text);
  const manifest = {
    ...{ name: "Shore", publisher: "The council", licence: "CC0-1.0", date: "2019-04-01" },
    ...{ version: "1", address: null, articles: lines.length, textBytes: text.length },
    checksum: sha256(records),
    ...changes,
  };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(manifest)}\n`), records]);
  return Buffer.concat([Buffer.from(`second-source pack 1\n${sha256(rest)}\n`), rest]);
}

/** A record of a pack. */
export function recordLine(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    outlet: { name: "The Northern Shore", domain: "shore.example" },
    title: "The harbour",
    urls: ["https://shore.example/harbour"],
    body: "The harbour stays open, the minister said.",
    ...changes,
  });
}
