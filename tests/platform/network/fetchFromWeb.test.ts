import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fetchFromWeb,
  type WebError,
  type WebRequest,
} from "../../../src/platform/network/fetchFromWeb.ts";
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
    privateHost: "localhost",
    ...parts,
  };
}

async function failureOf(asked: WebRequest): Promise<string> {
  const error = await fetchFromWeb(asked, fetch).then(
    () => null,
    (reason: WebError) => reason,
  );
  return error?.failure ?? "none";
}

describe("a request to the web", () => {
  it("brings the bytes, and what tells the server next time that they are known", async () => {
    const first = await fetchFromWeb(request("/feed"), fetch);
    if (first.kind !== "content") throw new Error(first.kind);
    expect(new TextDecoder().decode(first.bytes)).toContain("<title>Coast Courier</title>");
    expect(first.contentType).toContain("rss");
    const { etag } = first;
    expect(await fetchFromWeb(request("/feed", { etag }), fetch)).toEqual({ kind: "notModified" });
  });

  it("tells the server neither who asks nor where from", async () => {
    await fetchFromWeb(request("/feed", { lastModified: "Tue, 05 Mar 2019 18:20:00 GMT" }), fetch);
    const { headers } = server.seen.at(-1)!;
    expect(headers).toMatchObject({ "if-modified-since": "Tue, 05 Mar 2019 18:20:00 GMT" });
    expect([headers.cookie, headers.referer, headers.origin]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("says where redirects led", async () => {
    const answer = await fetchFromWeb(request("/moved"), fetch);
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

  it("is given up after its time, also when a first part has come", async () => {
    expect(await failureOf(request("/slow", { timeoutMs: 100 }))).toBe("timedOut");
  });

  it("hears how long it should wait", async () => {
    await expect(fetchFromWeb(request("/busy"), fetch)).rejects.toMatchObject({
      retryAfterMs: 7_200_000,
    });
  });

  it("fails where nobody listens", async () => {
    expect(await failureOf(request("", { url: "http://localhost:1/" }))).toBe("unreachable");
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

  it("takes nothing from a private host that the reader did not name, wherever it was led", async () => {
    expect(await failureOf(request("/to-private"))).toBe("forbiddenAddress");
    expect(await failureOf(request("/feed", { privateHost: null }))).toBe("forbiddenAddress");
  });
});
