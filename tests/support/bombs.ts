/** Files that are made to fill the memory of who reads them. */
import { strToU8, zipSync } from "fflate";

/** A list of empty objects, of about so many bytes: each takes ten times its length when parsed. */
export function listOfNothing(bytes: number): Uint8Array {
  const unit = strToU8("{},".repeat(60_000));
  const list = new Uint8Array(bytes);
  for (let at = 1; at < bytes; at += unit.length) list.set(unit.subarray(0, bytes - at), at);
  list[0] = "[".charCodeAt(0);
  list.set(strToU8("{}]"), bytes - 3);
  return list;
}

/** A zip of such a list, with noise beside it so that the archive's own ratio is that of any other. */
export function bombInZip(bytes: number, noiseBytes: number, article: object): Uint8Array {
  let state = 1;
  const noise = Uint8Array.from({ length: noiseBytes }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 12;
  });
  return zipSync({
    "noise.bin": [noise, { level: 0 }],
    "bomb.json": [listOfNothing(bytes), { level: 9 }],
    "after.jsonl": strToU8(JSON.stringify(article)),
  });
}

/** Records of long texts, one a line: each takes a hundred times its length when it is indexed. */
export function longLines(count: number, chars: number): string {
  const words = (line: number) =>
    Array.from({ length: chars / 4 }, (_, at) => `w${line}x${(at * 7_919) % 99_991}`).join(" ");
  const line = (at: number) =>
    JSON.stringify({ title: `Long ${at}`, body: words(at).slice(0, chars) });
  return Array.from({ length: count }, (_, at) => line(at)).join("\n");
}
