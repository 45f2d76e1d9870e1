import { understandPage } from "../../src/background/pageUnderstanding.ts";
import type { PageMatch, PassageSpan } from "../../src/engine/model/index.ts";
import type { ArchiveState } from "../../src/messages/archiveProtocol.ts";
import { UnansweredError } from "../../src/messages/client.ts";
import type {
  MeaningAnswer,
  PageAnswer,
  PageContents,
  PageText,
  PageUnderstanding,
  PublicAnswer,
} from "../../src/messages/protocol.ts";
import { settle } from "../page/support/scheduler.ts";
import { match, report } from "../ui/support/reportBuilder.ts";

/** The one sentence that the fake background finds in every page. */
export const known = "“They would return home before the winter,” he said.";

/** A background that finds one sentence, as often as a page has it, and answers when told. */
export class FakeBackground {
  readonly asked: PageText[] = [];
  readonly publicAsked: PageText[] = [];
  /** Of each public question, whether its text was asked about before. */
  readonly askedAgain: boolean[] = [];
  readonly failures: Error[] = [];
  isSlow = false;
  isPrivate = false;
  isMeaningSlow = false;
  /** Null: nothing is compared by meaning. Else so many passages, two a request. */
  passages: number | null = null;
  encoded = 0;
  readonly meaningAsked: {
    readonly from: number;
    readonly answered: number;
    readonly isCompared: boolean;
  }[] = [];
  /** The archive's state at each question; none is asked if this is empty. */
  archive: ArchiveState[] = [];
  readonly meaningFailures: Error[] = [];
  /** Answers no question what a page is. */
  isDeaf = false;
  #answers: (() => void)[] = [];

  readonly understand = async (page: PageContents): Promise<PageUnderstanding> => {
    if (this.isDeaf) throw new UnansweredError("gone");
    return understandPage(page);
  };

  readonly matchPublic = async (page: PageText, isAgain: boolean): Promise<PublicAnswer> => {
    this.publicAsked.push(page);
    this.askedAgain.push(isAgain);
    if (this.isPrivate) return { matches: [], isSeen: true, whole: null };
    const whole = await this.match(page);
    return { matches: whole.report.matches, isSeen: true, whole };
  };

  readonly match = async (page: PageText): Promise<PageAnswer> => {
    this.asked.push(page);
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (this.isSlow) await new Promise<void>((resolve) => this.#answers.push(resolve));
    const matches = this.#found(page);
    return { report: report(matches), passages: this.isPrivate ? passagesOf(page) : null };
  };

  #found(page: PageText): readonly PageMatch[] {
    const matches = [];
    for (let at = page.body.indexOf(known); at >= 0; at = page.body.indexOf(known, at + 1)) {
      matches.push(
        match({ start: at, end: at + known.length, exact: known, relation: "verbatim" }),
      );
    }
    return matches;
  }

  /** By meaning it finds the last paragraph, once half is encoded. */
  compareMore = async (
    page: PageText,
    from: number,
    answered: number,
    isCompared: boolean,
  ): Promise<MeaningAnswer | null> => {
    this.meaningAsked.push({ from, answered, isCompared });
    if (this.isMeaningSlow) await new Promise<void>((resolve) => this.#answers.push(resolve));
    const failure = this.meaningFailures.shift();
    if (failure) throw failure;
    const archive = (this.archive.length > 1 ? this.archive.shift() : this.archive[0]) ?? null;
    const of = this.passages ?? (archive === null ? null : 0);
    if (of === null) return null;
    if (archive?.kind === "asking" && (isCompared || of === 0)) {
      return { answer: null, done: answered, of: answered, archive };
    }
    this.encoded = Math.min(of, this.encoded + 2);
    const done = this.encoded;
    if (done === 6) return { answer: null, done, of, archive };
    const byWords = this.#found(page);
    const start = page.body.lastIndexOf("\n\n") + 2;
    const last = { start, end: page.body.length, exact: page.body.slice(start) };
    const matches =
      done * 2 >= of ? [...byWords, match({ ...last, relation: "reworded" })] : byWords;
    return { answer: { report: report(matches), passages: passagesOf(page) }, done, of, archive };
  };

  async answer(): Promise<void> {
    for (const resolve of this.#answers.splice(0)) resolve();
    await settle();
  }
}

/** Each paragraph is one passage. */
function passagesOf({ body }: PageText): readonly PassageSpan[] {
  let end = -2;
  return body.split("\n\n").map((text) => {
    const start = end + 2;
    end = start + text.length;
    return { in: "body", start, end };
  });
}
