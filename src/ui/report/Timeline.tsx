import { timeSpanOf } from "../../engine/model/index.ts";
import { besidePage, publishedWords } from "../components/publishedWords.ts";
import { plural, useWording, type Wording } from "../components/wording.ts";
import type { TimeEntry } from "./crossReferences.ts";
import { cut, Picture, rowsDrawn, useMirror } from "./Picture.tsx";

const rowPx = 44;
const mostGapPx = 36;
const dayMs = 86_400_000;
const railX = 9;

/**
 * Shows who printed it when: a line with a dot per article. A hollow dot is an inferred date, a
 * square the page.
 */
export function Timeline({ entries }: { readonly entries: readonly TimeEntry[] }) {
  const wording = useWording();
  const { t } = wording;
  const at = useMirror();
  const drawn = entries.slice(0, rowsDrawn);
  const tops = rowTops(drawn);
  const page = entries.find(({ isPage }) => isPage)?.published ?? null;
  const lastDated = drawn.findLastIndex(({ published }) => published !== null);
  return (
    <Picture
      title={t("timelineTitle")}
      heightPx={(tops.at(-1) ?? 0) + rowPx}
      rowCount={entries.length}
      columns={[t("columnOutlet"), t("columnDate"), t("columnPassages")]}
      rows={drawn.map((entry) => [
        [nameOf(entry, wording), ...languageOf(entry, wording)].join(" · "),
        publishedWords(entry.published, wording),
        wording.formats.number(entry.passages),
      ])}
    >
      {lastDated > 0 && (
        <line
          class="rail"
          x1={at(railX)}
          x2={at(railX)}
          y1={tops[0]! + railX}
          y2={tops[lastDated]! + railX}
        />
      )}
      {drawn.map((entry, row) => (
        <g key={row} transform={`translate(0 ${tops[row]})`}>
          <Dot entry={entry} x={at(railX)} />
          <text class="strong mixed" x={at(28)} y={14}>
            <tspan>{cut(nameOf(entry, wording), entry.language === undefined ? 44 : 26)}</tspan>
            {languageOf(entry, wording).map((language) => (
              <tspan key={language} class="muted">
                {` · ${cut(language, 24)}`}
              </tspan>
            ))}
          </text>
          <text class="muted" x={at(28)} y={31}>
            {cut(
              [
                besidePage(
                  publishedWords(entry.published, wording),
                  entry.published,
                  page,
                  wording,
                ),
                ...(entry.isPage ? [] : [plural(wording, "passageCount", entry.passages)]),
              ].join(" · "),
              64,
            )}
          </text>
        </g>
      ))}
    </Picture>
  );
}

function Dot({ entry, x }: { readonly entry: TimeEntry; readonly x: number }) {
  const sort = entry.published?.basis === "stated" ? "dot" : "dot hollow";
  if (entry.isPage) return <rect class={sort} x={x - 5} y={4} width={10} height={10} />;
  return <circle class={sort} cx={x} cy={9} r={5} />;
}

/**
 * Returns the top of each row. Gaps grow with the logarithm of the time between two rows, so that
 * years fit.
 */
function rowTops(entries: readonly TimeEntry[]): readonly number[] {
  let top = 0;
  return entries.map((entry, row) => {
    if (row > 0) top += rowPx + gapPx(entries[row - 1]!, entry);
    return top;
  });
}

function gapPx({ published: before }: TimeEntry, { published: after }: TimeEntry): number {
  if (before === null || after === null) return 0;
  const [from, to] = [timeSpanOf(before), timeSpanOf(after)];
  const days = from === null || to === null ? 0 : (to.from - from.from) / dayMs;
  return days > 1 ? Math.min(mostGapPx, 4 * Math.log2(days)) : 0;
}

function nameOf(entry: TimeEntry, { t }: Wording): string {
  return entry.isPage ? t("thisPage") : entry.outlet;
}

function languageOf({ language }: TimeEntry, { t, formats }: Wording): readonly string[] {
  return language === undefined ? [] : [t("inLanguage", [formats.languageName(language)])];
}
