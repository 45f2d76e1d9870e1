import { beforeEach, describe, expect, it } from "vitest";
import type { ArchiveState } from "../../src/messages/archiveProtocol.ts";
import { type TabClient, UnansweredError } from "../../src/messages/client.ts";
import { createFramesClient, type FrameLink } from "../../src/messages/framesClient.ts";
import type { MeaningProgress, PageState, StepRequest } from "../../src/messages/protocol.ts";
import { match, report } from "../ui/support/reportBuilder.ts";

/** A frame with some marks, which goes from one to the next and knows where it was left. */
class FakeFrame {
  visitedAt = 0;
  revision = 0;
  inView: number | null = 0;
  meaning: MeaningProgress | null = null;
  archive: ArchiveState | null = null;
  state: PageState;
  readonly done: string[] = [];
  readonly #exacts: readonly string[];
  #place = -1;

  constructor(
    readonly frameId: number,
    ...exacts: readonly string[]
  ) {
    this.#exacts = exacts;
    const matches = exacts.map((exact) => match({ exact }));
    this.state = {
      kind: "matched",
      report: report(matches),
      placed: exacts.map(() => true),
      meaning: null,
      archive: null,
    };
  }

  get link(): FrameLink {
    const { frameId, visitedAt } = this;
    const send = (async (name: string, request: unknown) => this.#answer(name, request)) as never;
    return { frameId, visitedAt, count: this.#exacts.length, send: send as TabClient };
  }

  #answer(name: string, request: unknown): unknown {
    if (name === "page/describe") return this.state;
    if (name === "page/position") {
      const { revision, inView: index, meaning, archive } = this;
      return { revision, index, meaning, archive };
    }
    if (name === "page/step") return { placed: this.#step(request as StepRequest) };
    this.done.push(`${name} ${JSON.stringify(request)}`);
    return { placed: true };
  }

  #step({ by, isEntering, isAlone }: StepRequest): boolean {
    const count = this.#exacts.length;
    if (isEntering) this.#place = by > 0 ? -1 : count;
    const next = this.#place + by;
    const place = isAlone ? (next + count) % count : next;
    if (place < 0 || place >= count) return false;
    this.#place = place;
    this.visitedAt = ++now;
    visits.push(this.#exacts[place]!);
    return true;
  }
}

let now = 0;
let visits: string[] = [];
let frames: FakeFrame[];
let tab: TabClient;
/** The top frame's script comes only when the frames have been found. */
let isTopLate = false;

beforeEach(() => {
  now = 0;
  isTopLate = false;
  visits = [];
  frames = [new FakeFrame(0, "top 1", "top 2"), new FakeFrame(4), new FakeFrame(7, "inner")];
  tab = createFramesClient({
    top: async (name, request) => {
      const top = frames.find(({ frameId }) => frameId === 0);
      if (isTopLate || !top) throw new UnansweredError("nobody");
      return top.link.send(name, request);
    },
    findFrames: async () => frames.map(({ link }) => link),
  });
});

const exacts = (state: PageState) =>
  state.kind === "matched" ? state.report.matches.map(({ exact }) => exact) : state;

describe("the frames of a tab as one page", () => {
  it("have their matches one after the other", async () => {
    expect(exacts(await tab("page/describe", {}))).toEqual(["top 1", "top 2", "inner"]);
  });

  it("are heard too where the top one answers only after they have been found", async () => {
    isTopLate = true;
    expect(exacts(await tab("page/describe", {}))).toEqual(["top 1", "top 2", "inner"]);
  });

  it("lead to a match by its index through all of them", async () => {
    await tab("page/jumpTo", { index: 2 });
    expect(frames[2]!.done).toEqual(['page/jumpTo {"index":0}']);
    expect(await tab("page/jumpTo", { index: 3 })).toEqual({ placed: false });
  });

  it("say what the top one says where nothing is found", async () => {
    frames = [new FakeFrame(0), new FakeFrame(4)];
    frames[0]!.state = { kind: "off" };
    frames[1]!.state = { kind: "failed", problem: "silent" };
    expect(await tab("page/describe", {})).toEqual({ kind: "off" });
  });

  it("are being read as long as the top one is", async () => {
    frames[0]!.state = { kind: "reading", words: null };
    expect(await tab("page/describe", {})).toEqual({ kind: "reading", words: null });
  });

  it("speak for themselves where the top one is not read, or has failed", async () => {
    frames[0]!.state = { kind: "failed", problem: "silent" };
    expect(exacts(await tab("page/describe", {}))).toEqual(["inner"]);
    frames.shift();
    expect(exacts(await tab("page/describe", {}))).toEqual(["inner"]);
  });

  it("do not answer where there are none", async () => {
    frames = [];
    await expect(tab("page/describe", {})).rejects.toThrow(UnansweredError);
    await expect(tab("page/position", {})).rejects.toThrow(UnansweredError);
  });

  it("have another revision when one changes, comes, or goes", async () => {
    const revision = async () => (await tab("page/position", {})).revision;
    const seen = [await revision()];
    frames[2]!.revision++;
    seen.push(await revision());
    frames.push(new FakeFrame(9));
    seen.push(await revision());
    expect(new Set(seen).size).toBe(3);
  });

  it("are compared by meaning together, those that are", async () => {
    const progress = async () => [
      (await tab("page/position", {})).meaning,
      Reflect.get(await tab("page/describe", {}), "meaning"),
    ];
    expect(await progress()).toEqual([null, null]);
    for (const [at, done] of [8, 1].entries()) {
      const frame = frames[at * 2]!;
      frame.meaning = { done, of: 10 };
      frame.state = { ...(frame.state as object), meaning: frame.meaning } as PageState;
    }
    expect(await progress()).toEqual([
      { done: 9, of: 20 },
      { done: 9, of: 20 },
    ]);
  });

  it("ask the archive together: what is still asked counts before what failed, and that before the rest", async () => {
    const state = async () => [
      (await tab("page/position", {})).archive,
      Reflect.get(await tab("page/describe", {}), "archive"),
    ];
    const failed = { kind: "failed", problem: "unreachable" } as const;
    expect(await state()).toEqual([null, null]);
    const partly = { kind: "answered", parts: { answered: 2, of: 3 } } as const;
    const states = [{ kind: "answered", parts: null }, partly, failed, { kind: "asking" }] as const;
    for (const [at, archive] of states.entries()) {
      const frame = frames[at % frames.length]!;
      frame.archive = archive;
      frame.state = { ...(frame.state as object), archive } as PageState;
      expect(await state()).toEqual([archive, archive]);
    }
  });

  it("are gone through by steps, around, from where the reader was last", async () => {
    for (const by of [1, 1, 1, 1, -1, -1] as const) {
      await tab("page/step", { by, isEntering: false, isAlone: false });
    }
    expect(visits).toEqual(["top 1", "top 2", "inner", "top 1", "inner", "top 2"]);
  });

  it("are gone around by steps when only one has marks", async () => {
    frames.pop();
    for (const by of [1, 1, 1] as const) {
      await tab("page/step", { by, isEntering: false, isAlone: false });
    }
    expect(visits).toEqual(["top 1", "top 2", "top 1"]);
  });
});
