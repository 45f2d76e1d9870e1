import { browser } from "./api.ts";

/** Reads a file of the extension. Throws when it is not there. */
export async function readOwnFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(browser.runtime.getURL(path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
