import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import type { FollowedFeed } from "../../src/messages/feedProtocol.ts";
import { packOf, recordLine } from "../ingest/pack/packOf.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { rssOf } from "../support/feedServer.ts";
import { ask } from "../support/keptArticles.ts";
import { waitForGate, waitForText } from "../support/ownPage.ts";

/** Two servers: what the reader asked for, and what stands beside it and should hear nothing. */
describe(`requests in ${browserName}`, () => {
  let asked: Server;
  /** All hosts but localhost, at their usual ports: a proxy that answers in their place. */
  let web: Server;
  let seenOnWeb: string[] = [];
  let beside: Server;
  let session: BrowserSession;
  let own: Page;
  let seen: IncomingMessage[] = [];
  let heardBeside: string[] = [];
  /** What the feed at "/list" names. */
  let links: readonly string[] = [];
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  const at = (path: string) => `http://localhost:${portOf(asked)}${path}`;

  /** Where a redirect may try to lead: another port, another name, both, and another kind of address. */
  const traps: Readonly<Record<string, () => string>> = {
    "/another-port": () => `http://localhost:${portOf(beside)}/reboot`,
    "/another-name": () => `http://127.0.0.1:${portOf(asked)}/by-another-name`,
    "/another-host": () => `http://127.0.0.1:${portOf(beside)}/reboot`,
    "/through-two": () => "/another-host",
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "/";
    // A tab's own request for its icon is nobody's feed.
    if (path === "/favicon.ico") return void response.writeHead(404).end();
    seen.push(request);
    const cookie = { "set-cookie": ["sid=1", "own=1; Path=/; Max-Age=9999"] };
    const trap = traps[path.replace(/\?.*/, "")];
    if (trap !== undefined) response.writeHead(302, { location: trap(), ...cookie }).end();
    else if (path === "/moved") response.writeHead(301, { location: "/feed", ...cookie }).end();
    else if (path === "/list") response.end(listOf(links));
    else if (path === "/pack") response.writeHead(200, cookie).end(packOf([recordLine()]));
    else if (path === "/cookie") {
      response.writeHead(200, { "set-cookie": "reader=1; Path=/", "content-type": "text/html" });
      response.end("<p>A page.</p>");
    } else {
      response.writeHead(200, { "content-type": "application/rss+xml", etag: '"it"', ...cookie });
      response.end(rssOf(new Map([["One", "<p>The council met on Monday.</p>"]]), at("")));
    }
  }

  beforeAll(async () => {
    asked = createServer(answer);
    beside = createServer((request, response) => {
      heardBeside.push(request.url ?? "");
      response.end("<p>The router.</p>");
    });
    web = createServer((request, response) => {
      const { pathname, hostname } = new URL(request.url ?? "");
      seenOnWeb.push(request.url ?? "");
      const location = moves[pathname];
      if (location !== undefined) response.writeHead(301, { location }).end();
      else
        response.end(rssOf(new Map([[hostname, "<p>The mayor spoke.</p>"]]), "http://x.example"));
    });
    const doors = new Set<string>();
    web.on("connect", ({ url }, socket) => {
      const door = `https://${url}`;
      // Chromium knocks a second time, of its own accord, where an answer takes a quarter of a second.
      if (!doors.has(door)) seenOnWeb.push(door);
      doors.add(door);
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    for (const server of [asked, beside, web]) {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    }
    session = await launchByWords(buildFolder("granted"), { proxy: `127.0.0.1:${portOf(web)}` });
    await waitForGate(session);
    own = await session.openOwn("options.html");
  });

  afterAll(async () => {
    await session?.close();
    for (const server of [asked, beside, web]) {
      server?.close();
      server?.closeAllConnections();
    }
  });

  beforeEach(() => {
    seen = [];
    heardBeside = [];
    seenOnWeb = [];
  });

  const paths = () => seen.map(({ url }) => url);

  /** Follows a feed and reads it; gives what became of it. */
  async function readFeed(path: string): Promise<FollowedFeed> {
    const url = URL.canParse(path) ? path : at(path);
    await ask(own, "feeds/follow", { url, title: "" });
    let feed: FollowedFeed | undefined;
    const isRead = async () => {
      feed = (await ask<FollowedFeed[]>(own, "feeds/list")).find((its) => its.url === url);
      return feed?.readAt !== null || feed.problem !== null;
    };
    await expect.poll(isRead).toBe(true);
    await ask(own, "feeds/unfollow", { url });
    return feed as FollowedFeed;
  }

  it.each(Object.keys(traps))(
    "end where a feed is redirected to %s, and the reader is told",
    async (path) => {
      const feed = await readFeed(path);
      expect(feed.problem).toBe("redirected");
      expect(paths()).not.toContain("/by-another-name");
      expect(heardBeside).toEqual([]);
    },
  );

  it("follow a redirect within the site", async () => {
    expect((await readFeed("/moved")).problem).toBeNull();
    expect(paths()).toContain("/feed");
  });

  it("follow a redirect to the same name with www.", async () => {
    expect((await readFeed("http://coast.example/to-www")).problem).toBeNull();
    expect(seenOnWeb).toEqual(["http://coast.example/to-www", "http://www.coast.example/feed"]);
  });

  it("follow a redirect to the same host over https", async () => {
    await readFeed("http://coast.example/to-https");
    expect(seenOnWeb).toEqual(["http://coast.example/to-https", "https://coast.example:443"]);
  });

  it("end where a name of the same domain is another site", async () => {
    expect((await readFeed("http://coast.example/to-hill")).problem).toBe("redirected");
    expect((await readFeed("http://coast.example/to-port")).problem).toBe("redirected");
    expect(seenOnWeb).toEqual(["http://coast.example/to-hill", "http://coast.example/to-port"]);
  });

  it("of a pack end where it is redirected, too", async () => {
    for (const path of Object.keys(traps)) {
      const { outcome } = await ask<{ outcome: string }>(own, "corpora/fetchPack", {
        address: at(path),
      });
      expect([path, outcome]).toEqual([path, "redirected"]);
    }
    expect(heardBeside).toEqual([]);
    expect(await ask(own, "corpora/fetchPack", { address: at("/pack") })).toEqual({
      outcome: "added",
    });
  });

  it("for the whole articles of a feed go to its site and nowhere else", async () => {
    const address = at("/list");
    await ask(own, "feeds/follow", { url: address, title: "" });
    // What is read for the first time is not read again meanwhile.
    await expect
      .poll(async () => (await ask<FollowedFeed[]>(own, "feeds/list"))[0]?.readAt, {
        timeout: 25_000,
      })
      .not.toBeNull();
    await ask(own, "feeds/setFullText", { url: address, on: true });
    links = [
      ...["/another-port?1", "/another-host?1", "/whole"].map(at),
      ...[traps["/another-port"]!(), traps["/another-host"]!()],
    ];
    await ask(own, "feeds/check", { url: address });
    expect(paths()).toContain("/whole");
    expect(heardBeside).toEqual([]);
    await ask(own, "feeds/unfollow", { url: address });
  });

  it("send no cookies of the reader's, and keep none", async () => {
    const page = await session.open(at("/cookie"));
    seen = [];
    await readFeed("/feed");
    await readFeed("/moved");
    await ask(own, "corpora/fetchPack", { address: at("/pack") });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.flatMap(({ headers }) => headers.cookie ?? [])).toEqual([]);
    expect(seen.flatMap(({ headers }) => headers.referer ?? [])).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toBe("reader=1");
    await page.close();
  });

  it("that were not followed elsewhere are explained in the settings", async () => {
    await ask(own, "feeds/follow", { url: at("/another-host"), title: "Moved" });
    const settings = await session.openOwn("options.html#feeds");
    await waitForText(settings, "The feed redirects to another site, which was not contacted.");
    await settings.close();
  });
});

/** Where pages of "coast.example" have moved. */
const moves: Readonly<Record<string, string>> = {
  "/to-www": "http://www.coast.example/feed",
  "/to-https": "https://coast.example/feed",
  "/to-hill": "http://hill.coast.example/feed",
  "/to-port": "http://coast.example:8080/feed",
};

/** A feed of items without texts: their pages have them. */
function listOf(links: readonly string[]): string {
  const items = links.map(
    (link, nth) => `<item><title>Item ${nth}</title><link>${link}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>Harbour</title>${items.join("")}</channel></rss>`;
}
