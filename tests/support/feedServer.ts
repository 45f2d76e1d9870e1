/** A local server whose feeds behave and misbehave, and which remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** One request as it came. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
}

export interface FeedServer {
  /** "http://localhost:PORT", without a slash at the end. */
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  /** The most requests that were under way at the same time. */
  readonly mostAtOnce: number;
  /** What "/feed" holds from now on: title → HTML. */
  setItems(items: ReadonlyMap<string, string>): void;
  /** Where "/feed" says from now on that the pages of its articles are. */
  nameItemsAt(origin: string): void;
  close(): Promise<void>;
}

const rssType = { "content-type": "application/rss+xml; charset=utf-8" };

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** An RSS feed of "Coast Courier" with these items: title → HTML. */
export function rssOf(items: ReadonlyMap<string, string>, origin: string): string {
  const entries = [...items].map(
    ([title, html], at) =>
      `<item><title>${escaped(title)}</title><link>${origin}/articles/${at + 1}</link><guid>${origin}/articles/${at + 1}</guid><pubDate>Tue, 05 Mar 2019 18:20:00 GMT</pubDate><description>${escaped(html)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Courier</title><link>${origin}/</link><language>en</language>${entries.join("")}</channel></rss>`;
}

const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
).join("")}]><rss version="2.0"><channel><title>&e9;</title></channel></rss>`;

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

const tenMegabytes = 10_000_000;

const misbehaviours: Readonly<Record<string, Behaviour>> = {
  "/slow": (response) => void response.writeHead(200, rssType).write("<rss"),
  "/promises-more": (response) => {
    response.writeHead(200, { ...rssType, "content-length": "5000" });
    response.write("<rss version='2.0'><channel>");
    setImmediate(() => response.destroy());
  },
  "/promises-less": (response) => {
    const body = rssOf(new Map([["A title", "text"]]), "http://localhost");
    response.socket?.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\ncontent-length: 100\r\n\r\n${body}`,
    );
  },
  "/10-megabytes": (response) => {
    response.writeHead(200, { ...rssType, "content-length": String(tenMegabytes) });
    response.end(Buffer.alloc(tenMegabytes, "<item/>"));
  },
  "/10-megabytes-unsaid": (response) => {
    response.writeHead(200, rssType);
    response.end(Buffer.alloc(tenMegabytes, "<item/>"));
  },
  "/10-megabytes-packed": (response) => {
    response.writeHead(200, { ...rssType, "content-encoding": "gzip" });
    response.end(gzipSync(Buffer.alloc(tenMegabytes, "<item/>")));
  },
  "/malformed": (response) =>
    void response.writeHead(200, rssType).end("<rss version='2.0'><channel><title>x</chan"),
  "/bomb": (response) => void response.writeHead(200, rssType).end(bomb),
  "/loop": (response) => void response.writeHead(302, { location: "/loop" }).end(),
  "/moved": (response) => void response.writeHead(301, { location: "/feed" }).end(),
  "/to-private": (response, { headers }) => {
    const port = headers.host?.split(":")[1];
    response.writeHead(302, { location: `http://127.0.0.1:${port}/feed` }).end();
  },
  "/names-private": (response, { headers }) => {
    const elsewhere = `http://127.0.0.1:${headers.host?.split(":")[1]}/feed`;
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="${elsewhere}"></head></html>`;
    response.writeHead(200, { "content-type": "text/html" }).end(page);
  },
  "/gone": (response) => void response.writeHead(410).end(),
  "/busy": (response) => void response.writeHead(503, { "retry-after": "7200" }).end(),
};

/** Starts it; everything that is not known gets 404, "/articles/N" a page, "/" a page that names the feed. */
export async function serveFeeds(): Promise<FeedServer> {
  const seen: SeenRequest[] = [];
  let items: ReadonlyMap<string, string> = new Map();
  let underWay = 0;
  let mostAtOnce = 0;
  let origin = "";
  let itemsAt: string | null = null;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "/";
    const behave = path === "/feed" ? answerFeed : (misbehaviours[path] ?? answerPage);
    behave(response, request);
  }

  function answerFeed(response: ServerResponse, { headers }: IncomingMessage): void {
    const body = rssOf(items, itemsAt ?? origin);
    const etag = `"${body.length}-${items.size}"`;
    if (headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { ...rssType, etag }).end(body);
  }

  function answerPage(response: ServerResponse, { url }: IncomingMessage): void {
    const page = pageAt(url ?? "/");
    if (page === null) response.writeHead(404).end("Not found");
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  }

  function pageAt(path: string): string | null {
    const head = `<link rel="alternate" type="application/rss+xml" title="Coast Courier" href="/feed">`;
    if (path === "/") return `<!doctype html><html><head>${head}</head><body></body></html>`;
    const item = [...items][Number(/^\/articles\/(\d+)$/.exec(path)?.[1]) - 1];
    if (item === undefined) return null;
    const [title, html] = item;
    return `<!doctype html><html lang="en"><head><title>${escaped(title)}</title>${head}</head><body><article><h1>${escaped(title)}</h1>${html}<p>This paragraph stands on the page of the article and not in the feed that names it.</p></article></body></html>`;
  }

  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? "/", headers: request.headers });
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    // Before the one who asked knows of it.
    response.once("finish", () => {
      underWay -= 1;
    });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    seen,
    get mostAtOnce() {
      return mostAtOnce;
    },
    setItems(its) {
      items = its;
    },
    nameItemsAt(its) {
      itemsAt = its;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
