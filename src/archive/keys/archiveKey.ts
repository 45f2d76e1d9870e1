import { ArchiveError } from "../archiveError.ts";
import { type Bytes, base64url, bytesOfBase64 } from "./bytes.ts";

/**
 * The key of an archive: 32 random bytes. It opens the whole archive; without it the cluster has
 * only keyed hashes and sealed bytes. Subkeys are derived by HKDF (RFC 5869), so knowing one
 * reveals nothing of the others. The key itself is never sent, logged or put into an address.
 */
export interface ArchiveKey {
  /** AES-256-CBC key for the terms of passages. */
  readonly terms: CryptoKey;
  /** HMAC-SHA-256 key for the ids and digests of articles. */
  readonly ids: CryptoKey;
  /** AES-256-GCM key for outlines and articles. */
  readonly sealing: CryptoKey;
}

const keyBytes = 32;
const prefix = "second-source-archive-key-1 ";

/** Returns a new key as the one line of a key file. */
export function newKeyText(): string {
  return `${prefix}${base64url(crypto.getRandomValues(new Uint8Array(keyBytes)))}\n`;
}

/**
 * Reads the key in the text of a key file. Throws ArchiveError; the message does not repeat the
 * text.
 */
export async function readArchiveKey(text: string): Promise<ArchiveKey> {
  const line = text.trim();
  const bytes = line.startsWith(prefix) ? bytesOfBase64(line.slice(prefix.length)) : null;
  if (bytes === null || bytes.length !== keyBytes) {
    throw new ArchiveError(
      "badRequest",
      "this is not the key of an archive; `second-source archive key FILE` makes one",
    );
  }
  return archiveKeyOf(bytes);
}

async function archiveKeyOf(bytes: Bytes): Promise<ArchiveKey> {
  const master = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  const derive = (info: string, type: AesKeyGenParams | HmacKeyGenParams, uses: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: encoded(info) },
      master,
      type,
      false,
      uses,
    );
  const hmac = { name: "HMAC", hash: "SHA-256", length: 256 };
  const [terms, ids, sealing] = await Promise.all([
    derive("second-source archive terms", { name: "AES-CBC", length: 256 }, ["encrypt", "decrypt"]),
    derive("second-source archive ids", hmac, ["sign"]),
    derive("second-source archive sealing", { name: "AES-GCM", length: 256 }, [
      "encrypt",
      "decrypt",
    ]),
  ]);
  return { terms, ids, sealing };
}

function encoded(text: string): Bytes {
  return new TextEncoder().encode(text);
}
