import { beforeEach, expect, it, vi } from "vitest";
import type { MeaningStep } from "../../src/background/meaning/pageMeaning.ts";
import type { MatchReport } from "../../src/engine/model/index.ts";
import type { PageText, ReportChoices } from "../../src/messages/protocol.ts";
import type { Sender } from "../../src/messages/router.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

const showBadge = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("../../src/background/badge.ts", () => ({ showBadge }));
const { answerMeaning } = await import("../../src/background/pageAnswers.ts");

const page: PageText = {
  ...{ url: null, title: "", body: "", outlet: null, published: null, language: "en" },
  scope: "article",
};
const sender: Sender = {
  ...{ kind: "tab", tabId: 7, frameId: 0, isPrivateWindow: false },
  ...{ url: "https://paper.example/a", tabUrl: "https://paper.example/a" },
};

const byWords = match({ exact: "By words.", start: 0, end: 9, relation: "verbatim" });
const weak = match({
  ...{ exact: "Weak.", start: 20, end: 25, score: 0.55 },
  references: [reference({ score: 0.55 })],
});
const strong = match({ exact: "Strong.", start: 40, end: 47 });

let chosen: ReportChoices;
let step: MeaningStep | null;
const documents: string[] = [];
const remember = vi.fn(async () => false);
const add = vi.fn(async (_tab: number, _frame: number, count: number) => count);

function ask() {
  return answerMeaning({ page, from: 0, answered: 0 }, sender, {
    meaning: {
      step: async (_, document) => {
        documents.push(document);
        return step;
      },
    },
    choices: { read: async () => chosen } as never,
    library: { status: async () => ({ articles: 5, outlets: 5, problems: [] }) } as never,
    readLook: async () => null as never,
    counts: { add },
    memory: { remember },
  });
}

function found(all: MatchReport, publicOnly = report([byWords])): MeaningStep["found"] {
  return { all, publicOnly, passages: [{ in: "body", start: 0, end: 9 }] };
}

beforeEach(() => {
  vi.clearAllMocks();
  chosen = { leastScore: 0, relationsHidden: [], dismissed: [] };
  step = { found: found(report([byWords, weak, strong])), done: 8, of: 40 };
});

const exacts = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer?.answer?.report.matches.map(({ exact }) => exact);

it("what meaning adds is shown, with every passage, so that all are painted alike", async () => {
  const answer = await ask();
  expect(answer).toMatchObject({ done: 8, of: 40 });
  expect(exacts(answer)).toEqual(["By words.", "Weak.", "Strong."]);
  expect(answer?.answer?.passages).toHaveLength(1);
  expect(documents.at(-1)).toBe("7 0 https://paper.example");
});

it("the reader's choices hold for it", async () => {
  chosen = { ...chosen, leastScore: 0.7, relationsHidden: ["verbatim"] };
  expect(exacts(await ask())).toEqual(["Strong."]);
});

it("what the page shows by words stays in the report, also where meaning finds others", async () => {
  step = { found: found(report([strong])), done: 8, of: 40 };
  expect(exacts(await ask())).toEqual(["By words.", "Strong."]);
});

it("the button counts when all is done, and not before; the memory was told by words, and is not again", async () => {
  await ask();
  expect(add).not.toHaveBeenCalled();
  expect(remember).not.toHaveBeenCalled();
  step = { ...step!, done: 40 };
  await ask();
  expect(add).toHaveBeenCalledWith(7, 0, 3);
  expect(remember).not.toHaveBeenCalled();
  await vi.waitFor(() =>
    expect(showBadge).toHaveBeenCalledWith(7, {
      kind: "matches",
      count: 3,
      outlets: 1,
      isRepaired: false,
    }),
  );
});

it("between two answers only the progress is told", async () => {
  step = { found: null, done: 16, of: 40 };
  expect(await ask()).toEqual({ answer: null, done: 16, of: 40 });
  step = null;
  expect(await ask()).toBeNull();
});
