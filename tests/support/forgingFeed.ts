/** A feed of somebody else's that names one article's address, with another text each time it is asked. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ForgingFeed {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveForgingFeed(victim: string): Promise<ForgingFeed> {
  let round = 0;
  const server = createServer((_, response) => {
    round++;
    const item = `<item><title>Forged headline ${round}</title><link>${victim}</link><guid isPermaLink="false">${round}</guid><description>Forged text number ${round} says that the lighthouse was sold to a man from Riga.</description></item>`;
    response.writeHead(200, { "content-type": "application/rss+xml" });
    response.end(
      `<rss version="2.0"><channel><title>Evil feed</title><link>https://evil.example/</link>${item}</channel></rss>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
