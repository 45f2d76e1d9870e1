/**
 * Small local servers for the demo and the browser tests: one serves pages on loopback, and a proxy
 * refuses all other requests and records them.
 */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface SiteServer {
  /** "http://localhost:PORT", without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface RefusingProxy {
  /** "127.0.0.1:PORT". */
  readonly address: string;
  /** Hosts that were requested, in order. */
  readonly askedFor: readonly string[];
  close(): Promise<void>;
}

const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Serves the files of a folder, and of `pages` (path → HTML) before them. A path that leaves the
 * folder, or is not there, gets 404.
 */
export async function serveSite(
  folder: string,
  pages: ReadonlyMap<string, string> = new Map(),
  port = 0,
): Promise<SiteServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const page = pages.get(path);
    try {
      const file = path.endsWith("/") ? `${path}index.html` : path;
      const content = page ?? (await readFile(join(folder, normalize(file))));
      const type = page === undefined ? contentTypes[extname(file)] : contentTypes[".html"];
      response.writeHead(200, { "content-type": type ?? "application/octet-stream" });
      response.end(content);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("Not found");
    }
  });
  const actualPort = await listen(server, port);
  return { origin: `http://localhost:${actualPort}`, close: () => closeServer(server) };
}

/** Answers 502 to every request and remembers its host; loopback traffic does not come here. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const askedFor: string[] = [];
  const server = createServer((request, response) => {
    askedFor.push(new URL(request.url ?? "", "http://unknown").hostname);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    askedFor.push((request.url ?? "").split(":")[0]);
    socket.end("HTTP/1.1 502 Refused\r\n\r\n");
  });
  const port = await listen(server, 0);
  return { address: `127.0.0.1:${port}`, askedFor, close: () => closeServer(server) };
}
