import type { MatchReport, PublicationDate } from "../../engine/model/index.ts";
import { besidePage } from "../components/publishedWords.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import { type ReportSummary, summarise } from "./reportSummary.ts";

/** What the page has in common with others: that it is a copy, if it is one; how much; who had its words first. */
export function Headline({ report }: { readonly report: MatchReport }) {
  const wording = useWording();
  const summary = summarise(report);
  const outlets = plural(wording, "outletCount", summary.outlets);
  const counted = plural(wording, "headline", summary.passages, outlets);
  const copied = describeCopy(wording, summary);
  return (
    <>
      <h1 class="headline" tabIndex={-1}>
        {copied ?? counted}
      </h1>
      <Details
        lines={[
          copied === null ? null : counted,
          describeChanges(wording, summary),
          describeEarliest(wording, summary, report.page.published),
        ]}
      />
    </>
  );
}

function Details({ lines }: { readonly lines: readonly (string | null)[] }) {
  return (
    <>
      {lines.map((line) =>
        line === null ? null : (
          <p key={line} class="detail">
            {line}
          </p>
        ),
      )}
    </>
  );
}

/** What a reader looks for first: "2 quotes changed · one number differs". */
function describeChanges(wording: Wording, { changes }: ReportSummary): string | null {
  const parts = changeKinds.flatMap((kind) =>
    changes[kind] === 0 ? [] : [plural(wording, kind, changes[kind])],
  );
  return parts.length === 0 ? null : parts.join(" · ");
}

const changeKinds = [
  "quotesChanged",
  "numbersDiffer",
  "datesDiffer",
  "othersDiffer",
  "atOdds",
] as const;

function describeEarliest(
  wording: Wording,
  { earliest }: ReportSummary,
  page: PublicationDate | null,
): string | null {
  if (earliest === null) return null;
  const { t, formats } = wording;
  const { outlet, published } = earliest;
  const passages = plural(wording, "passageCount", earliest.passages);
  const date = besidePage(formats.moment(published), published, page, wording);
  const parts = [passages, outlet, date];
  return published.basis === "inferred" ? t("earliestInferred", parts) : t("earliest", parts);
}

function describeCopy({ t, locale }: Wording, { copyOf }: ReportSummary): string | null {
  if (copyOf === null) return null;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return t("copyOf", [percent.format(copyOf.share), copyOf.outlet]);
}
