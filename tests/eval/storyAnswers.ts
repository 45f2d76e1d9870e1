/**
 * The answers to five questions about stories of a library, made by reading the articles. Each line of
 * `storyAnswers.tsv` is one: articles by id, passages by offsets into the row's own text (UTF-16).
 *
 * - first: an article of an outlet that was first. Several if the dates leave open which: a bare day may
 *   be that day anywhere.
 * - quote: a quote whose words differ between two articles, with the words in each; equal offsets if it
 *   has none there. Words that were only shortened ("is", "’s") do not count.
 * - number: a number that two articles give differently, with it in each. "More than 30" and "31" agree.
 * - source: whom an article names as the source of something; "|" stands between names that are right.
 * - alone: a sentence that no other article of the story has (y), or that another one has, too (n).
 *
 * A story without a line for a question has no such quote or number.
 */
import { readFileSync } from "node:fs";

/** A passage of an article; offsets belong to the text of its row. */
export interface AnswerSpan {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** What reading a story tells. */
export interface StoryAnswers {
  readonly story: string;
  readonly first: readonly string[];
  readonly quotes: readonly (readonly [AnswerSpan, AnswerSpan])[];
  readonly numbers: readonly (readonly [AnswerSpan, AnswerSpan])[];
  readonly sources: readonly { readonly article: string; readonly names: readonly string[] }[];
  readonly alone: readonly (AnswerSpan & { readonly isAlone: boolean })[];
}

/** Returns the answers, by story. */
export function readStoryAnswers(): readonly StoryAnswers[] {
  const [, ...lines] = readFileSync("tests/eval/storyAnswers.tsv", "utf8").trimEnd().split("\n");
  const rows = lines.map(rowOf);
  return [...new Set(rows.map(({ story }) => story))].map((story) => {
    const of = (question: string) =>
      rows.filter((row) => row.story === story && row.question === question);
    const pairsOf = (question: string) =>
      of(question).map(({ own, other }) => [own, other] as const);
    return {
      story,
      first: of("first").map(({ own }) => own.article),
      quotes: pairsOf("quote"),
      numbers: pairsOf("number"),
      sources: of("source").map(({ own, answer }) => ({
        article: own.article,
        names: answer.split("|"),
      })),
      alone: of("alone").map(({ own, answer }) => ({ ...own, isAlone: answer === "y" })),
    };
  });
}

function rowOf(line: string) {
  const [story = "", question = "", article = "", start, end, other = "", from, to, answer = ""] =
    line.split("\t");
  return {
    ...{ story, question, answer },
    own: { article, start: Number(start), end: Number(end) },
    other: { article: other, start: Number(from), end: Number(to) },
  };
}
