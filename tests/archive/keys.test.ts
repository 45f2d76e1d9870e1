import { describe, expect, it, vi } from "vitest";
import { newKeyText, readArchiveKey } from "../../src/archive/keys/archiveKey.ts";
import { base64url, bytesOfBase64 } from "../../src/archive/keys/bytes.ts";
import { keyCheck, keyedDigest, keyedId } from "../../src/archive/keys/keyedHash.ts";
import { seal, unseal } from "../../src/archive/keys/seal.ts";
import { createTermNames } from "../../src/archive/keys/termNames.ts";

const fixed = `second-source-archive-key-1 ${"A".repeat(43)}`;
const other = `second-source-archive-key-1 ${"B".repeat(42)}A`;

describe("a key", () => {
  it("is new each time, and 32 bytes in a line of text", async () => {
    const [one, two] = [newKeyText(), newKeyText()];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^second-source-archive-key-1 [\w-]{43}\n$/);
    expect(await readArchiveKey(one)).toBeTruthy();
  });

  it.each([
    ["nothing", ""],
    ["another file", "-----BEGIN PRIVATE KEY-----\nsecret\n"],
    ["half a key", fixed.slice(0, -9)],
    ["no base64", fixed.replace(/A/, "*")],
  ])("is not read from %s, and what was there is not repeated", async (_, text) => {
    const error = await readArchiveKey(text).catch((reason) => reason);
    expect(error).toMatchObject({ name: "ArchiveError", failure: "badRequest" });
    expect(error.message).not.toMatch(/secret|AAAA/);
  });

  it("gives names that stay the same from version to version", async () => {
    const key = await readArchiveKey(fixed);
    const names = await createTermNames(key.terms).of(Uint32Array.of(1, 4_000_000_000, 1));
    expect({ names, id: await keyedId(key.ids, "a"), check: await keyCheck(key.ids) }).toEqual(
      expected,
    );
  });

  it("names the terms of many passages with one call of the cipher", async () => {
    const { terms } = await readArchiveKey(fixed);
    const lists = [[1, 2], [], [2, 3, 1]].map((list) => Uint32Array.from(list));
    const each = await Promise.all(lists.map((list) => createTermNames(terms).of(list)));
    const decrypt = vi.spyOn(crypto.subtle, "decrypt");
    expect(await createTermNames(terms).ofEach(lists)).toEqual(each);
    expect(decrypt).toHaveBeenCalledTimes(1);
    decrypt.mockRestore();
  });

  it("gives other names than another key, and for another purpose", async () => {
    const [one, two] = [await readArchiveKey(fixed), await readArchiveKey(other)];
    const named = async (key: typeof one) => [
      ...(await createTermNames(key.terms).of(Uint32Array.of(7))),
      await keyedId(key.ids, "a"),
      await keyedDigest(key.ids, "a"),
      await keyCheck(key.ids),
    ];
    const all = [...(await named(one)), ...(await named(two))];
    expect(new Set(all).size).toBe(all.length);
  });

  it("does not leave the program: no subkey can be exported", async () => {
    const { terms, ids, sealing } = await readArchiveKey(fixed);
    expect([terms, ids, sealing].map(({ extractable }) => extractable)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/** Worked out with OpenSSL's HKDF, AES and HMAC. */
const expected = {
  names: ["L9G2zKps", "-PolFAZE", "L9G2zKps"],
  id: "vbYIxwwxEy--",
  check: "HMxokC_8Q32e15p_qPcgSw",
};

describe("sealed bytes", () => {
  const plain = new TextEncoder().encode("The ferry will sail again. ".repeat(40));

  it("open with their key, under their name, and are another text each time", async () => {
    const { sealing } = await readArchiveKey(fixed);
    const [one, two] = [
      await seal(plain, "article a", sealing),
      await seal(plain, "article a", sealing),
    ];
    expect(await unseal(one, "article a", sealing)).toEqual(plain);
    expect(base64url(one)).not.toBe(base64url(two));
  });

  it.each([
    ["another key", async () => ({ key: await readArchiveKey(other) })],
    ["another article's name", async () => ({ of: "article b" })],
    ["a bit that was turned", async () => ({ turned: 20 })],
    ["an end that was cut", async () => ({ cut: 5 })],
    ["nothing", async () => ({ cut: Number.POSITIVE_INFINITY })],
  ])("do not open with %s", async (_, change) => {
    const {
      key,
      of = "article a",
      turned,
      cut = 0,
    } = (await change()) as {
      key?: Awaited<ReturnType<typeof readArchiveKey>>;
      of?: string;
      turned?: number;
      cut?: number;
    };
    const { sealing } = await readArchiveKey(fixed);
    const sealed = await seal(plain, "article a", sealing);
    if (turned !== undefined) sealed[turned]! ^= 1;
    const bytes = sealed.slice(0, Math.max(0, sealed.length - cut));
    const error = await unseal(bytes, of, (key ?? { sealing }).sealing).catch((reason) => reason);
    expect(error).toMatchObject({ name: "ArchiveError", failure: "badAnswer" });
  });
});

describe("base64", () => {
  it("gives back every byte, whichever its letters", () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7) & 255);
    expect(bytesOfBase64(base64url(bytes))).toEqual(bytes);
    expect(bytesOfBase64("*")).toBeNull();
  });
});
