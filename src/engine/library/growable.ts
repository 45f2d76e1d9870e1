/** A list of u32 that grows by doubling, for building sections of unknown length. */
export class GrowableU32 {
  #words = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(...values: readonly number[]): void {
    if (this.#length + values.length > this.#words.length) {
      const larger = new Uint32Array(
        Math.max(this.#words.length * 2, this.#length + values.length),
      );
      larger.set(this.#words);
      this.#words = larger;
    }
    for (const value of values) this.#words[this.#length++] = value;
  }

  /** The values so far, without spare room. */
  values(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }
}
