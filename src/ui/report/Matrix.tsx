import { type Reference, type Relation, relations } from "../../engine/model/index.ts";
import { relationStyles } from "../components/designTokens.ts";
import { relationWordsOf } from "../components/relationWords.ts";
import { useWording } from "../components/wording.ts";
import type { OutletEntry } from "./crossReferences.ts";
import type { ListedMatch } from "./listedMatch.ts";
import { cut, drawingWidth, Picture, rowsDrawn, useMirror } from "./Picture.tsx";

const rowPx = 22;
const mostColumns = 10;
const columnPx = 26;
/** Height of the column heads, which are slanted. */
const headPx = 104;

interface MatrixProps {
  readonly outlets: readonly OutletEntry[];
  readonly listed: readonly ListedMatch[];
}

/**
 * Shows which outlet prints which passage: a row per passage, a column per outlet, a sign for the
 * relation.
 */
export function Matrix({ outlets, listed }: MatrixProps) {
  const { t } = useWording();
  const at = useMirror();
  const columns = outlets.slice(0, mostColumns);
  const drawn = listed.slice(0, rowsDrawn);
  const firstX = drawingWidth - columns.length * columnPx - 44;
  const slant = at(1) > at(0) ? -52 : 52;
  const versionAt = versionLookUp(columns);
  return (
    <>
      <Legend />
      <Picture
        title={t("matrixTitle")}
        heightPx={headPx + drawn.length * rowPx + 6}
        rowCount={listed.length}
        columns={[t("columnPassage"), ...columns.map(({ outlet }) => outlet)]}
        rows={drawn.map(({ match, index }) => [
          match.exact,
          ...columns.map(({ outlet }) => {
            const version = versionAt(outlet, index);
            return version === null ? "–" : t(relationWordsOf(match, version).labelKey);
          }),
        ])}
      >
        {columns.map(({ outlet }, column) => {
          const x = at(firstX + column * columnPx + columnPx / 2);
          return (
            <text key={outlet} transform={`translate(${x} ${headPx - 8}) rotate(${slant})`}>
              {cut(outlet, 17)}
            </text>
          );
        })}
        {drawn.map(({ match, index }, row) => {
          const y = headPx + row * rowPx + rowPx / 2;
          return (
            <g key={index}>
              <line class="grid" x1={0} x2={drawingWidth} y1={y + 11} y2={y + 11} />
              <text class="quoted" x={at(0)} y={y + 4}>
                {cut(match.exact, Math.max(8, Math.floor(firstX / 8)))}
              </text>
              {columns.map(({ outlet }, column) => {
                const version = versionAt(outlet, index);
                const x = at(firstX + column * columnPx + columnPx / 2);
                return version && <Sign key={outlet} relation={version.relation} x={x} y={y} />;
              })}
            </g>
          );
        })}
      </Picture>
    </>
  );
}

function versionLookUp(columns: readonly OutletEntry[]) {
  const known = new Map(
    columns.map(({ outlet, versions }) => [
      outlet,
      new Map(versions.map(({ listed, reference }) => [listed.index, reference])),
    ]),
  );
  return (outlet: string, index: number): Reference | null => known.get(outlet)?.get(index) ?? null;
}

/** A shape for each relation, so that colour is not needed. */
const forms: Readonly<Record<Relation, string>> = {
  verbatim: "M-6-6H6V6H-6Z",
  "near-verbatim": "M-6-6H6V6H-6ZM-3-3V3H3V-3Z",
  reworded: "M0-6.5A6.5 6.5 0 1 1 0 6.5A6.5 6.5 0 1 1 0-6.5Z",
  differs: "M0-7.5 7.5 0 0 7.5-7.5 0Z",
  contradicts: "M-6-4-4-6 0-2 4-6 6-4 2 0 6 4 4 6 0 2-4 6-6 4-2 0Z",
};

interface SignProps {
  readonly relation: Relation;
  readonly x: number;
  readonly y: number;
}

function Sign({ relation, x, y }: SignProps) {
  return (
    <path
      class="sign"
      data-relation={relation}
      fill-rule="evenodd"
      d={forms[relation]}
      transform={`translate(${x} ${y})`}
    />
  );
}

/** Shows the signs with their relations' names, and on demand their meanings. */
function Legend() {
  const { t } = useWording();
  return (
    <>
      <ul class="legend">
        {relations.map((relation) => (
          <li key={relation}>
            <svg class="drawing" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
              <Sign relation={relation} x={0} y={0} />
            </svg>
            {t(relationStyles[relation].labelKey)}
          </li>
        ))}
      </ul>
      <details class="key">
        <summary>{t("meaningsTitle")}</summary>
        <dl>
          {relations.map((relation) => (
            <div key={relation}>
              <dt>{t(relationStyles[relation].labelKey)}</dt>
              <dd>{t(relationStyles[relation].meaningKey)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
