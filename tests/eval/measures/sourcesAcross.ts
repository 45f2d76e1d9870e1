import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { sameNameAcrossScripts } from "../../../src/engine/facts/names/nameAcrossScripts.ts";
import { sourceOfPassage } from "../../../src/engine/library/speaker.ts";
import type { ArticleReading } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";

type Row = Readonly<Record<"doc" | "en" | "de" | "fr" | "es" | "ru", string>>;

const languages = ["de", "fr", "es", "ru"] as const;

/**
 * Who said it across languages: of the sentences whose English reading names a source, the share
 * whose reading in another language names the same. Articles are read whole. Every fourth article is put
 * aside and reported; the tables were fitted on the others (`seen` before a figure's name).
 */
export const sourcesAcross: Measure = {
  name: "sources-across",
  needs: ["eval/crosslingual/news-2019.jsonl"],
  goal: { de: 0.8, fr: 0.8, es: 0.8, ru: 0.8 },
  baseline: {},
  async run(dataFolder) {
    const rows = readRows<Row>(path.join(dataFolder, "eval/crosslingual/news-2019.jsonl"));
    const figures: Record<string, number> = {};
    for (const language of languages) {
      const pairs = pairsOf(rows, language);
      figures[language] = share(pairs.filter(({ isAside }) => isAside));
      figures[`seen, ${language}`] = share(pairs.filter(({ isAside }) => !isAside));
    }
    figures.sentences = pairsOf(rows, "de").filter(({ isAside }) => isAside).length;
    return figures;
  },
};

/** A sentence with a source that the English reading names, and what the other reading says. */
export interface SourcePair {
  readonly row: Row;
  readonly english: string;
  readonly other: string | null;
  readonly isAside: boolean;
}

/** Every sentence with a named source, in order. */
export function pairsOf(
  rows: readonly Row[],
  language: (typeof languages)[number],
): readonly SourcePair[] {
  const docs = [...new Set(rows.map(({ doc }) => doc))];
  return docs.flatMap((doc, place) => {
    const own = rows.filter((row) => row.doc === doc);
    const english = speakersOf(
      own.map(({ en }) => en),
      true,
    );
    const others = speakersOf(
      own.map((row) => row[language]),
      false,
    );
    return own.flatMap((row, at) => {
      const name = english[at] ?? null;
      return name === null
        ? []
        : [{ row, english: name, other: others[at] ?? null, isAside: place % 4 === 3 }];
    });
  });
}

function share(pairs: readonly SourcePair[]): number {
  const right = pairs.filter(
    ({ english, other }) => other !== null && sameNameAcrossScripts(english, other),
  );
  return right.length / pairs.length;
}

/** The speaker of each row, or only of those whom a name names: the first row is the headline. */
function speakersOf(sentences: readonly string[], isNamed: boolean): readonly (string | null)[] {
  const body = sentences.slice(1).join("\n\n");
  const article = plainArticle("crosslingual", sentences[0]!, body, null);
  const reading = readArticle({ ...article, language: null });
  const names = namesOf(reading);
  let start = 0;
  const bySentence = sentences.slice(1).map((sentence) => {
    const end = start + sentence.length;
    const speaker = speakerWithin(reading, start, end);
    start = end + 2;
    return isNamed && !names.has(speaker ?? "") ? null : speaker;
  });
  return [null, ...bySentence];
}

/** Who speaks in most of the row. */
function speakerWithin(reading: ArticleReading, start: number, end: number): string | null {
  const passage = {
    in: "body",
    unit: "sentence",
    start,
    end,
    text: "",
    names: [],
    numbers: [],
    dates: [],
    isClaim: true,
    isQuoted: false,
  } as const;
  const attributions = reading.attributions.map((_, index) => index);
  const { speaker } = sourceOfPassage(reading, { ...passage, attributions });
  return speaker;
}

/** What the article's persons and bodies are called. */
function namesOf({ passages }: ArticleReading): ReadonlySet<string> {
  const names = passages.flatMap((passage) => passage.names);
  return new Set(
    names
      .filter(({ kind }) => kind === "person" || kind === "organisation")
      .map(({ canonical }) => canonical),
  );
}
