import { ArchiveError } from "../archiveError.ts";
import type { Bytes } from "./bytes.ts";

/**
 * Sealed bytes:
 *
 *   ┌────────┬─────────────────────┬────────┐
 *   │ nonce  │ AES-GCM of: bytes   │  tag   │
 *   │ 12     │                     │  16    │
 *   └────────┴─────────────────────┴────────┘
 *
 * The article's id is authenticated too, so a cluster cannot return one article for another. Nonces are
 * random, which is safe for some four thousand million messages of one key (NIST SP 800-38D, 8.3).
 */
const nonceBytes = 12;

/**
 * Encrypts bytes with AES-GCM under a random nonce.
 * @param of names what is sealed, and of which article; opening requires the same text
 */
export async function seal(plain: Bytes, of: string, key: CryptoKey): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(gcm(iv, of), key, plain);
  const bytes = new Uint8Array(nonceBytes + sealed.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(sealed), nonceBytes);
  return bytes;
}

/**
 * Returns the plain bytes. Throws ArchiveError if they were sealed with another key or as something
 * else, or changed since.
 */
export async function unseal(sealed: Bytes, of: string, key: CryptoKey): Promise<Bytes> {
  try {
    const iv = sealed.slice(0, nonceBytes);
    const plain = sealed.subarray(nonceBytes);
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, of), key, plain));
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
