import { describe, expect, it } from "vitest";
import type { ArticleReading, Attribution } from "../../../src/engine/model/index.ts";
import { sourcesOf } from "../../../src/engine/stories/storySources.ts";

const namesOf = (attributions: readonly Partial<Attribution>[]) =>
  sourcesOf(
    { attributions: attributions.map((its) => ({ via: [], ...its })) } as unknown as ArticleReading,
    0,
  ).map(({ name, count }) => `${name} ×${count}`);
const named = (source: string) => ({ source, mention: source });
const withheld = (mention: string) => ({ source: "unnamed", mention });

describe("the sources of an article", () => {
  it("are those whose names are withheld, too, in the article's words", () => {
    expect(
      namesOf([
        withheld("A senior harbour official"),
        withheld("the senior harbour official"),
        withheld("one port source close"),
      ]),
    ).toEqual(["A senior harbour official ×2", "one port source ×1"]);
  });

  it("are not those of whom only their sentence tells who they are", () => {
    expect(
      namesOf([
        ...["he", "These remarks", "his spokesman"].map(named),
        ...["the source", "Two people", "the same harbour source"].map(withheld),
      ]),
    ).toEqual([]);
  });

  it("are those that point at somebody who is named", () => {
    expect(namesOf([named("our colleagues at the Harbour Post"), named("Officials")])).toEqual([
      "our colleagues at the Harbour Post ×1",
      "Officials ×1",
    ]);
  });
});
