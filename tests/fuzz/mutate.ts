import { randomSource } from "../support/randomSource.ts";

/** Numbers below a bound, from a seed: the same seed gives the same mutants. */
export type Random = (below: number) => number;

type Bytes = Uint8Array<ArrayBuffer>;

export function randomBelow(seed: number): Random {
  const random = randomSource(seed);
  return (below) => Math.floor(random() * below);
}

/** Words that lengths, counts and offsets fail at. */
const evilWords = [0, 1, 2, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const mostChanges = 6;

/** The bytes with one to six faults: wrong bits, bytes and words, bytes that are missing, moved or too many. */
export function mutantOf(bytes: Uint8Array, random: Random): Bytes {
  let mutant: Bytes = Uint8Array.from(bytes);
  for (let changes = 1 + random(mostChanges); changes > 0 && mutant.length > 8; changes--) {
    mutant = changed(mutant, random);
  }
  return mutant;
}

function changed(bytes: Bytes, random: Random): Bytes {
  const at = random(bytes.length);
  const length = 1 + random(Math.min(64, bytes.length - at));
  switch (random(7)) {
    case 0:
      bytes[at]! ^= 1 << random(8);
      return bytes;
    case 1:
      bytes[at] = random(256);
      return bytes;
    case 2:
      return withWord(bytes, at, evilWords[random(evilWords.length)]!);
    case 3:
      return withWord(bytes, at, random(2 ** 32));
    case 4:
      return bytes.slice(0, at);
    case 5:
      return spliced(bytes, at, length, new Uint8Array(0));
    default:
      return spliced(bytes, random(bytes.length), random(length), bytes.slice(at, at + length));
  }
}

/** Little-endian, at a place where words stand. */
function withWord(bytes: Bytes, at: number, word: number): Bytes {
  const place = Math.min(at - (at % 4), bytes.length - 4);
  for (let byte = 0; byte < 4; byte++) bytes[place + byte] = (word >>> (8 * byte)) & 0xff;
  return bytes;
}

function spliced(bytes: Bytes, at: number, cut: number, put: Bytes): Bytes {
  const parts = [bytes.slice(0, at), put, bytes.slice(Math.min(bytes.length, at + cut))];
  return Uint8Array.from(Buffer.concat(parts));
}

/** What came of reading mutants. */
export interface MutantFigures {
  readonly read: number;
  readonly refused: number;
  /** What went wrong otherwise, with the mutant's number. */
  readonly faults: readonly string[];
}

/** A mutant is of some kilobytes: what takes longer than that does not end with it. */
const longestMs = 2_000;

/** Reads so many mutants; `read` throws what is refused as a refusal, and anything else as a fault. */
export function readMutants(
  count: number,
  seed: number,
  mutantFrom: (random: Random) => Uint8Array,
  read: (mutant: Uint8Array) => void,
  isRefusal: (error: unknown) => boolean,
): MutantFigures {
  const random = randomBelow(seed);
  let [done, refused] = [0, 0];
  const faults: string[] = [];
  for (let number = 0; number < count; number++) {
    const mutant = mutantFrom(random);
    const before = process.cpuUsage();
    try {
      read(mutant);
      done++;
    } catch (error) {
      if (isRefusal(error)) refused++;
      else faults.push(`mutant ${number} of seed ${seed}: ${describe(error)}`);
    }
    const { user } = process.cpuUsage(before);
    if (user > longestMs * 1000) faults.push(`mutant ${number} of seed ${seed}: ${user / 1000} ms`);
  }
  return { read: done, refused, faults };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
