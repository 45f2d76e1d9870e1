import { joinBlocks } from "../engine/body/joinBlocks.ts";
import { marksOfQuotedBlocks } from "../engine/body/quotedBlocks.ts";
import type { Article, BlockFeatures, BlockLabel } from "../engine/model/index.ts";
import { articleId } from "./articleId.ts";
import { bulletSigns } from "./bullets.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { guessLanguage } from "./language.ts";
import { withoutLinkLists } from "./linkLists.ts";
import { agenciesIn, readDateline } from "./metadata/agencies.ts";
import { domainOf } from "./metadata/outlet.ts";

/**
 * Assembles an article from its labelled blocks and what is known of it. If nothing is known of the
 * outlet, its name is empty.
 */
export function assembleArticle(
  blocks: readonly BlockFeatures[],
  labels: readonly BlockLabel[],
  known: KnownOfArticle,
): Article {
  const own = blocks.filter((_, i) => labels[i] === "body");
  const marks = marksOfQuotedBlocks(own);
  const paragraphs = own.flatMap(({ text }, i) => {
    const paragraph = cleanParagraph(text);
    return paragraph === "" ? [] : [marks[i]!.before + paragraph + marks[i]!.after];
  });
  const { body } = joinBlocks(paragraphs);
  const urls = known.urls ?? [];
  const title = known.title ?? "";
  const domain = domainOf(urls[0] ?? null);
  const outlet = known.outlet ?? { name: domain ?? "", domain };
  return {
    id: articleId({ outlet: outlet.domain ?? outlet.name, url: urls[0] ?? null, title }),
    outlet,
    title,
    urls,
    published: known.published ?? null,
    relativeDatesCountFrom: known.relativeDatesCountFrom ?? null,
    byline: known.byline ?? null,
    agencies: withCredited(known.agencies ?? [], blocks, labels, paragraphs[0] ?? ""),
    language: known.language ?? guessLanguage(body),
    body,
  };
}

const bulletBefore = new RegExp(`^[${bulletSigns}·]\\s*`);

/** Drops a bullet, and a mark that was left at the start when a dateline or a link before it was cut off. */
function cleanParagraph(text: string): string {
  return withoutLinkLists(text)
    .replace(/^(?:[.,;:]\s+)+(?=\S)/, "")
    .replace(bulletBefore, "");
}

const reportCredit =
  /^[\s([—–-]*(?:(?:additional )?report|writ|edit|source|with (?:files|inputs?|reporting)|agenc|quelle|fuente|fonte)/i;

/** Agencies of the byline, of a credit for the report (not for a picture), and of the dateline. */
function withCredited(
  agencies: readonly string[],
  blocks: readonly BlockFeatures[],
  labels: readonly BlockLabel[],
  firstParagraph: string,
): readonly string[] {
  const credited = blocks.flatMap(({ text }, i) =>
    (labels[i] === "credit" && reportCredit.test(text)) || labels[i] === "dateline"
      ? agenciesIn(text)
      : [],
  );
  const inDateline = readDateline(firstParagraph)?.agencies ?? [];
  return [...new Set([...agencies, ...credited, ...inDateline])];
}
