import { counted, dateWords, printable, wrap } from "../print/textLayout.ts";
import type { ReadReport } from "./readReport.ts";

/**
 * Returns what was read from a document in a form for people: what it is, its body, and who is
 * quoted.
 */
export function readText(report: ReadReport, width: number): string {
  const known = [
    report.outlet ?? "unknown outlet",
    dateWords(report.published),
    ...(report.byline === null ? [] : [`by ${report.byline}`]),
    ...(report.agencies.length === 0 ? [] : [`agencies: ${report.agencies.join(", ")}`]),
    ...(report.language === null ? [] : [report.language]),
  ];
  const counts = [
    counted(report.passages.length, "passage"),
    counted(report.quotes.length, "quote"),
    counted(report.attributions.length, "attribution"),
    counted(report.claims.length, "claim"),
  ];
  const head = [
    wrap(printable(report.title || "(no title)"), width, ""),
    wrap(printable(known.join(" · ")), width, ""),
    ...(report.url === null ? [] : [printable(report.url)]),
    counts.join(", "),
  ];
  const body = report.body
    .split("\n\n")
    .map((paragraph) => wrap(printable(paragraph), width, "  "));
  const sources = report.attributions.map((attribution) => sourceLine(attribution, width));
  const parts = [head.join("\n"), ...body, ...(sources.length === 0 ? [] : [sources.join("\n")])];
  return `${parts.join("\n\n")}\n`;
}

function sourceLine(
  { source, role, cue, content, via, kind, negated }: ReadReport["attributions"][number],
  width: number,
): string {
  const who = [source, ...(role === null ? [] : [`(${role})`])].join(" ");
  const chain = via.length === 0 ? "" : `, via ${via.join(", ")}`;
  const words = content.map(({ text }) => text).join(" … ");
  const line = `${who}${chain} — ${negated ? "denied, " : ""}${kind}, “${cue.text}”: ${words}`;
  return wrap(printable(line), width, "  · ", "    ");
}
