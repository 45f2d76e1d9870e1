import { deflateSync, inflateSync } from "fflate";
import type { Bytes } from "../keys/bytes.ts";

/** The length of the plain bytes, before the deflated ones. */
const lengthBytes = 4;

/** The most bytes that are decompressed. An article has some kilobytes. */
const mostPlainBytes = 64_000_000;

/** Returns bytes compressed, with their length before them. */
export function packed(plain: Uint8Array): Bytes {
  const deflated = deflateSync(plain, { level: 9 });
  const bytes = new Uint8Array(lengthBytes + deflated.length);
  new DataView(bytes.buffer).setUint32(0, plain.length, true);
  bytes.set(deflated, lengthBytes);
  return bytes;
}

/** Returns the plain bytes of packed ones. Throws RangeError if there would be too many. */
export function unpacked(bytes: Bytes): Uint8Array {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > mostPlainBytes) throw new RangeError(`${length} bytes`);
  return inflateSync(bytes.subarray(lengthBytes), { out: new Uint8Array(length) });
}
