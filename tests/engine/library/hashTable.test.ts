import fc from "fast-check";
import { expect, it } from "vitest";
import { HashTable } from "../../../src/engine/library/hashTable.ts";

/** Few low bits, so that many hashes want the same slot. */
const hash = fc.nat(40).map((high) => (high * 0x0400_0000 + (high % 3)) >>> 0);
const anyHash = fc.oneof(hash, fc.constant(0xffff_ffff), fc.integer({ min: 0, max: 0xffff_ffff }));

it("gives what a map gives", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyHash, fc.nat(100))), anyHash, (entries, other) => {
      const [table, map] = [new HashTable(), new Map(entries)];
      for (const [key, number] of entries) table.set(key, number);
      const asked = [...map.keys(), other];
      expect(asked.map((key) => table.get(key))).toEqual(asked.map((key) => map.get(key)));
      expect(table.size).toBe(map.size);
    }),
  );
});

it("keeps all numbers while it grows", () => {
  const table = new HashTable();
  const count = 100_000;
  const hashOf = (number: number) => Math.imul(number, 0x9e37_79b1) >>> 0;
  for (let number = 0; number < count; number++) table.set(hashOf(number), number);
  const wrong = Array.from({ length: count }, (_, i) => i).filter(
    (number) => table.get(hashOf(number)) !== number,
  );
  expect([wrong, table.size]).toEqual([[], count]);
});
