import { describe, expect, it } from "vitest";
import { createEncodingQueue } from "../../src/encoder/encodingQueue.ts";

const texts = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name} ${at}`);

describe("texts that wait for their vectors", () => {
  it("are taken in their order, a page's before those of idle time", () => {
    const queue = createEncodingQueue();
    void queue.add(texts("idle", 17), "idle");
    const taken = [queue.next()?.texts[0]];
    void queue.add(texts("page", 9), "page");
    void queue.add(texts("later page", 1), "page");
    for (let next = queue.next(); next !== null; next = queue.next()) taken.push(next.texts[0]);
    expect(taken).toEqual(["idle 0", "page 0", "page 8", "later page 0", "idle 8", "idle 16"]);
  });

  it("are returned in the order in which they were given", async () => {
    const queue = createEncodingQueue();
    const all = queue.add(texts("text", 20), "page");
    const portions = [queue.next(), queue.next(), queue.next()];
    for (const portion of portions.reverse()) {
      portion?.resolve(portion.texts.map((text) => new TextEncoder().encode(text)));
    }
    const vectors = await all;
    expect(vectors.map((vector) => new TextDecoder().decode(vector))).toEqual(texts("text", 20));
  });

  it("fail together if one of them fails", async () => {
    const queue = createEncodingQueue();
    const all = queue.add(texts("text", 9), "page");
    queue.next()?.resolve([]);
    queue.next()?.reject(new Error("no memory"));
    await expect(all).rejects.toThrow("no memory");
  });

  it("may be none", async () => {
    expect(await createEncodingQueue().add([], "page")).toEqual([]);
  });
});
