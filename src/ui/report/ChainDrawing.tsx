import { useWording } from "../components/wording.ts";
import type { ChainStep } from "./crossReferences.ts";
import { cut, Picture, rowsDrawn, useMirror } from "./Picture.tsx";

const rowPx = 26;
const stepPx = 26;
/** Deeper steps are drawn no further in: there would be no room for their names. */
const deepestDrawn = 5;

/** More rows of a table are read in a file. */
const rowsTabled = 300;

/** A step with its place in the drawing. */
interface DrawnStep {
  readonly step: ChainStep;
  readonly depth: number;
  /** Row of the step before it; -1 for an outlet. */
  readonly parentRow: number;
  /** Names from the outlet to this step. */
  readonly path: readonly string[];
}

interface ChainDrawingProps {
  readonly steps: readonly ChainStep[];
  /** Those of the table, where it has more than there is room to draw. */
  readonly tabled?: readonly ChainStep[];
  /** Said below the title, besides how to read the drawing. */
  readonly note?: string;
}

/** Chains of attribution, drawn and as a table: behind each outlet its sources, behind them theirs. */
export function ChainDrawing({ steps: roots, tabled = roots, note }: ChainDrawingProps) {
  const { t, formats } = useWording();
  const at = useMirror();
  const nameOf = ({ name }: ChainStep) => name ?? t("namesNobody");
  const steps = inRows(roots, nameOf);
  const drawn = steps.slice(0, rowsDrawn);
  const xOf = (depth: number) => at(6 + Math.min(depth, deepestDrawn) * stepPx);
  const middleOf = (row: number) => row * rowPx + rowPx / 2;
  return (
    <Picture
      title={t("chainTitle")}
      note={[t("chainHint"), ...(note === undefined ? [] : [note])].join(" ")}
      heightPx={drawn.length * rowPx}
      rowCount={steps.length}
      columns={[t("columnOutlet"), t("columnThrough"), t("columnPassages")]}
      rows={inRows(tabled, nameOf)
        .slice(0, rowsTabled)
        .filter(({ step }) => passagesEnding(step) > 0)
        .map(({ step, path }) => [
          path[0] ?? "",
          path.slice(1).join(" ← "),
          formats.number(passagesEnding(step)),
        ])}
    >
      {drawn.map(({ step, depth, parentRow }, row) => (
        <g key={row}>
          {parentRow >= 0 && (
            <path
              class="branch"
              d={`M${xOf(depth - 1)} ${middleOf(parentRow) + 6}V${middleOf(row)}H${(xOf(depth) + xOf(depth - 1)) / 2 + (xOf(depth) - xOf(depth - 1)) * 0.2}`}
            />
          )}
          <circle
            class={depth === 0 ? "dot" : "dot ring"}
            cx={xOf(depth)}
            cy={middleOf(row)}
            r={4.5}
          />
          <text
            class={depth === 0 ? "strong" : step.name === null ? "muted" : undefined}
            x={at(20 + Math.min(depth, deepestDrawn) * stepPx)}
            y={middleOf(row) + 4}
          >
            {cut(nameOf(step), 44 - depth * 4)}{" "}
            <tspan class="muted">{formats.number(step.passages)}</tspan>
          </text>
        </g>
      ))}
    </Picture>
  );
}

/** How many of a step's passages come from nobody behind it. */
function passagesEnding({ behind, passages }: ChainStep): number {
  return behind.reduce((left, farther) => left - farther.passages, passages);
}

/** Every step a row of its own, each followed by what stands behind it. */
function inRows(
  roots: readonly ChainStep[],
  nameOf: (step: ChainStep) => string,
): readonly DrawnStep[] {
  const rows: DrawnStep[] = [];
  const walk = (
    steps: readonly ChainStep[],
    depth: number,
    parentRow: number,
    before: readonly string[],
  ) => {
    for (const step of steps) {
      const path = [...before, nameOf(step)];
      rows.push({ step, depth, parentRow, path });
      walk(step.behind, depth + 1, rows.length - 1, path);
    }
  };
  walk(roots, 0, -1, []);
  return rows;
}
