import { describe, expect, it } from "vitest";
import { applyChoices, createReportChoices } from "../../src/background/reportChoices.ts";
import type { ArticleId } from "../../src/engine/model/index.ts";
import type { DismissedVersion, ReportChoices } from "../../src/messages/protocol.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

const everything: ReportChoices = { leastScore: 0, relationsHidden: [], dismissed: [] };

const found = report([
  match({
    exact: "First.",
    references: [
      reference({ outlet: "A", relation: "verbatim", score: 0.95, text: "First." }),
      reference({ outlet: "B", relation: "reworded", score: 0.7, text: "The first." }),
    ],
  }),
  match({ exact: "Second.", references: [reference({ relation: "differs", score: 0.6 })] }),
]);

function version(page: string, article: string, corpus: string): DismissedVersion {
  return { page, article: article as ArticleId, outlet: article, corpus };
}

/** What is left of the report: the page's words, relation and outlets of each match. */
function shown(choices: Partial<ReportChoices>) {
  return applyChoices(found, { ...everything, ...choices }).matches.map(
    ({ exact, relation, references }) =>
      [exact, relation, ...references.map(({ article }) => article.outlet)].join(" "),
  );
}

describe("a report under the reader's choices", () => {
  it("is the report where nothing was chosen", () => {
    expect(applyChoices(found, everything)).toEqual(found);
  });

  it.each([
    ["a floor of the score", { leastScore: 0.8 }, ["First. verbatim A"]],
    [
      "a hidden relation",
      { relationsHidden: ["verbatim"] as const },
      ["First. reworded B", "Second. differs The Moscow Times"],
    ],
    [
      "a dismissed version",
      { dismissed: [version("First.", "A", "First.")] },
      ["First. reworded B", "Second. differs The Moscow Times"],
    ],
    [
      "a version dismissed on another passage",
      { dismissed: [version("Second.", "A", "First.")] },
      ["First. verbatim A B", "Second. differs The Moscow Times"],
    ],
  ])("leaves out by %s", (_, choices, left) => {
    expect(shown(choices)).toEqual(left);
  });

  it("leaves out as doubtful what scores less, and nothing else", () => {
    const doubtful = (choices: Partial<ReportChoices>) =>
      applyChoices(found, { ...everything, ...choices }).doubtful?.map(
        ({ exact, relation, references }) =>
          [exact, relation, ...references.map(({ article }) => article.outlet)].join(" "),
      );
    expect(doubtful({ leastScore: 0.8 })).toEqual([
      "First. reworded B",
      "Second. differs The Moscow Times",
    ]);
    const dismissed = [version("First.", "B", "The first.")];
    const chosen = { leastScore: 0.8, relationsHidden: ["differs"] as const, dismissed };
    expect(doubtful(chosen)).toBeUndefined();
  });

  it("tells long passages by their beginnings, as they are kept", () => {
    const long = "word ".repeat(200);
    const choices = {
      ...everything,
      dismissed: [version(long.slice(0, 300), "A", long.slice(0, 300))],
    };
    const of = report([
      match({ exact: long, references: [reference({ outlet: "A", text: long })] }),
    ]);
    expect(applyChoices(of, choices).matches).toEqual([]);
  });
});

/** Storage that answers a turn later, as the browser's does. */
function slowStore() {
  let stored = everything;
  const store = {
    read: async () => stored,
    async write(choices: ReportChoices) {
      await Promise.resolve();
      stored = choices;
    },
  };
  return { store, stored: () => stored };
}

describe("the reader's choices", () => {
  it("lose no change of several at once", async () => {
    const { store, stored } = slowStore();
    const choices = createReportChoices(store);
    await Promise.all([
      choices.dismiss(version("1", "A", "a")),
      choices.dismiss(version("2", "A", "a")),
      choices.change({ leastScore: 0.8 }),
    ]);
    expect(stored().dismissed.map(({ page }) => page)).toEqual(["1", "2"]);
    expect(stored().leastScore).toBe(0.8);
  });

  it("keep what is dismissed once, until it is restored", async () => {
    const { store, stored } = slowStore();
    const choices = createReportChoices(store);
    await choices.dismiss(version("1", "A", "a"));
    await choices.dismiss(version("1", "A", "a"));
    expect(stored().dismissed).toHaveLength(1);
    await choices.restore(version("1", "A", "a"));
    expect(stored().dismissed).toEqual([]);
  });

  it("keep no more than five hundred dismissed, the newest", async () => {
    const { store, stored } = slowStore();
    const choices = createReportChoices(store);
    for (let at = 0; at < 503; at += 1) await choices.dismiss(version(String(at), "A", "a"));
    expect(stored().dismissed).toHaveLength(500);
    expect(stored().dismissed[0]?.page).toBe("3");
  });
});
