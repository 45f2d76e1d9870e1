import type { MatchReport, PublicationDate } from "../../engine/model/index.ts";
import { momentBesidePage } from "../components/publishedWords.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import { type ReportSummary, summarise } from "./reportSummary.ts";

/**
 * Shows the summary: what was changed, who had the page's words first and how much is folded away,
 * then how much the page shares with others. For a copy, first that it is one.
 */
export function Headline({ report }: { readonly report: MatchReport }) {
  const wording = useWording();
  const summary = summarise(report);
  const outlets = plural(wording, "outletCount", summary.outlets);
  const counted = plural(wording, "headline", summary.passages, outlets);
  const copied = describeCopy(wording, summary);
  const changes = describeChanges(wording, summary);
  const besides = [
    describeEarliest(wording, summary, report.page.published),
    describeDoubtful(wording, summary),
  ].filter((part) => part !== null);
  const [title, ...lines] = [copied, changes, counted].filter((line) => line !== null);
  const shown = (line: string | readonly string[]) =>
    typeof line === "string" ? line : <Changes changes={line} besides={besides} />;
  return (
    <>
      <h1 class="headline" tabIndex={-1}>
        {shown(title!)}
      </h1>
      {lines.map((line, at) => (
        <p key={at} class="detail">
          {shown(line)}
        </p>
      ))}
      {changes === null && besides.length > 0 && <p class="detail">{besides.join(unbroken)}</p>}
    </>
  );
}

/** No line breaks beside this dot. */
const unbroken = "\u00a0·\u00a0";

interface ChangesProps {
  readonly changes: readonly string[];
  readonly besides: readonly string[];
}

/**
 * Shows the line with the changes, each of which stays whole, and the line that follows it. Each dot
 * belongs to the change after it and stands in the margin before it. If the change begins a line, the
 * dot is clipped, so no line begins or ends with one.
 */
function Changes({ changes, besides }: ChangesProps) {
  return (
    <>
      <span class="changes">
        {changes.map((change, at) => (
          <span key={change} class="change">
            {at > 0 && <span class="separator"> · </span>}
            {change}
          </span>
        ))}
      </span>
      {besides.length > 0 && (
        <>
          {" "}
          <span class="besides">{besides.join(unbroken)}</span>
        </>
      )}
    </>
  );
}

/** Returns what readers look for first: "2 quotes changed · one number differs". */
function describeChanges(wording: Wording, { changes }: ReportSummary): readonly string[] | null {
  const parts = changeKinds.flatMap((kind) =>
    changes[kind] === 0 ? [] : [plural(wording, kind, changes[kind])],
  );
  return parts.length === 0 ? null : parts;
}

function describeDoubtful(wording: Wording, { doubtful }: ReportSummary): string | null {
  return doubtful === 0 ? null : plural(wording, "summaryDoubtful", doubtful);
}

const changeKinds = [
  "quotesChanged",
  "numbersDiffer",
  "datesDiffer",
  "othersDiffer",
  "atOdds",
] as const;

/** The most names listed; more are only counted. */
const mostNames = 3;

function describeEarliest(
  wording: Wording,
  { earliest }: ReportSummary,
  page: PublicationDate | null,
): string | null {
  const { t, formats } = wording;
  switch (earliest.kind) {
    case "unknown":
      return null;
    case "page":
      return t("earliestThisPage");
    case "together": {
      const names = earliest.outlets.map((outlet) => outlet ?? t("thisPageInList"));
      const isShort = names.length <= mostNames;
      const outlets = isShort
        ? formats.list(names)
        : plural(
            wording,
            "storyOutletCount",
            earliest.outlets.filter((its) => its !== null).length,
          );
      return t("earliestTogether", [outlets]);
    }
    case "outlet": {
      const { outlet, published } = earliest.printing;
      const parts = [outlet, momentBesidePage(published, page, wording)];
      return published.basis === "inferred" ? t("earliestInferred", parts) : t("earliest", parts);
    }
    default: {
      const never: never = earliest;
      return never;
    }
  }
}

function describeCopy({ t, locale }: Wording, { copyOf }: ReportSummary): string | null {
  if (copyOf === null) return null;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return t("copyOf", [percent.format(copyOf.share), copyOf.outlet]);
}
