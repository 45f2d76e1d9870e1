import { beforeEach, describe, expect, it } from "vitest";
import {
  createReadingMemory,
  type ReadingMemory,
  visitMs,
} from "../../../src/background/keeping/readingMemory.ts";
import type { ReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import type { MemoryChoice } from "../../../src/messages/keptProtocol.ts";
import { listedIn } from "../../corpora/articles.ts";
import { keepingWorld, lighthouse, pageText, readArticle, sender } from "./keepingWorld.ts";

let library: ReaderLibrary;
let clock: { now: number };
let choice: MemoryChoice;
let memory: ReadingMemory;

beforeEach(() => {
  ({ library, clock } = keepingWorld());
  choice = { isOn: true, hostsOff: [] };
  memory = createReadingMemory(
    library,
    async () => choice,
    () => clock.now,
  );
});

const kept = () => library.at("https://coast.example/news/1");
const later = pageText({ body: [...lighthouse, "A correction was added on Friday."].join("\n\n") });

describe("the reading memory", () => {
  it("keeps an article that was read", async () => {
    expect(await memory.remember(pageText(), sender())).toBe(true);
    expect(await kept()).toMatchObject({
      origin: "read",
      addedAt: clock.now,
      article: { title: "Lighthouse reopens", outlet: { name: "Coast Courier" } },
    });
  });

  it.each<[string, () => void, Parameters<typeof sender>[0]]>([
    [
      "before the reader turns it on",
      () => {
        choice = { isOn: false, hostsOff: [] };
      },
      {},
    ],
    ["from a private window", () => undefined, { isPrivateWindow: true }],
    ["from a frame", () => undefined, { frameId: 3 }],
    [
      "from an excluded host",
      () => {
        choice = { isOn: true, hostsOff: ["www.coast.example"] };
      },
      {},
    ],
    [
      "from a subdomain of one",
      () => {
        choice = { isOn: true, hostsOff: ["coast.example"] };
      },
      {},
    ],
    ["from a page whose address is not known", () => undefined, { url: null, tabUrl: null }],
  ])("keeps nothing %s", async (_, turn, where) => {
    turn();
    expect(await memory.remember(pageText(), sender(where))).toBe(false);
    expect(await listedIn(library)).toEqual([]);
  });

  it("keeps nothing of what was only selected", async () => {
    expect(await memory.remember(pageText({ scope: "selection" }), sender())).toBe(false);
    expect(await listedIn(library)).toEqual([]);
  });

  it("keeps what is read on a host whose name only ends like an excluded one's", async () => {
    choice = { isOn: true, hostsOff: ["oast.example"] };
    expect(await memory.remember(pageText(), sender())).toBe(true);
  });

  it("takes a page that goes on changing for one visit, and a later one for a changed text", async () => {
    await memory.remember(pageText(), sender());
    clock.now += visitMs - 1;
    expect(await memory.remember(later, sender())).toBe(false);
    clock.now += 1;
    expect(await memory.remember(later, sender())).toBe(true);
    expect((await kept())?.versions.map(({ body }) => body)).toEqual([pageText().body]);
  });

  it("takes the rest of a page that came late", async () => {
    await memory.remember(pageText({ body: lighthouse[0]! }), sender());
    expect(await memory.remember(pageText(), sender())).toBe(true);
    expect((await kept())?.article.body).toBe(pageText().body);
  });

  it("leaves what was saved as it was saved", async () => {
    await library.add([readArticle()], "saved");
    clock.now += visitMs;
    expect(await memory.remember(later, sender())).toBe(false);
    expect(await kept()).toMatchObject({ origin: "saved", versions: [] });
  });

  it("keeps another text beside what was saved, once a visit", async () => {
    await library.add([readArticle()], "saved");
    const other = pageText({
      body: "Quite another text has come to this address, of herring and nets.",
    });
    expect(await memory.remember(other, sender())).toBe(false);
    clock.now += visitMs;
    await memory.remember(other, sender());
    const host = { kind: "page", name: "www.coast.example" };
    expect(await kept()).toMatchObject({
      article: { body: pageText().body },
      versions: [{ body: other.body, origin: "read", source: host }],
    });
  });

  it("takes another text at an address with another parameter for another article", async () => {
    await library.add([readArticle()], "saved");
    const body = "Quite another text stands on the second page, of herring and of nets.";
    const second = pageText({ url: "https://coast.example/news/1?s=2", body });
    expect(await memory.remember(second, sender())).toBe(true);
    expect(await listedIn(library)).toHaveLength(2);
    expect((await kept())?.article.body).toBe(pageText().body);
  });

  it("puts the whole article in the place of a feed's summary, and never the other way round", async () => {
    await library.add([readArticle({ body: lighthouse[0]! })], "feed");
    expect(await memory.remember(pageText(), sender())).toBe(true);
    expect((await kept())?.article.body).toBe(pageText().body);
    expect(await memory.remember(pageText({ body: lighthouse[1]! }), sender())).toBe(false);
  });
});
