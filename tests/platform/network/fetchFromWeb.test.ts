import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Confine } from "../../../src/platform/network/confine.ts";
import {
  fetchFromWeb,
  type WebError,
  type WebRequest,
} from "../../../src/platform/network/fetchFromWeb.ts";
import { confineByHand } from "../../support/confineByHand.ts";
import { type FeedServer, serveFeeds } from "../../support/feedServer.ts";

let server: FeedServer;
beforeAll(async () => {
  server = await serveFeeds();
  server.setItems(new Map([["A title", "<p>A text.</p>"]]));
});
afterAll(() => server.close());

function request(path: string, parts: Partial<WebRequest> = {}): WebRequest {
  return {
    url: `${server.origin}${path}`,
    accept: "application/rss+xml",
    etag: null,
    lastModified: null,
    mostBytes: 1_000_000,
    timeoutMs: 5_000,
    within: [server.origin],
    ...parts,
  };
}

async function failureOf(asked: WebRequest): Promise<string> {
  const error = await fetchFromWeb(asked, confineByHand).then(
    () => null,
    (reason: WebError) => reason,
  );
  return error?.failure ?? "none";
}

describe("a request to the web", () => {
  it("returns the bytes, and the ETag for the next request", async () => {
    const first = await fetchFromWeb(request("/feed"), confineByHand);
    if (first.kind !== "content") throw new Error(first.kind);
    expect(new TextDecoder().decode(first.bytes)).toContain("<title>Coast Courier</title>");
    expect(first.contentType).toContain("rss");
    const { etag } = first;
    expect(await fetchFromWeb(request("/feed", { etag }), confineByHand)).toEqual({
      kind: "notModified",
    });
  });

  it("tells the server neither who asks nor from which page", async () => {
    await fetchFromWeb(
      request("/feed", { lastModified: "Tue, 05 Mar 2019 18:20:00 GMT" }),
      confineByHand,
    );
    const { headers } = server.seen.at(-1)!;
    expect(headers).toMatchObject({ "if-modified-since": "Tue, 05 Mar 2019 18:20:00 GMT" });
    expect([headers.cookie, headers.referer, headers.origin]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("returns the address after redirects", async () => {
    const answer = await fetchFromWeb(request("/moved"), confineByHand);
    expect(answer).toMatchObject({ kind: "content", url: `${server.origin}/feed` });
  });

  it.each([
    ["/404", "refused"],
    ["/gone", "gone"],
    ["/busy", "refused"],
    ["/loop", "unreachable"],
    ["/promises-more", "unreachable"],
    ["/10-megabytes", "tooLarge"],
    ["/10-megabytes-unsaid", "tooLarge"],
    ["/10-megabytes-packed", "tooLarge"],
  ])("to %s fails: %s", async (path, failure) => {
    expect(await failureOf(request(path))).toBe(failure);
  });

  it("is cancelled after its time limit, even when a first part has come", async () => {
    expect(await failureOf(request("/slow", { timeoutMs: 100 }))).toBe("timedOut");
  });

  it("learns how long it should wait", async () => {
    await expect(fetchFromWeb(request("/busy"), confineByHand)).rejects.toMatchObject({
      retryAfterMs: 7_200_000,
    });
  });

  it("fails if nobody listens", async () => {
    expect(
      await failureOf(request("", { url: "http://localhost:1/", within: ["http://localhost:1"] })),
    ).toBe("unreachable");
  });

  it.each([
    "file:///etc/passwd",
    "ftp://news.example/",
    "javascript:alert(1)",
    "chrome://settings/",
    "http://reader:secret@news.example/",
    "not an address",
    "http://192.168.1.1/",
  ])("is not even sent to %s", async (url) => {
    const neverSent = () => Promise.reject(new Error("sent"));
    await expect(fetchFromWeb(request("", { url }), neverSent)).rejects.toMatchObject({
      failure: "forbiddenAddress",
    });
  });

  it("is not sent without permission", async () => {
    const before = server.seen.length;
    expect(await failureOf(request("/feed", { within: [] }))).toBe("forbiddenAddress");
    expect(await failureOf(request("/feed", { within: ["http://localhost"] }))).toBe(
      "forbiddenAddress",
    );
    expect(server.seen.length).toBe(before);
  });

  it("ends at a redirect that leads elsewhere, and says so", async () => {
    const before = server.seen.length;
    expect(await failureOf(request("/to-private"))).toBe("redirected");
    expect(server.seen.length).toBe(before + 1);
  });

  it("takes nothing from another site, even if the browser has gone there", async () => {
    const unconfined: Confine = (_, use) => use({ fetch, refusedRedirect: async () => false });
    const asked = request("/to-private");
    await expect(fetchFromWeb(asked, unconfined)).rejects.toMatchObject({ failure: "redirected" });
  });
});
