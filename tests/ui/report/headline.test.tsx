// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import type { MatchReport, PublicationDate, Reference } from "../../../src/engine/model/index.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Headline } from "../../../src/ui/report/Headline.tsx";
import { englishWording } from "../support/englishWording.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

afterEach(cleanup);

const at = (value: string): PublicationDate => ({ value, precision: "minute", basis: "stated" });
const omitted = reference({
  relation: "reworded",
  differences: [{ kind: "omitted", page: "", corpus: "the engines stopped" }],
});
const number = reference({
  relation: "differs",
  differences: [{ kind: "number", page: "214", corpus: "241" }],
});
const first = reference({
  ...{ outlet: "Harbour Post", published: at("2019-03-05T07:37Z") },
  relation: "verbatim",
});
const changed = (references: readonly Reference[]) => match({ references });
const folded = { doubtful: [match()] };

const copied: MatchReport = {
  ...report([changed([omitted]), changed([first])]),
  copyOf: { article: first.article.id, share: 0.9 },
};

/** The states of the summary: with and without changes, an outlet that was first, doubtful matches. */
const states: readonly (readonly [string, MatchReport])[] = [
  ["one kind of change", report([changed([omitted])])],
  ["several kinds of change", report([changed([omitted]), changed([number])])],
  ["changes, and who was first", report([changed([number]), changed([first])])],
  ["changes, and doubtful ones", report([changed([omitted]), changed([number])], folded)],
  ["everything", report([changed([omitted]), changed([number]), changed([first])], folded)],
  ["nothing changed", report([changed([first])], folded)],
  ["nothing changed or first", report([match({ references: [reference()] })], folded)],
  ["a copy", copied],
  ["a copy, and doubtful ones", { ...copied, ...folded }],
];

describe("the dots of the summary", () => {
  it.each(states)("end no line and begin none: %s", (_, shown) => {
    const page = { ...shown.page, published: at("2019-03-05T09:32Z") };
    const { container } = render(
      <WordingContext.Provider value={englishWording()}>
        <Headline report={{ ...shown, page }} />
      </WordingContext.Provider>,
    );
    expect(container.querySelector("h1")?.textContent).not.toBe("");
    for (const line of container.querySelectorAll("h1, p")) {
      expect(line.textContent).not.toMatch(/^\s*·|·\s*$/);
    }
    for (const box of container.querySelectorAll("span:not(.separator)")) {
      expect(box.textContent, "a line may break after it").not.toMatch(/·\s*$/);
    }
    // A dot is in the box of what comes after it, which moves to the next line as a whole, …
    for (const dot of container.querySelectorAll(".separator")) {
      expect(dot.previousSibling).toBeNull();
      expect(dot.nextSibling?.textContent).toMatch(/^[^\s·]/);
      dot.remove();
    }
    // … or no line breaks beside it.
    expect(container.textContent).not.toMatch(/[^\u00a0]·|·[^\u00a0]/);
  });
});
