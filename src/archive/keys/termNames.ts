import { type Bytes, base64url } from "./bytes.ts";

/** The names of terms in an archive. */
export interface TermNames {
  /** Resolves to one name for each term hash, in order. */
  of(hashes: Uint32Array): Promise<readonly string[]>;
  /** The same for several lists, with no more calls of WebCrypto than for one. */
  ofEach(lists: readonly Uint32Array[]): Promise<readonly (readonly string[])[]>;
}

/** The bytes of a name: among ten million terms, some twenty share a name. */
const nameBytes = 6;
const nameLetters = 8;
/** The most cached names, of about 100 bytes each. */
const mostKnown = 500_000;

/**
 * Returns names that only the key's owner can compute. A term always has the same name, so a cluster
 * can count and find it without knowing the word.
 */
export function createTermNames(key: CryptoKey): TermNames {
  const known = new Map<number, string>();
  const ofEach = async (lists: readonly Uint32Array[]) => {
    const names = new Map<number, string | undefined>();
    for (const hashes of lists) for (const hash of hashes) names.set(hash, known.get(hash));
    const unknown = [...names.keys()].filter((hash) => names.get(hash) === undefined);
    if (known.size + unknown.length > mostKnown) known.clear();
    const made = await namesOf(unknown, key);
    unknown.forEach((hash, i) => {
      names.set(hash, made[i]!);
      known.set(hash, made[i]!);
    });
    return lists.map((hashes) => Array.from(hashes, (hash) => names.get(hash)!));
  };
  return {
    ofEach,
    async of(hashes) {
      const [names] = await ofEach([hashes]);
      return names!;
    },
  };
}

const blockBytes = 16;
const hashBytes = 4;

/**
 * Returns the first bytes of each hash's block under AES. A call of WebCrypto takes some 17 µs, and a
 * page needs 30,000 names: this takes two calls for all of them. CBC decrypts block by block, and
 * then adds the block before, whose first bytes are zero:
 *
 *   ┌──────────────┬───────────┐      ┌───────────┬───────────┐
 *   │ 12 × 0       │ hash, u32 │  →   │ name, 6   │ …         │   for each hash
 *   └──────────────┴───────────┘      └───────────┴───────────┘
 *
 * A last block makes the padding that CBC wants to see.
 */
async function namesOf(hashes: readonly number[], key: CryptoKey): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const blocks = new Uint8Array((hashes.length + 1) * blockBytes);
  const view = new DataView(blocks.buffer);
  hashes.forEach((hash, i) => {
    view.setUint32((i + 1) * blockBytes - hashBytes, hash, true);
  });
  const end = hashes.length * blockBytes;
  const padding = await crypto.subtle.encrypt(
    cbc(blocks.slice(end - blockBytes, end)),
    key,
    new Uint8Array(0),
  );
  blocks.set(new Uint8Array(padding), end);
  const opened = new Uint8Array(await crypto.subtle.decrypt(cbc(firstVector), key, blocks));
  const names = new Uint8Array(hashes.length * nameBytes);
  for (let i = 0; i < hashes.length; i++) {
    names.set(opened.subarray(i * blockBytes, i * blockBytes + nameBytes), i * nameBytes);
  }
  const letters = base64url(names);
  return hashes.map((_, i) => letters.slice(i * nameLetters, (i + 1) * nameLetters));
}

const firstVector: Bytes = new Uint8Array(blockBytes);

function cbc(iv: Bytes): AesCbcParams {
  return { name: "AES-CBC", iv };
}
