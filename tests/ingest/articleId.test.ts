import { expect, test } from "vitest";
import { articleId } from "../../src/ingest/articleId.ts";

const identity = { outlet: "coast.example", url: "https://coast.example/a", title: "A title" };

test("the same outlet, address and title make the same id", () => {
  expect(articleId({ ...identity })).toBe(articleId(identity));
});

test("another outlet, address or title makes another id", () => {
  const ids = [
    identity,
    { ...identity, outlet: "shore.example" },
    { ...identity, url: null },
    { ...identity, title: "A title." },
  ].map(articleId);
  expect(new Set(ids).size).toBe(4);
});

test("an id has letters, digits and hyphens only, whatever the outlet is called", () => {
  for (const outlet of ["Çağdaş Kıyı", "ハーバー", "a:b/c", ""]) {
    expect(articleId({ ...identity, outlet })).toMatch(/^[a-z0-9-]+$/);
  }
});

test("ten thousand titles have ten thousand ids", () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => articleId({ ...identity, title: `T ${i}` }));
  expect(new Set(ids).size).toBe(10_000);
});
