import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { browserName, buildFolder, launchByWords } from "../../support/browserUnderTest.ts";
import { chooseFile, openSettings, statusWhen } from "../../support/importing.ts";
import { openStoryReader, type StoryReader } from "../../support/storyReader.ts";
import { type BulkRow, bulkArticle, bulkFile, readBulkRows } from "../bulkArticles.ts";
import type { Figures, Measure } from "../measure.ts";
import { report } from "../report.ts";
import { type AnswerSpan, readStoryAnswers, type StoryAnswers } from "../storyAnswers.ts";
import { storyLibrary } from "../storyLibrary.ts";

/** The library that the stories of `storyAnswers.tsv` were taken from. */
const seed = 17;

/**
 * A fact-checker's five questions, asked of the story view in a real browser, whose reader's library
 * has 200 articles: what the view answers, and in how many clicks from the moment when it stands open,
 * against answers that were made by reading. What is shown and no answer is counted as "besides" and
 * goes into a file. Needs a build (`npm run build -- --all`); SECOND_SOURCE_BROWSER chooses the browser.
 */
export const storyViews: Measure = {
  name: `story-views in ${browserName}`,
  goal: {},
  baseline: {},
  needs: [bulkFile],
  async run(dataFolder) {
    if (!existsSync(buildFolder("granted"))) return { "not built": "npm run build -- --all" };
    const rows = storyLibrary(readBulkRows(dataFolder), seed).flat();
    return inBrowserWith(rows, async (open) => {
      const tally = new Tally(new Map(rows.map((row) => [row.id, row])));
      for (const answers of readStoryAnswers()) await tally.ask(answers, open);
      report(`story-views-${browserName}.txt`, tally.lines);
      return tally.figures;
    });
  },
};

type OpenStory = (article: string) => Promise<Page>;

async function inBrowserWith(
  rows: readonly BulkRow[],
  ask: (open: OpenStory) => Promise<Figures>,
): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), "second-source-views-"));
  const library = path.join(folder, "library.jsonl");
  writeFileSync(library, rows.map((row) => JSON.stringify(bulkArticle(row))).join("\n"));
  const session = await launchByWords(buildFolder("granted"));
  try {
    const settings = await openSettings(session);
    await chooseFile(settings, library);
    await statusWhen(settings, ({ imports: [first] }) => first?.state === "done");
    await settings.close();
    return await ask((article) => session.openOwn(`story.html?article=${article}`));
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const questions = ["first", "quotes", "numbers", "sources", "alone"] as const;
type Question = (typeof questions)[number];

const questionNames: Readonly<Record<Question, string>> = {
  first: "who printed it first",
  quotes: "who changed the quote",
  numbers: "who has which number",
  sources: "whom it names as source",
  alone: "what it alone has",
};

/** Counts right answers, and the clicks that they took. */
class Tally {
  readonly #rows: ReadonlyMap<string, BulkRow>;
  readonly #right = new Map<Question, boolean[]>();
  readonly #clicks = new Map<Question, number>();
  readonly #besides = new Map<Question, number>();
  readonly lines: string[] = [];

  constructor(rows: ReadonlyMap<string, BulkRow>) {
    this.#rows = rows;
  }

  async ask(answers: StoryAnswers, open: OpenStory): Promise<void> {
    const page = await open(answers.first[0]!);
    const reader = await openStoryReader(page);
    this.lines.push(`── ${answers.story}`);
    await this.#first(answers, reader);
    await this.#quotes(answers, reader);
    await this.#numbers(answers, reader);
    await this.#sources(answers, reader);
    await this.#alone(answers, reader);
    await page.close();
  }

  get figures(): Figures {
    return Object.fromEntries(
      questions.flatMap((question) => {
        const right = this.#right.get(question) ?? [];
        const name = questionNames[question];
        const besides = this.#besides.get(question) ?? 0;
        return [
          [`${name}: right`, `${right.filter(Boolean).length} of ${right.length}`],
          [`${name}: besides`, besides],
          [`${name}: most clicks`, this.#clicks.get(question) ?? 0],
        ];
      }),
    );
  }

  #put(question: Question, isRight: boolean, what: string, clicks: number): void {
    this.#right.set(question, [...(this.#right.get(question) ?? []), isRight]);
    this.#clicks.set(question, Math.max(clicks, this.#clicks.get(question) ?? 0));
    if (!isRight) this.lines.push(`${question}: missed ${what}`);
  }

  #beside(question: Question, shown: readonly string[]): void {
    this.#besides.set(question, (this.#besides.get(question) ?? 0) + shown.length);
    for (const what of shown) this.lines.push(`${question}: besides ${what}`);
  }

  async #first({ first, alone }: StoryAnswers, reader: StoryReader): Promise<void> {
    const { shown, clicks } = await reader.first();
    const [said = ""] = shown;
    const names = first.map((article) => this.#outlet(article));
    const others = [...new Set(alone.map(({ article }) => this.#outlet(article)))].filter(
      (name) => !names.includes(name),
    );
    const isRight =
      names.length === 1
        ? said.startsWith(`First: ${names[0]},`)
        : said.startsWith("At about the same time") &&
          names.every((name) => said.includes(name)) &&
          !others.some((name) => said.includes(name));
    this.#put("first", isRight, `${names.join("; ")}. Said: ${said}`, clicks);
  }

  async #quotes({ quotes }: StoryAnswers, reader: StoryReader): Promise<void> {
    const { shown, clicks } = await reader.quotes();
    const told = shown.filter(({ changes }) => changes.length > 0);
    const hits = quotes.map(([one, other]) => {
      const words = [this.#words(one), this.#words(other)].filter((its) => its !== "");
      const pair = [this.#outlet(one.article), this.#outlet(other.article)];
      return told.filter(
        ({ outlets, changes }) =>
          pair.every((outlet) => outlets.includes(outlet)) &&
          changes.some(
            (change) =>
              pair.includes(change.outlet) &&
              words.some((its) => plain(change.words).includes(its)),
          ),
      );
    });
    quotes.forEach(([one, other], at) => {
      const what = `“${this.#words(one)}” / “${this.#words(other)}”`;
      this.#put("quotes", hits[at]!.length > 0, what, clicks);
    });
    const besides = told.filter((its) => !hits.flat().includes(its));
    if (quotes.length === 0) this.#put("quotes", besides.length === 0, "that none is", clicks);
    this.#beside(
      "quotes",
      besides.map(({ changes, text }) =>
        [...changes.map(({ outlet, words }) => `${outlet}: ${words}`), text].join(" | "),
      ),
    );
  }

  async #numbers({ numbers }: StoryAnswers, reader: StoryReader): Promise<void> {
    const differing = await reader.differences();
    const tolls = await reader.tolls();
    const clicks = Math.max(differing.clicks, tolls.clicks);
    const told = [
      ...differing.shown.filter(({ detail }) => detail === "number"),
      ...tolls.shown.map((table) => ({
        values: table.map(({ value, outlet }) => ({ value, outlets: outlet })),
        text: "side by side",
      })),
    ];
    const hits = numbers.map((pair) =>
      told.filter(({ values }) =>
        pair.every((span) =>
          values.some(
            ({ value, outlets }) =>
              plain(value).includes(this.#words(span)) &&
              outlets.includes(this.#outlet(span.article)),
          ),
        ),
      ),
    );
    numbers.forEach((pair, at) => {
      const what = pair.map((span) => `${this.#outlet(span.article)}: ${this.#words(span)}`);
      this.#put("numbers", hits[at]!.length > 0, what.join(" · "), clicks);
    });
    const besides = told.filter((its) => !hits.flat().includes(its));
    if (numbers.length === 0) this.#put("numbers", besides.length === 0, "that none is", clicks);
    this.#beside(
      "numbers",
      besides.map(({ values, text }) =>
        [...values.map(({ value, outlets }) => `${value}: ${outlets}`), text].join(" | "),
      ),
    );
  }

  async #sources({ sources }: StoryAnswers, reader: StoryReader): Promise<void> {
    const ways = [await reader.sources(), await reader.sources(true)];
    for (const { article, names } of sources) {
      const outlet = this.#outlet(article);
      const way = ways.find(({ shown }) =>
        shown.some((its) => its.outlet === outlet && names.some((name) => its.name.includes(name))),
      );
      this.#put("sources", way !== undefined, `${outlet}: ${names.join("|")}`, way?.clicks ?? 0);
    }
    const named = (outlet: string) =>
      sources.filter(({ article }) => this.#outlet(article) === outlet).flatMap((its) => its.names);
    const besides = ways[1]!.shown.filter(
      ({ outlet, name }) =>
        named(outlet).length > 0 && !named(outlet).some((its) => name.includes(its)),
    );
    this.#beside(
      "sources",
      besides.map(({ outlet, name }) => `${outlet}: ${name}`),
    );
  }

  async #alone({ alone }: StoryAnswers, reader: StoryReader): Promise<void> {
    for (const span of alone) {
      const outlet = this.#outlet(span.article);
      const begins = plain(this.#text(span, comparedChars));
      const ways = [await reader.alone(outlet), await reader.alone(outlet, true)];
      const way = ways.find(({ shown }) => shown.some((its) => plain(its).includes(begins)));
      const isRight = (way !== undefined) === span.isAlone;
      const what = `${outlet}: ${span.isAlone ? "" : "not "}“${begins}”`;
      this.#put("alone", isRight, what, span.isAlone ? (way?.clicks ?? 0) : 0);
    }
  }

  #outlet(article: string): string {
    return this.#rows.get(article)!.outlet;
  }

  #words({ article, start, end }: AnswerSpan): string {
    return plain(this.#rows.get(article)!.text.slice(start, end));
  }

  #text({ article, start }: AnswerSpan, chars: number): string {
    return this.#rows.get(article)!.text.slice(start, start + chars);
  }
}

/** Enough to tell a sentence from the others of its article. */
const comparedChars = 30;

/** Small letters and digits, a space between words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
