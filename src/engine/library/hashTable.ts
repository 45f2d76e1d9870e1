/** The number in a free slot. */
const free = 0xffff_ffff;
const firstSlots = 1 << 16;

/**
 * A table of numbers by hash, in one typed array with open addressing: for a hundred thousand hashes
 * several times as fast as a Map, with a third of its memory. Hashes are spread evenly, so their low
 * bits are the slot; half of the slots are free. Each call is O(1).
 *
 *   slot i: hash at 2i · number at 2i + 1
 */
export class HashTable {
  #slots = new Uint32Array(2 * firstSlots).fill(free);
  #size = 0;

  /** The number of hashes. */
  get size(): number {
    return this.#size;
  }

  /** Returns the number of a hash; undefined if it has none. */
  get(hash: number): number | undefined {
    const number = this.#slots[this.#slotOf(hash) + 1]!;
    return number === free ? undefined : number;
  }

  /** Sets the number of a hash, below 2³² − 1. */
  set(hash: number, number: number): void {
    let slot = this.#slotOf(hash);
    if (this.#slots[slot + 1] === free) {
      if (4 * ++this.#size > this.#slots.length) {
        this.#grow();
        slot = this.#slotOf(hash);
      }
      this.#slots[slot] = hash;
    }
    this.#slots[slot + 1] = number;
  }

  /** Returns where the slot of a hash begins, or the free slot for it. */
  #slotOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot] !== hash && slots[slot + 1] !== free) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(2 * before.length).fill(free);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === free) continue;
      const slot = this.#slotOf(before[at]!);
      this.#slots[slot] = before[at]!;
      this.#slots[slot + 1] = before[at + 1]!;
    }
  }
}
