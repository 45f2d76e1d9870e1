import { base64url } from "./bytes.ts";

/** Gives terms the names under which an archive knows them. */
export interface TermNames {
  /** One name for each term hash, in order. */
  of(hashes: Uint32Array): Promise<readonly string[]>;
}

/** Six bytes: of ten million terms, some twenty share their name with another. Eight letters. */
const nameBytes = 6;
/** About 100 bytes each. */
const mostKnown = 500_000;
/** Promises that are waited for together. */
const atOnce = 1024;

/**
 * Names that only the key's owner can give: HMAC-SHA-256 of the term's hash, cut. The same term has the
 * same name everywhere, so that a cluster can count and find it without knowing what it is.
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
