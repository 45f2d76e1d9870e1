import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { createIdleEncoding } from "../../src/background/meaning/idleEncoding.ts";
import { addPack } from "../../src/corpora/packs.ts";
import { createSearchedSegments } from "../../src/corpora/searchedSegments.ts";
import { createStoredVectors } from "../../src/corpora/storedVectors.ts";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { compactVector, dimensions, vectorBytes } from "../../src/engine/meaning/compactVector.ts";
import type { Article, ArticleId } from "../../src/engine/model/index.ts";
import { carriedMember } from "../../src/ingest/pack/carriedVectors.ts";
import { createStorage } from "../../src/platform/storage/transaction.ts";
import { packOf } from "../ingest/pack/packOf.ts";
import { anArticle } from "./articles.ts";

const model = "model 1";
const source = { address: null, etag: null, now: 1 };
const onward = async () => undefined;

/** A vector that tells its text from others, as an encoder's does. */
function vectorOf(text: string): Uint8Array {
  const values = new Float32Array(dimensions);
  for (let at = 0; at < text.length; at++)
    values[(text.charCodeAt(at) * 7 + at) % dimensions]! += 1;
  return compactVector(values);
}

function vectorsOf(article: Article, vector = vectorOf): Uint8Array {
  const { passages } = readArticle(article);
  const bytes = new Uint8Array(passages.length * vectorBytes);
  for (const [at, passage] of passages.entries()) {
    const text = passage.in === "title" ? article.title : article.body;
    bytes.set(vector(text.slice(passage.start, passage.end)), at * vectorBytes);
  }
  return bytes;
}

/** A pack of ten articles that carry what is given for each. */
function packWith(
  carried: (article: Article) => { readonly model: string; readonly bytes: Uint8Array },
): Uint8Array<ArrayBuffer> {
  const articles = Array.from({ length: 10 }, (_, at) => anArticle(`quay${at}`));
  const lines = articles.map((article) => {
    const vectors = carriedMember(carried(article));
    return JSON.stringify({ ...article, vectors });
  });
  return new Uint8Array(packOf(lines));
}

function world() {
  const storage = createStorage();
  const vectors = createStoredVectors(storage, createSearchedSegments(storage));
  const encoded: string[] = [];
  const idle = createIdleEncoding({
    encoding: {
      version: async () => model,
      async encode(texts) {
        encoded.push(...texts);
        return texts.map(vectorOf);
      },
      problem: async () => null,
    },
    vectors,
    isEncoded: () => false,
    isOn: async () => true,
    hasRoom: async () => true,
    isImporting: async () => false,
    wakeIn: onward,
    rest: onward,
    clock: () => 0,
  });
  return { storage, vectors, idle, encoded };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("vectors that a pack carries", () => {
  it("count if a sample of them equals what our own encoder computes", async () => {
    const { storage, vectors, idle, encoded } = world();
    await addPack(
      storage,
      packWith((article) => ({ model, bytes: vectorsOf(article) })),
      source,
      onward,
    );
    const id = "shore-quay3" as ArticleId;
    expect((await vectors.current(model))(id)).toBeNull();
    await idle.run();
    expect(encoded).toHaveLength(16);
    expect((await vectors.current(model))(id)).toEqual(vectorsOf(anArticle("quay3")));
    expect((await vectors.waiting(model)).articles).toEqual([]);
  });

  it.each<[string, (article: Article) => { model: string; bytes: Uint8Array }]>([
    ["of other texts", (article) => ({ model, bytes: vectorsOf(article, () => vectorOf("x")) })],
    ["of another model", (article) => ({ model: "model 0", bytes: vectorsOf(article) })],
    ["of too few passages", (article) => ({ model, bytes: vectorsOf(article).slice(vectorBytes) })],
    ["without a vector", ({ body }) => ({ model, bytes: new Uint8Array(body.length) })],
  ])("are computed here instead if they are %s", async (_, carried) => {
    const { storage, vectors, idle } = world();
    await addPack(storage, packWith(carried), source, onward);
    await idle.run();
    const id = "shore-quay3" as ArticleId;
    expect((await vectors.current(model))(id)).toEqual(vectorsOf(anArticle("quay3")));
    expect((await vectors.waiting(model)).articles).toEqual([]);
  });
});
