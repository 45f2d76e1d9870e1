import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a node, hands requests on, and records what they say. */
export interface NodeProxy {
  readonly address: string;
  /** Method, address, headers and body of each request. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

/** What a proxy does to a request, instead of handing it on and its answer back. */
export interface Fault {
  /** The answer, for which the node is not asked. */
  readonly answer?: { readonly status: number; readonly body: string };
  /** The request that the node gets. */
  request?(body: string): string;
  /** What comes back instead of the node's answer; null: the connection breaks off; "silence": nothing. */
  reply?(body: string): string | null | "silence";
}

/** Returns the fault of a request, or null. */
export type Faults = (path: string) => Fault | null;

/** A proxy before the node at this address; where that is gone, its connections break off too. */
export async function startNodeProxy(
  node: string,
  faultOf: Faults = () => null,
): Promise<NodeProxy> {
  const sent: string[] = [];
  const server = createServer(async (asked, reply) => {
    const body = (await bytesOf(asked)).toString();
    sent.push(`${asked.method} ${asked.url}\n${asked.rawHeaders.join("\n")}\n${body}`);
    const fault = faultOf(asked.url ?? "/") ?? {};
    if (fault.answer) answerWith(reply, fault.answer.status, fault.answer.body);
    else handOn(asked, reply, node, body, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function handOn(
  asked: IncomingMessage,
  reply: ServerResponse,
  node: string,
  body: string,
  { request: changed = (its) => its, reply: replyOf = (its) => its }: Fault,
): void {
  const sent = Buffer.from(changed(body));
  const { "accept-encoding": _, "content-length": length, ...others } = asked.headers;
  const headers = length === undefined ? others : { ...others, "content-length": sent.length };
  const handed = request(
    new URL(asked.url ?? "/", node),
    { method: asked.method ?? "GET", headers },
    async (answer) => {
      const its = replyOf((await bytesOf(answer)).toString());
      if (its === "silence") return;
      if (its === null) asked.socket.destroy();
      else answerWith(reply, answer.statusCode ?? 502, its);
    },
  );
  handed.on("error", () => asked.socket.destroy());
  handed.end(sent);
}

function answerWith(reply: ServerResponse, status: number, body: string): void {
  reply.writeHead(status, { "content-type": "application/json" });
  reply.end(body);
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece);
  return Buffer.concat(pieces);
}
