import { beforeEach, expect, it, vi } from "vitest";
import type { ArchivePage, NamedAnswer } from "../../src/background/archive/archiveService.ts";
import type { MeaningStep } from "../../src/background/meaning/pageMeaning.ts";
import type { AnswerPorts } from "../../src/background/pageAnswers.ts";
import type { MatchReport } from "../../src/engine/model/index.ts";
import type { PageText, ReportChoices } from "../../src/messages/protocol.ts";
import type { Sender } from "../../src/messages/router.ts";
import { match, reference, report } from "../ui/support/reportBuilder.ts";

const showBadge = vi.hoisted(() => vi.fn(async () => undefined));
vi.mock("../../src/background/badge.ts", () => ({ showBadge }));
const { answerMeaning, answerPage } = await import("../../src/background/pageAnswers.ts");

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
let step: MeaningStep | Error | null;
let archive: NamedAnswer | null;
const archiveAsked: ArchivePage[] = [];
const documents: string[] = [];
const remember = vi.fn(async () => false);
const add = vi.fn(async (_tab: number, _frame: number, count: number) => count);

function ask(more: { isCompared?: boolean; answered?: number; isPrivateWindow?: boolean } = {}) {
  const { isPrivateWindow = false, ...asked } = more;
  const question = { page, from: 0, answered: 0, isCompared: false, ...asked };
  return answerMeaning(question, { ...sender, isPrivateWindow }, ports());
}

function ports(): AnswerPorts {
  return {
    meaning: {
      step: async (_, document) => {
        documents.push(document);
        if (step instanceof Error) throw step;
        return step;
      },
    },
    archive: {
      ask: async (its: ArchivePage) => {
        archiveAsked.push(its);
        return archive;
      },
    } as never,
    choices: { read: async () => chosen } as never,
    library: {
      status: async () => ({ articles: 5, outlets: 5, problems: [] }),
      match: async () => found(report([byWords])),
    } as never,
    readLook: async () => null as never,
    counts: { add },
    memory: { remember },
  };
}

function found(all: MatchReport, publicOnly = report([byWords])): MeaningStep["found"] {
  return { all, publicOnly, passages: [{ in: "body", start: 0, end: 9 }] };
}

beforeEach(() => {
  vi.clearAllMocks();
  chosen = { leastScore: 0, relationsHidden: [], dismissed: [] };
  step = { found: found(report([byWords, weak, strong])), done: 8, of: 40 };
  archive = null;
  archiveAsked.length = 0;
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
  step = { ...(step as MeaningStep), done: 40 };
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
  expect(await ask()).toEqual({ answer: null, done: 16, of: 40, archive: null });
  step = null;
  expect(await ask()).toBeNull();
});

const inArchive = match({
  ...{ exact: "In the archive.", start: 60, end: 75 },
  references: [reference({ outlet: "Isle" })],
});
const answered: NamedAnswer = {
  ...{ kind: "answered", parts: null, report: report([inArchive]), name: "politics" },
};

it("the archive is told which document asks, and whether its window is private", async () => {
  await ask({ isPrivateWindow: true });
  expect(archiveAsked).toEqual([
    { page, document: "7 0 https://paper.example", isPrivateWindow: true, waits: false },
  ]);
});

it("what the archive has joins what was found, as the reader chose to see it, and no public mark", async () => {
  archive = answered;
  step = { found: found(report([byWords, strong])), done: 40, of: 40 };
  const answer = await ask();
  expect(answer).toMatchObject({ done: 40, of: 40, archive: { kind: "answered" } });
  expect(exacts(answer)).toEqual(["By words.", "Strong.", "In the archive."]);
  chosen = { ...chosen, relationsHidden: ["reworded"] };
  expect(exacts(await ask())).toEqual(["By words."]);
});

it("while the archive is asked, its page waits without being matched, and the button does not count", async () => {
  archive = { kind: "asking", name: "politics" };
  step = { found: found(report([byWords])), done: 40, of: 40 };
  expect(await ask()).toMatchObject({ done: 40, of: 40, archive: { kind: "asking" } });
  const steps = documents.length;
  expect(await ask({ isCompared: true, answered: 40 })).toEqual({
    ...{ answer: null, done: 40, of: 40, archive: { kind: "asking" } },
  });
  expect(archiveAsked.at(-1)).toMatchObject({ waits: true });
  expect(documents).toHaveLength(steps);
  expect(add).not.toHaveBeenCalled();
});

it("where nothing is compared by meaning, or it cannot be, the archive is asked all the same", async () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const its of [null, new Error("the encoder")]) {
    step = its;
    archive = { kind: "asking", name: "politics" };
    const none = { done: 0, of: 0 };
    expect(await ask()).toEqual({ answer: null, ...none, archive: { kind: "asking" } });
    archive = answered;
    const last = await ask({ isCompared: true });
    expect(last).toMatchObject({ ...none, archive: { kind: "answered" } });
    expect(exacts(last)).toEqual(["By words.", "In the archive."]);
  }
  archive = null;
  await expect(ask()).rejects.toThrow("the encoder");
});

it("an archive that cannot be asked takes nothing from what was found", async () => {
  archive = { kind: "failed", problem: "wrongKey", name: "politics" };
  step = { found: found(report([byWords, strong])), done: 40, of: 40 };
  const answer = await ask();
  expect(answer?.archive).toEqual({ kind: "failed", problem: "wrongKey" });
  expect(exacts(answer)).toEqual(["By words.", "Strong."]);
  expect(add).toHaveBeenCalledWith(7, 0, 2);
});

it.each([
  ["is a visit where it is matched first", false, 1],
  ["is none where it is matched again: the reader may have removed it", true, 0],
])("a page %s", async (_, isAgain, visits) => {
  await answerPage({ page, isAgain }, sender, ports());
  expect(remember).toHaveBeenCalledTimes(visits);
});
