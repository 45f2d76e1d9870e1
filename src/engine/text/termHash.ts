/** The class of a hash: hashes of different classes never match. */
export type TermClass = "stem" | "name" | "number" | "date" | "wordRun" | "article" | "address";

const seeds: Readonly<Record<TermClass, number>> = {
  stem: 0x811c9dc5,
  name: 0x1f3d5b79,
  number: 0x2e4c6a88,
  date: 0x3d5f7193,
  wordRun: 0x4c6e80a2,
  article: 0x5b7d91b3,
  address: 0x6a8ea2c5,
};

/** Returns a term's 32-bit hash: FNV-1a over code units from the class's seed, then mixed. */
export function termHash(kind: TermClass, text: string): number {
  let hash = seeds[kind];
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** Joins the hash of a run of words with the next word's. */
export function hashNext(run: number, next: number): number {
  return mixed(Math.imul(run, 0x9e3779b1) ^ next);
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
