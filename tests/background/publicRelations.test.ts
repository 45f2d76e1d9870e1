import { describe, expect, it } from "vitest";
import { publicRelationsOf } from "../../src/background/publicRelations.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

const privately = (id: ArticleId) => id.startsWith("own");

describe("what a page's scripts may see of a match", () => {
  it.each([
    ["public alone", ["shared verbatim"], "verbatim"],
    ["private alone", ["own verbatim"], null],
    ["private, and public in another relation", ["own verbatim", "shared differs"], "differs"],
    ["public, and private in another relation", ["shared reworded", "own differs"], "reworded"],
  ])("where it is %s", (_, references, seen) => {
    const found = report([
      match({
        references: references.map((words) => {
          const [outlet = "", relation] = words.split(" ");
          return reference({ outlet, relation: relation as "verbatim" });
        }),
      }),
    ]);
    expect(publicRelationsOf(found, privately)).toEqual([seen]);
  });
});
