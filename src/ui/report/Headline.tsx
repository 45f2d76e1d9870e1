import type { MatchReport } from "../../engine/model/index.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import { type ReportSummary, summarise } from "./reportSummary.ts";

/** How many passages stand in how many outlets, and which of them was first. */
export function Headline({ report }: { readonly report: MatchReport }) {
  const wording = useWording();
  const summary = summarise(report);
  const outlets = plural(wording, "outletCount", summary.outlets);
  return (
    <>
      <h1 class="headline" tabIndex={-1}>
        {plural(wording, "headline", summary.passages, outlets)}
      </h1>
      <Details lines={[describeEarliest(wording, summary), describeCopy(wording, summary)]} />
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

function describeEarliest({ t, formats }: Wording, { earliest }: ReportSummary): string | null {
  if (earliest === null) return null;
  const parts = [earliest.outlet, formats.day(earliest.published)];
  return earliest.published.basis === "inferred"
    ? t("earliestInferred", parts)
    : t("earliest", parts);
}

function describeCopy({ t, locale }: Wording, { copyOf }: ReportSummary): string | null {
  if (copyOf === null) return null;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return t("copyOf", [percent.format(copyOf.share), copyOf.outlet]);
}
