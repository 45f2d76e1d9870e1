import { Inflate, Unzip, type UnzipDecoderConstructor } from "fflate";
import type { RefusalReason } from "../../engine/model/index.ts";
import { bounds } from "../bounds.ts";

/**
 * A part of a zip, in file order: a piece of a member, the end of a member, or the reason why
 * nothing follows.
 */
export type ZipPart =
  | { readonly kind: "piece"; readonly member: string; readonly bytes: Uint8Array }
  | { readonly kind: "end"; readonly member: string }
  | { readonly kind: "refused"; readonly member: string; readonly reason: RefusalReason }
  /** The archive itself ends: nothing follows. */
  | { readonly kind: "stopped"; readonly reason: RefusalReason };

/** Unpacks a zip that comes in pieces. Take all parts before the next call: they are made meanwhile. */
export interface ZipMembers {
  push(chunk: Uint8Array): Generator<ZipPart>;
  end(): Generator<ZipPart>;
}

type Take = (part: ZipPart) => void;

/**
 * Unpacks the members of a zip as it arrives. Unwanted members are skipped without unpacking. A
 * member that unpacks to far more than its size, or cannot be unpacked, ends there, and the others
 * continue.
 */
export function createZipMembers(isWanted: (member: string) => boolean): ZipMembers {
  let parts: ZipPart[] = [];
  let unpackedBytes = 0;
  let files = 0;
  let isOver = false;
  let opening: string | null = null;

  function take(part: ZipPart): void {
    if (isOver) return;
    parts.push(part);
    if (part.kind !== "piece") return;
    unpackedBytes += part.bytes.length;
    if (unpackedBytes > bounds.zipBytes) stop({ key: "refusedZipBytes" });
  }

  function stop(reason: RefusalReason): void {
    take({ kind: "stopped", reason });
    isOver = true;
  }

  const unzip = new Unzip((file) => {
    opening = isOver || !isWanted(file.name) ? null : file.name;
    if (opening !== null && ++files > bounds.zipFiles) {
      stop({ key: "refusedZipFiles", values: [bounds.zipFiles] });
    }
    // Decoders return only what they unpack, so an empty member returns nothing.
    file.ondata = () => undefined;
    if (opening !== null && file.size === 0) take({ kind: "end", member: opening });
    file.start();
  });
  for (const decoder of decoders(() => (opening === null ? null : { name: opening, take }))) {
    unzip.register(decoder);
  }

  function* partsOf(chunk: Uint8Array, isFinal: boolean): Generator<ZipPart> {
    if (isOver) return;
    try {
      unzip.push(chunk, isFinal);
    } catch (error) {
      stop({ key: "refusedZip", values: [(error as Error).message] });
    }
    const complete = parts;
    parts = [];
    yield* complete;
  }

  return {
    *push(chunk) {
      for (let at = 0; at < chunk.length; at += bounds.slice) {
        yield* partsOf(chunk.subarray(at, at + bounds.slice), false);
      }
    },
    end: () => partsOf(new Uint8Array(0), true),
  };
}

/** A member that is wanted, and who takes its parts. */
interface Opened {
  readonly name: string;
  readonly take: Take;
}

const stored = 0;
const deflated = 8;
/** Numbers of methods that zips have; a member by any but the two above is refused. */
const mostMethods = 100;

/** Returns a decoder class for each method; the archive's reader makes one instance per member. */
function decoders(open: () => Opened | null): readonly UnzipDecoderConstructor[] {
  return Array.from({ length: mostMethods }, (_, method) => {
    return class {
      static readonly compression = method;
      readonly #member = memberOf(open(), method);
      ondata = () => undefined;

      push(data: Uint8Array, isFinal: boolean): void {
        this.#member?.push(data, isFinal);
      }
    };
  });
}

function memberOf(opened: Opened | null, method: number): Member | null {
  if (opened === null) return null;
  const member = new Member(opened, method === deflated);
  if (method !== stored && method !== deflated) member.refuse({ key: "refusedZipMethod" });
  return member;
}

/** Unpacks one member, as long as that stays in proportion. */
class Member {
  readonly #opened: Opened;
  readonly #inflate: Inflate | null;
  #packedBytes = 0;
  #unpackedBytes = 0;
  #isOver = false;

  constructor(opened: Opened, isDeflated: boolean) {
    this.#opened = opened;
    this.#inflate = isDeflated ? new Inflate((bytes) => this.#takePiece(bytes)) : null;
  }

  push(data: Uint8Array, isFinal: boolean): void {
    if (this.#isOver) return;
    this.#packedBytes += data.length;
    try {
      if (this.#inflate === null) this.#takePiece(data.slice());
      else this.#inflate.push(data, isFinal);
    } catch (error) {
      this.refuse({ key: "refusedUnpacking", values: [(error as Error).message] });
    }
    if (isFinal && !this.#isOver) {
      this.#opened.take({ kind: "end", member: this.#opened.name });
    }
  }

  refuse(reason: RefusalReason): void {
    if (!this.#isOver) {
      this.#opened.take({ kind: "refused", member: this.#opened.name, reason });
    }
    this.#isOver = true;
  }

  #takePiece(bytes: Uint8Array): void {
    if (this.#isOver || bytes.length === 0) return;
    this.#unpackedBytes += bytes.length;
    const isFree = this.#unpackedBytes <= bounds.freeUnpackedBytes;
    if (isFree || this.#unpackedBytes <= this.#packedBytes * bounds.zipRatio) {
      this.#opened.take({ kind: "piece", member: this.#opened.name, bytes });
    } else this.refuse({ key: "refusedZipRatio" });
  }
}
