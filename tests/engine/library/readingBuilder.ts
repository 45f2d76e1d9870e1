import type {
  Article,
  ArticleId,
  ArticleReading,
  Attribution,
  ReadPassage,
} from "../../../src/engine/model/index.ts";

/** What a test says of a passage; spans of facts are found by their text. */
export type PassageSketch = Partial<Pick<ReadPassage, "names" | "dates" | "numbers">> & {
  readonly text: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly via?: readonly string[];
};

/** An article of the given sentences, read by hand: no reader takes part. */
export function readingOf(
  id: string,
  sentences: readonly (string | PassageSketch)[],
  known: Partial<Article> = {},
): ArticleReading {
  const sketches = sentences.map((s) => (typeof s === "string" ? { text: s } : s));
  const title = known.title ?? `Title of ${id}`;
  const attributions: Attribution[] = [];
  const passages: ReadPassage[] = [passageOf({ text: title }, "title", 0, [])];
  let start = 0;
  for (const sketch of sketches) {
    const end = start + sketch.text.length;
    const said = sketch.speaker !== undefined;
    if (said) attributions.push(attributionOf(sketch, start, end));
    passages.push(passageOf(sketch, "body", start, said ? [attributions.length - 1] : []));
    start = end + 2;
  }
  return {
    article: {
      id: id as ArticleId,
      outlet: { name: `Outlet of ${id}`, domain: null },
      urls: [`https://example.org/${id}`],
      published: { value: "2018-12-30", precision: "day", basis: "stated" },
      relativeDatesCountFrom: null,
      byline: null,
      agencies: [],
      language: "en",
      ...known,
      title,
      body: sketches.map(({ text }) => text).join("\n\n"),
    },
    passages,
    quotes: [],
    attributions,
    claims: [],
  };
}

function passageOf(
  sketch: PassageSketch,
  part: "title" | "body",
  start: number,
  attributions: readonly number[],
): ReadPassage {
  return {
    in: part,
    unit: part === "title" ? "title" : "sentence",
    start,
    end: start + sketch.text.length,
    text: sketch.text,
    names: sketch.names ?? [],
    dates: sketch.dates ?? [],
    numbers: sketch.numbers ?? [],
    attributions,
    isClaim: true,
    isQuoted: false,
  };
}

function attributionOf(sketch: PassageSketch, start: number, end: number): Attribution {
  return {
    source: sketch.speaker ?? "unnamed",
    mention: sketch.speaker ?? "",
    mentionSpan: null,
    role: sketch.role ?? null,
    cue: { start, end: start },
    content: [{ start, end }],
    via: sketch.via ?? [],
    kind: "indirect",
    negated: false,
  };
}
