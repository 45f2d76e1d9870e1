import { createServer, type IncomingMessage, type Server } from "node:http";
import { type ClusterAccess, createCluster } from "../../src/archive/cluster/cluster.ts";
import { processPorts } from "../../src/archive/cluster/retryTimer.ts";

/** What was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  /** The body's lines of JSON. */
  readonly lines: readonly unknown[];
}

/** How a node answers: a status and a body; "cut": the connection breaks off; "silence": never. */
export type Answer =
  | { readonly status?: number; readonly location?: string; readonly body: unknown }
  | "cut"
  | "silence";

/** A node that answers as it is told to. */
export interface SearchServer {
  readonly address: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback; `answer` is called for each request with how many came before. */
export async function serveSearch(
  answer: (asked: Asked, before: number) => Answer,
): Promise<SearchServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const one = await askedIn(request);
    const reply = answer(one, asked.length);
    asked.push(one);
    if (reply === "silence") return;
    if (reply === "cut") {
      request.socket.destroy();
      return;
    }
    const { status = 200, location, body } = reply;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(location && { location }),
    });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { address: `http://127.0.0.1:${port}`, asked, close: () => closed(server) };
}

async function askedIn(request: IncomingMessage): Promise<Asked> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    authorization: request.headers.authorization,
    lines: text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A cluster of these nodes, the first one asked first, whose pauses take no time but count. */
export function clusterOf(servers: readonly SearchServer[], access: Partial<ClusterAccess> = {}) {
  const pauses: number[] = [];
  let now = 0;
  const cluster = createCluster(
    {
      nodes: servers.map(({ address }) => address),
      ...{ authorization: null, timeoutMs: 30_000, totalTimeoutMs: 8_000, ...access },
    },
    {
      ...processPorts(fetch),
      now: () => now,
      random: () => 0,
      async wait(delayMs) {
        pauses.push(delayMs);
        now += delayMs;
      },
    },
  );
  return { cluster, pauses };
}
