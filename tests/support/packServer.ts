/** A local server with one pack, which tells its versions apart as servers do, and remembers what it was asked. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface PackServer {
  /** Where the pack is. */
  readonly address: string;
  /** Status of each answer, in order. */
  readonly answers: readonly number[];
  /** Serves these bytes from now on. */
  publish(pack: Uint8Array): void;
  close(): Promise<void>;
}

export async function servePack(): Promise<PackServer> {
  const answers: number[] = [];
  let pack: Uint8Array = new Uint8Array();
  const server = createServer(({ headers }, response) => {
    const etag = `"${createHash("sha256").update(pack).digest("hex")}"`;
    const status = headers["if-none-match"] === etag ? 304 : 200;
    answers.push(status);
    response.writeHead(status, { etag, "content-type": "application/octet-stream" });
    response.end(status === 200 ? pack : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/shelf`,
    answers,
    publish(bytes) {
      pack = bytes;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
