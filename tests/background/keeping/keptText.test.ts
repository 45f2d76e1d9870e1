import { beforeEach, describe, expect, it } from "vitest";
import { keptText } from "../../../src/background/keeping/keptText.ts";
import { visitMs } from "../../../src/background/keeping/readingMemory.ts";
import type { ReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import { keepingWorld, lighthouse, readArticle } from "./keepingWorld.ts";

let library: ReaderLibrary;
let clock: { now: number };

beforeEach(() => {
  ({ library, clock } = keepingWorld());
});

async function shown(version: number | null) {
  const [id] = await library.ids();
  const record = await library.record(id!);
  return keptText(record!, version);
}

const body = lighthouse.join("\n\n");

describe("an article as it was kept", () => {
  it("is its text, a paragraph each, with nothing to compare it with", async () => {
    await library.add([readArticle()], "saved");
    expect(await shown(null)).toMatchObject({
      title: "Lighthouse reopens",
      paragraphs: lighthouse,
      versions: [{ foundAt: clock.now, origin: "saved", isSearched: true }],
      shown: 0,
      changes: null,
    });
  });

  it("is told in each of its versions, and what was changed since the one before", async () => {
    await library.add([readArticle()], "saved");
    clock.now += visitMs;
    await library.add([readArticle({ body: body.replace("4.2", "4.9") })], "saved");
    clock.now += visitMs;
    await library.add([readArticle({ body: `${body}\n\nA keeper moved in.` })], "feed");
    const now = await shown(null);
    expect(now.versions.map(({ origin, isSearched }) => [origin, isSearched])).toEqual([
      ["saved", false],
      ["saved", true],
      ["feed", false],
    ]);
    expect(now.shown).toBe(1);
    expect(now.changes).toMatchObject({ changes: [{ kind: "changed" }] });
    expect((await shown(0)).paragraphs[1]).toContain("4.2 million");
    expect((await shown(0)).changes).toBeNull();
    const brought = await shown(2);
    expect(brought.paragraphs.at(-1)).toBe("A keeper moved in.");
    expect(brought.changes?.changes).toMatchObject([
      { kind: "changed" },
      { kind: "added", now: "A keeper moved in." },
    ]);
    expect((await shown(9)).shown).toBe(1);
  });
});
