import {
  type Agreement,
  type Difference,
  languageName,
  leastDoubtful,
  type MatchReport,
  type PageMatch,
  type PublicationDate,
  type Reference,
  type Relation,
} from "../../engine/model/index.ts";
import { english } from "../print/english.ts";
import { counted, dateWords, orderWords, printable, wrap } from "../print/textLayout.ts";

/** The relations in words, as the interface has them. */
export const relationWords: Readonly<Record<Relation, string>> = {
  verbatim: english("relationVerbatim"),
  "near-verbatim": english("relationNearVerbatim"),
  reworded: english("relationReworded"),
  differs: english("relationDiffers"),
  contradicts: english("relationContradicts"),
};

/** Returns a match report as text: each passage with who else printed it, when, and in which words. */
export function matchText(report: MatchReport, width: number): string {
  const { page } = report;
  const about = [page.outlet ?? "unknown outlet", dateWords(page.published)].join(" · ");
  const head = [
    wrap(printable(page.title || "(no title)"), width, ""),
    printable(about),
    summary(report),
  ];
  const copy = report.copyOf === null ? [] : [copyLine(report.copyOf)];
  const matches = report.matches.map((match, at) =>
    matchLines(match, at + 1, page.published, width),
  );
  const doubtful = doubtfulLines(report);
  return `${[[...head, ...copy].join("\n"), ...matches, ...doubtful].join("\n\n")}\n`;
}

function doubtfulLines({ doubtful = [] }: MatchReport): readonly string[] {
  if (doubtful.length === 0) return [];
  return [`Doubtful matches hidden: ${doubtful.length}. --min-score ${leastDoubtful} shows them.`];
}

function summary({ matches, page }: MatchReport): string {
  const outlets = new Set(
    matches.flatMap(({ references }) => references.map(({ article }) => article.outlet)),
  );
  const read = counted(page.passageCount, "passage");
  if (matches.length === 0) return `No matches for ${read}.`;
  return `Matches for ${matches.length} of ${read}, in ${counted(outlets.size, "other outlet")}.`;
}

function copyLine({ article, share }: NonNullable<MatchReport["copyOf"]>): string {
  return `${Math.round(share * 100)}% of the page also appears in ${article}, in the same order.`;
}

function matchLines(
  match: PageMatch,
  number: number,
  page: PublicationDate | null,
  width: number,
): string {
  const lead = `${String(number).padStart(2)}. `;
  const where = match.in === "title" ? "[title] " : "";
  const speaker =
    match.speaker === null ? [] : [`    ${printable(voiceWords(match, match.speaker))}`];
  const passage = wrap(`${where}${printable(match.exact)}`, width, lead, "    ");
  const articles = byArticle(match.references);
  return [passage, ...speaker, ...articles.map((group) => articleLines(group, page, width))].join(
    "\n",
  );
}

/** The references of each article together, articles in the order of their best one. */
function byArticle(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const group = groups.get(reference.article.id);
    if (group === undefined) groups.set(reference.article.id, [reference]);
    else group.push(reference);
  }
  return [...groups.values()];
}

function articleLines(
  references: readonly Reference[],
  page: PublicationDate | null,
  width: number,
): string {
  const { article } = references[0]!;
  const source = [
    article.outlet || "unknown outlet",
    [dateWords(article.published), ...orderWords(article.published, page)].join(", "),
    ...(article.language === undefined ? [] : [`in ${languageName(article.language, "en")}`]),
  ].join(" · ");
  return [
    wrap(printable(source), width, "    ─ ", "      "),
    ...(article.url === null ? [] : [`      ${printable(article.url)}`]),
    ...references.map((reference) => referenceLines(reference, width)),
  ].join("\n");
}

function referenceLines(reference: Reference, width: number): string {
  const speaker = reference.speaker === null ? [] : [voiceWords(reference, reference.speaker)];
  const via = reference.via.length === 0 ? [] : [`via ${reference.via.join(", ")}`];
  const head = [
    `${relationWords[reference.relation]} (${reference.score.toFixed(2)})`,
    ...speaker,
    ...via,
  ];
  const line = `${head.join(", ")}: ${reference.passage.text}`;
  const agreements = (reference.agreements ?? []).map(agreementWords);
  const differences = reference.differences.filter(isShown).map(differenceWords);
  return [
    wrap(printable(line), width, "      ", "        "),
    ...agreements.map((words) => wrap(words, width, "        = ", "          ")),
    ...differences.map((words) => wrap(words, width, "        ≠ ", "          ")),
  ].join("\n");
}

/** Returns the words for a source: of a quote it is the speaker, of a claim the source. */
function voiceWords({ kind, role }: Pick<Reference, "kind" | "role">, speaker: string): string {
  const name = role ? `${speaker} (${role})` : speaker;
  return kind === "quote" ? `said by ${name}` : `according to ${name}`;
}

/** Longer differences are easier to read in the wording itself. */
const longestDifference = 60;

function isShown({ kind, page, corpus }: Difference): boolean {
  return kind !== "wording" && page.length + corpus.length <= longestDifference;
}

function agreementWords({ kind, page, corpus }: Agreement): string {
  return printable(`${kind}: ${page === corpus ? page : `here ${page}, there ${corpus}`}`);
}

function differenceWords({ kind, page, corpus }: Difference): string {
  return printable(`${kind}: here ${page || "nothing"}, there ${corpus || "nothing"}`);
}
