import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands before a node, hands everything on, and keeps what every request says. */
export interface RecordingProxy {
  readonly address: string;
  /** Method, address, headers and body of each request. */
  readonly sent: readonly string[];
  close(): Promise<void>;
}

/** A proxy before the node at this address; where that is gone, its connections break off too. */
export async function startRecordingProxy(node: string): Promise<RecordingProxy> {
  const sent: string[] = [];
  const server = createServer(async (asked, reply) => {
    const body = await bodyOf(asked);
    sent.push(`${asked.method} ${asked.url}\n${asked.rawHeaders.join("\n")}\n${body}`);
    const handedOn = request(
      new URL(asked.url ?? "/", node),
      { method: asked.method ?? "GET", headers: asked.headers },
      (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply);
      },
    );
    handedOn.on("error", () => asked.socket.destroy());
    handedOn.end(body);
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

async function bodyOf(asked: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of asked) pieces.push(piece);
  return Buffer.concat(pieces);
}
