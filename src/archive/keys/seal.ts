import { deflateSync, inflateSync } from "fflate";
import { ArchiveError } from "../archiveError.ts";
import type { Bytes } from "./bytes.ts";

/**
 * Sealed bytes:
 *
 *   ┌────────┬──────────────────────────────────────────────┬────────┐
 *   │ nonce  │ AES-GCM of: length (u32), deflated bytes     │  tag   │
 *   │ 12     │                                              │  16    │
 *   └────────┴──────────────────────────────────────────────┴────────┘
 *
 * The article's id is authenticated too, so a cluster cannot return one article for another. Nonces are
 * random, which is safe for some four thousand million messages of one key (NIST SP 800-38D, 8.3).
 */
const nonceBytes = 12;
const lengthBytes = 4;

/** The most bytes that are decompressed. An article has some kilobytes. */
const mostPlainBytes = 64_000_000;

/**
 * Compresses bytes and encrypts them with AES-GCM under a random nonce.
 * @param of names what is sealed, and of which article; opening requires the same text
 */
export async function seal(plain: Uint8Array, of: string, key: CryptoKey): Promise<Bytes> {
  const packed = deflateSync(plain, { level: 9 });
  const content = new Uint8Array(lengthBytes + packed.length);
  new DataView(content.buffer).setUint32(0, plain.length, true);
  content.set(packed, lengthBytes);
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(gcm(iv, of), key, content);
  const bytes = new Uint8Array(nonceBytes + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), nonceBytes);
  return bytes;
}

/**
 * Returns the plain bytes. Throws ArchiveError if they were sealed with another key or as something
 * else, or changed since.
 */
export async function unseal(sealed: Bytes, of: string, key: CryptoKey): Promise<Uint8Array> {
  try {
    const iv = sealed.slice(0, nonceBytes);
    const opened = await crypto.subtle.decrypt(gcm(iv, of), key, sealed.subarray(nonceBytes));
    const length = new DataView(opened).getUint32(0, true);
    if (length > mostPlainBytes) throw new RangeError(`${length} bytes`);
    return inflateSync(new Uint8Array(opened, lengthBytes), { out: new Uint8Array(length) });
  } catch (cause) {
    throw new ArchiveError(
      "badAnswer",
      `the archive's ${of} does not open: it was changed in the cluster; push its article again`,
      { cause },
    );
  }
}

function gcm(iv: Bytes, of: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(of) };
}
