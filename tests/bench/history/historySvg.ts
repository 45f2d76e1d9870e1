import { byVersion, numberIn, type RecordedFigure, type VersionFigures } from "./versionFigures.ts";

const widthPx = 960;
const rowPx = 24;
const headPx = 74;
const line = { from: 420, to: 620 };
const figureAt = 646;
const changeAt = 930;
/** Less is what a measure goes up and down by on one machine. */
const noticeable = 0.1;

/**
 * A picture of all versions' figures: a line for each figure with a point a version, each line between its
 * own least and most, the newest figure, and by how much it changed since the version before: red
 * where that is away from the goal, green where it is towards it.
 */
export function historySvg(unsorted: readonly VersionFigures[]): string {
  const versions = unsorted.toSorted(byVersion);
  const newest = versions.at(-1);
  const rows = Object.entries(newest?.measures ?? {}).flatMap(([measure, figures]) => [
    heading(measure),
    ...Object.keys(figures).map((what) =>
      rowOf(
        what,
        versions.map((its) => its.measures[measure]?.[what] ?? null),
      ),
    ),
  ]);
  const heightPx = headPx + rows.length * rowPx + 16;
  const body = rows.map(
    (row, at) => `<g transform="translate(0 ${headPx + at * rowPx})">${row}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" font-family="system-ui, sans-serif" font-size="13" fill="#22201c">
<title>Benchmarks by version</title>
<rect width="100%" height="100%" fill="#fffdf9"/>
${text(20, 30, "Benchmarks by version", 'font-size="18" font-weight="600"')}
${text(20, 52, `${versions.map(({ version }) => version).join(" · ")} (newest: ${newest?.date ?? ""}, ${newest?.machine ?? ""})`, 'fill="#625d54"')}
${body.join("\n")}
</svg>
`;
}

function heading(measure: string): string {
  return text(20, 16, measure, 'font-weight="600"');
}

function rowOf(what: string, figures: readonly (RecordedFigure | null)[]): string {
  const newest = figures.at(-1);
  const values = figures.map((its) => (its === null ? null : numberIn(its.figure)));
  return [
    text(36, 16, shortened(what)),
    sparkline(values),
    text(figureAt, 16, shortened(newest?.figure ?? "")),
    changeText(values, newest?.goal ?? null),
  ].join("");
}

function sparkline(values: readonly (number | null)[]): string {
  const known = values.flatMap((value) => value ?? []);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const points = values.flatMap((value, at) => {
    if (value === null) return [];
    const share = values.length === 1 ? 1 : at / (values.length - 1);
    const height = most === least ? 0.5 : (value - least) / (most - least);
    return [[round(line.from + share * (line.to - line.from)), round(18 - 14 * height)]];
  });
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.5" fill="#17604b"/>`);
  const path = points.map((point) => point.join(",")).join(" ");
  return `<polyline points="${path}" fill="none" stroke="#17604b" stroke-width="1.5"/>${dots.join("")}`;
}

function changeText(values: readonly (number | null)[], goal: string | null): string {
  const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null];
  if (before === null || now === null || before === 0) return "";
  const change = now / before - 1;
  const isMoreBetter = goal?.startsWith("≥") ?? false;
  const isLessBetter = goal?.startsWith("≤") ?? false;
  const isNoticed = Math.abs(change) >= noticeable && (isMoreBetter || isLessBetter);
  const colour = !isNoticed ? "#625d54" : change > 0 === isMoreBetter ? "#0b7a4b" : "#a3231b";
  const sign = change > 0 ? "+" : "";
  const words = `${sign}${Math.round(100 * change)} %`;
  return text(changeAt, 16, words, `text-anchor="end" fill="${colour}"`);
}

const round = (px: number) => Math.round(10 * px) / 10;

function shortened(words: string): string {
  return words.length > 56 ? `${words.slice(0, 54)} …` : words;
}

function text(x: number, y: number, words: string, attributes = ""): string {
  const safe = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" ${attributes}>${safe}</text>`;
}
