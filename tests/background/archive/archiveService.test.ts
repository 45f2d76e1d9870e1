import { beforeEach, describe, expect, it } from "vitest";
import {
  type ArchivePage,
  createArchiveService,
} from "../../../src/background/archive/archiveService.ts";
import type { ArchiveLocation } from "../../../src/messages/archiveProtocol.ts";
import { type OffscreenClient, UnansweredError } from "../../../src/messages/client.ts";
import type { PageText } from "../../../src/messages/pageText.ts";
import type { ArchiveChoice } from "../../../src/platform/browser/archiveChoice.ts";

const place: ArchiveLocation = {
  nodes: ["https://one.example:9200", "https://two.example:9200"],
  ...{ name: "politics", user: "reader" },
};
const page: PageText = {
  ...{ url: null, title: "", body: "A page.", outlet: null, published: null, language: "en" },
  scope: "article",
};
const asked: ArchivePage = { page, document: "7 0", isPrivateWindow: false, waits: false };

let stored: ArchiveChoice | null;
let refused: string[];
let sent: [string, unknown][];
let answers: (object | Error)[];

const archive = createArchiveService({
  offscreen: (async (name: string, request: unknown) => {
    sent.push([name, request]);
    const answer = answers.shift() ?? { kind: "asking" };
    if (answer instanceof Error) throw answer;
    return answer;
  }) as OffscreenClient,
  read: async () => stored,
  async write(choice) {
    stored = choice;
  },
  isGranted: async (url) => !refused.includes(url),
});

beforeEach(() => {
  stored = { place, isOn: true, origins: ["https://one.example/*"] };
  [refused, sent, answers] = [[], [], []];
});

describe("the archive is asked", () => {
  it("by the room that has its key, which is told where it is and who reads what", async () => {
    expect(await archive.ask(asked)).toEqual({ kind: "asking", name: "politics" });
    expect(sent).toEqual([
      ["offscreen/askArchive", { place, document: "7 0", page, waits: false }],
    ]);
  });

  it("never from a private window, never while it is off, and never where there is none", async () => {
    expect(await archive.ask({ ...asked, isPrivateWindow: true })).toBeNull();
    stored = { ...stored!, isOn: false };
    expect(await archive.ask(asked)).toBeNull();
    stored = null;
    expect(await archive.ask(asked)).toBeNull();
    expect(sent).toEqual([]);
  });

  it("at the nodes alone that the browser lets us ask", async () => {
    refused = ["https://one.example:9200"];
    await archive.ask(asked);
    expect(sent[0]![1]).toMatchObject({ place: { nodes: ["https://two.example:9200"] } });
    refused = [...place.nodes];
    expect(await archive.ask(asked)).toMatchObject({ kind: "failed", problem: "noPermission" });
    expect(sent).toHaveLength(1);
  });

  it("again where the room was closed under the question, and is told to be out of reach then", async () => {
    answers = [new UnansweredError("closed"), { kind: "asking" }];
    expect(await archive.ask(asked)).toMatchObject({ kind: "asking" });
    answers = [new UnansweredError("closed"), new UnansweredError("closed")];
    expect(await archive.ask(asked)).toMatchObject({ kind: "failed", problem: "unreachable" });
  });
});

describe("an archive", () => {
  const setup = { addresses: ["x"], keyText: "key", user: null, password: null };

  it("is set up once it has answered, and not before", async () => {
    stored = null;
    answers = [{ check: { kind: "failed", problem: "wrongKey" }, place: null }];
    expect(await archive.setUp(setup, [])).toEqual({ kind: "failed", problem: "wrongKey" });
    expect(await archive.status()).toEqual({ place: null, isOn: false });
    const check = { kind: "connected", nodes: 2, of: 2, articles: 5 };
    answers = [{ check, place }];
    expect(await archive.setUp(setup, ["https://one.example/*"])).toEqual(check);
    expect(stored).toEqual({ place, isOn: true, origins: ["https://one.example/*"] });
  });

  it("stops at once when it is switched off, and stays set up", async () => {
    expect(await archive.switchTo(false)).toEqual({ place, isOn: false });
    expect(sent).toEqual([["offscreen/stopArchive", { forgets: false }]]);
    expect(await archive.isOn()).toBe(false);
    expect(await archive.switchTo(true)).toEqual({ place, isOn: true });
  });

  it("is removed with its key, and tells which permissions were its own", async () => {
    expect(await archive.remove()).toEqual({ origins: ["https://one.example/*"] });
    expect(sent).toEqual([["offscreen/stopArchive", { forgets: true }]]);
    expect(stored).toBeNull();
  });

  it("says of a check how many of all its nodes answer, also of those that may not be asked", async () => {
    refused = ["https://one.example:9200"];
    answers = [{ kind: "connected", nodes: 1, of: 1, articles: 5 }];
    expect(await archive.check()).toEqual({ kind: "connected", nodes: 1, of: 2, articles: 5 });
  });
});
