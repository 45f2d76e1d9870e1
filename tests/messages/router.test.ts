import { describe, expect, it, vi } from "vitest";
import { backgroundRequests } from "../../src/messages/backgroundRequests.ts";
import {
  createBackgroundClient,
  createTabClient,
  RefusedError,
  UnansweredError,
} from "../../src/messages/client.ts";
import type { TabMessages } from "../../src/messages/protocol.ts";
import {
  createRouter,
  ReaderError,
  type Routes,
  routesFrom,
  type Sender,
} from "../../src/messages/router.ts";
import { tabRequests } from "../../src/messages/tabRequests.ts";

const ownPage: Sender = {
  kind: "extensionPage",
  tabId: null,
  frameId: 0,
  url: null,
  tabUrl: null,
  isPrivateWindow: false,
};
const tab: Sender = {
  kind: "tab",
  tabId: 3,
  frameId: 0,
  url: "https://outlet.example/a",
  tabUrl: null,
  isPrivateWindow: false,
};

function routes(jump: (index: number) => boolean): Routes<TabMessages> {
  return routesFrom<TabMessages>(["extensionPage"], tabRequests, {
    "page/describe": () => ({ kind: "reading", words: null }),
    "page/position": () => ({ revision: 0, index: null, meaning: null, archive: null }),
    "page/jumpTo": ({ index }) => ({ placed: jump(index) }),
    "page/step": () => ({ placed: false }),
  });
}

function connected(jump: (index: number) => boolean, sender = ownPage, report = vi.fn()) {
  const route = createRouter(routes(jump), report);
  const client = createTabClient(async (envelope) =>
    // What crosses is JSON in Chromium: the round trip shows what gets lost.
    JSON.parse(JSON.stringify((await route(envelope, sender)) ?? null)),
  );
  return { client, route, report };
}

describe("a message", () => {
  it("reaches its handler and brings back the value", async () => {
    const { client } = connected((index) => index === 4);
    await expect(client("page/jumpTo", { index: 4 })).resolves.toEqual({ placed: true });
    await expect(client("page/jumpTo", { index: 5 })).resolves.toEqual({ placed: false });
  });

  it("with a malformed request is refused before the handler sees it", async () => {
    const jump = vi.fn(() => true);
    const { client } = connected(jump);
    await expect(client("page/jumpTo", { index: -1 })).rejects.toThrow(RefusedError);
    await expect(client("page/jumpTo", { index: Number.NaN })).rejects.toThrow(RefusedError);
    expect(jump).not.toHaveBeenCalled();
  });

  it("from a sender that may not send it gets no answer", async () => {
    const { client } = connected(() => true, tab);
    await expect(client("page/jumpTo", { index: 1 })).rejects.toThrow(UnansweredError);
  });

  it.each([
    null,
    "page/jumpTo",
    { secondSource: 4, request: {} },
    { secondSource: "page/jumpTo" },
    { secondSource: "constructor", request: {} },
    { secondSource: "page/unknown", request: {} },
  ])("of a foreign form (%j) is left to others", (message) => {
    const { route } = connected(() => true);
    expect(route(message, ownPage)).toBeNull();
  });

  it("whose handler fails unexpectedly is reported here and told to the sender without detail", async () => {
    const { client, report } = connected(() => {
      throw new Error("secret path");
    });
    await expect(client("page/jumpTo", { index: 1 })).rejects.toMatchObject({
      problem: "unexpected",
    });
    expect(report).toHaveBeenCalledWith("page/jumpTo", expect.any(Error));
  });

  it("whose handler fails in a way the reader is told of passes the code on", async () => {
    const { client } = connected(() => {
      throw new ReaderError("bundledUnreadable");
    });
    await expect(client("page/jumpTo", { index: 1 })).rejects.toMatchObject({
      problem: "bundledUnreadable",
    });
  });

  it("that nobody receives is told apart from a refused one", async () => {
    const client = createBackgroundClient(() => Promise.reject(new Error("no receiver")));
    await expect(client("library/status", {})).rejects.toThrow(UnansweredError);
    const silent = createBackgroundClient(() => Promise.resolve(undefined));
    await expect(silent("library/status", {})).rejects.toThrow(UnansweredError);
  });
});

describe("the background's requests", () => {
  const page = {
    url: "https://outlet.example/a",
    title: "A title",
    body: "A body.",
    outlet: null,
    published: { value: "2018-12-31", precision: "day", basis: "stated" },
    language: "en",
    scope: "article",
  };

  it("accept a page of the protocol's form", () => {
    const request = { page, isAgain: false };
    expect(backgroundRequests["page/match"](request)).toEqual(request);
  });

  it.each([
    ["no page", {}],
    ["a title that is no text", { page: { ...page, title: 5 } }],
    [
      "a date of an unknown precision",
      { page: { ...page, published: { ...page.published, precision: "era" } } },
    ],
    ["a body beyond the bound", { page: { ...page, body: "x".repeat(4_000_001) } }],
    ["a missing language", { page: { ...page, language: undefined } }],
    ["an unknown scope", { page: { ...page, scope: "everything" } }],
    ["an unknown word for a visit", { page, isAgain: "perhaps" }],
  ])("refuse %s", (_, request) => {
    expect(() => backgroundRequests["page/match"]({ isAgain: false, ...request })).toThrow();
  });

  const block = {
    text: "A body.",
    element: "paragraph",
    headingLevel: 0,
    linkChars: 0,
    region: "article",
  };
  const statements = {
    address: "https://outlet.example/a",
    canonical: null,
    title: "A title",
    tags: [["og:type", "article"]],
    jsonLd: [{ source: "{}", isOutdated: false }],
    headings: ["A title"],
    dates: [{ machine: null, text: "31 December", isOfChange: false }],
    byline: null,
    language: "en",
  };

  it("accept a page's contents", () => {
    const contents = { page: { statements, blocks: [block] } };
    expect(backgroundRequests["page/understand"](contents)).toEqual(contents);
  });

  it.each([
    ["no blocks", { statements }],
    ["an unknown region", { statements, blocks: [{ ...block, region: "margin" }] }],
    ["a heading of level 7", { statements, blocks: [{ ...block, headingLevel: 7 }] }],
    ["a share of links that is none", { statements, blocks: [{ ...block, linkChars: -1 }] }],
    ["a tag without content", { statements: { ...statements, tags: [["og:type"]] }, blocks: [] }],
    ["more blocks than a page has", { statements, blocks: Array(50_001).fill(block) }],
  ])("refuse contents with %s", (_, page) => {
    expect(() => backgroundRequests["page/understand"]({ page })).toThrow();
  });

  it.each([
    ["tab/check", { tabId: -1 }],
    ["tab/status", { tabId: "3" }],
    ["site/switch", { host: "outlet.example" }],
    ["workMode/choose", { mode: "sometimes" }],
    ["gate/articleSeen", { more: 1 }],
    ["choices/change", { leastScore: 2, relationsHidden: [] }],
    ["choices/change", { leastScore: 0, relationsHidden: ["similar"] }],
    ["match/dismiss", { page: "x".repeat(301), article: "a", outlet: "A", corpus: "y" }],
  ] as const)("refuse a malformed %s", (name, request) => {
    expect(() => backgroundRequests[name](request)).toThrow();
  });
});

describe("a step between marks", () => {
  it.each([{ by: 1 }, { by: -1 }])("is one forward or one back: %j", (request) => {
    expect(tabRequests["page/step"](request)).toMatchObject(request);
  });

  it.each([null, {}, { by: 0 }, { by: 2 }, { by: "1" }])("is nothing else: %j", (request) => {
    expect(() => tabRequests["page/step"](request)).toThrow(TypeError);
  });
});
