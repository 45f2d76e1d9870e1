import { base64url } from "./bytes.ts";

/** The names of terms in an archive. */
export interface TermNames {
  /** Resolves to one name for each term hash, in order. */
  of(hashes: Uint32Array): Promise<readonly string[]>;
}

/** The bytes of a name (eight letters): among ten million terms, some twenty share a name. */
const nameBytes = 6;
/** The most cached names, of about 100 bytes each. */
const mostKnown = 500_000;
/** The number of promises awaited together. */
const atOnce = 1024;

/**
 * Returns names that only the key's owner can compute: the truncated HMAC-SHA-256 of the term's
 * hash. A term always has the same name, so a cluster can count and find it without knowing the
 * word.
 */
export function createTermNames(key: CryptoKey): TermNames {
  const known = new Map<number, string>();
  return {
    async of(hashes) {
      const names = new Map(Array.from(hashes, (hash) => [hash, known.get(hash)]));
      const unknown = [...names.keys()].filter((hash) => names.get(hash) === undefined);
      if (known.size + unknown.length > mostKnown) known.clear();
      for (let at = 0; at < unknown.length; at += atOnce) {
        const some = unknown.slice(at, at + atOnce);
        const made = await Promise.all(some.map((hash) => nameOf(hash, key)));
        some.forEach((hash, i) => {
          names.set(hash, made[i]!);
          known.set(hash, made[i]!);
        });
      }
      return Array.from(hashes, (hash) => names.get(hash)!);
    },
  };
}

async function nameOf(hash: number, key: CryptoKey): Promise<string> {
  const data = new Uint8Array(4);
  new DataView(data.buffer).setUint32(0, hash, true);
  const signature = await crypto.subtle.sign("HMAC", key, data);
  return base64url(new Uint8Array(signature, 0, nameBytes));
}
