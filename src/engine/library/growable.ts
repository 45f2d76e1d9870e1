/** The typed arrays that sections are made of. */
export type SectionArray = Uint16Array | Uint32Array | Float64Array;

/** A typed array that grows by doubling, for building sections of unknown length. */
export class Growable<A extends SectionArray> {
  readonly #allocate: (length: number) => A;
  #values: A;
  #length = 0;

  constructor(allocate: (length: number) => A) {
    this.#allocate = allocate;
    this.#values = allocate(1024);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends values one by one. */
  push(...values: readonly number[]): void {
    this.#makeRoom(values.length);
    for (const value of values) this.#values[this.#length++] = value;
  }

  /** Appends a whole array of the same kind. */
  append(values: A): void {
    this.#makeRoom(values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** The values so far, without spare room. */
  values(): A {
    return this.#values.slice(0, this.#length) as A;
  }

  #makeRoom(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#values.length) return;
    const larger = this.#allocate(Math.max(this.#values.length * 2, needed));
    larger.set(this.#values.subarray(0, this.#length));
    this.#values = larger;
  }
}

/** Returns an empty list of u16. */
export function growableU16(): Growable<Uint16Array> {
  return new Growable((length) => new Uint16Array(length));
}

/** Returns an empty list of u32. */
export function growableU32(): Growable<Uint32Array> {
  return new Growable((length) => new Uint32Array(length));
}

/** Returns an empty list of f64. */
export function growableF64(): Growable<Float64Array> {
  return new Growable((length) => new Float64Array(length));
}
