import { useWording } from "../components/wording.ts";
import type { ChainStep } from "./crossReferences.ts";
import { cut, Picture, rowsDrawn, useMirror } from "./Picture.tsx";

const rowPx = 26;
const stepPx = 26;
/** The deepest indentation; deeper steps would leave no room for their names. */
const deepestDrawn = 5;

/** The most rows of the table; more are better read in a file. */
const rowsTabled = 300;

/** A step with its position in the drawing. */
interface DrawnStep {
  readonly step: ChainStep;
  readonly depth: number;
  /** Row of the parent step; -1 for an outlet. */
  readonly parentRow: number;
  /** Names from the outlet to this step. */
  readonly path: readonly string[];
}

interface ChainDrawingProps {
  readonly steps: readonly ChainStep[];
  /** The steps of the table, if it has more than can be drawn. */
  readonly tabled?: readonly ChainStep[];
  /** A note below the title, in addition to how to read the drawing. */
  readonly note?: string;
}

/**
 * Shows chains of attribution as a drawing and a table: each outlet's sources, and their sources.
 */
export function ChainDrawing({ steps: roots, tabled = roots, note }: ChainDrawingProps) {
  const { t, formats } = useWording();
  const at = useMirror();
  const nameOf = ({ name }: ChainStep) => name ?? t("noSourceNamed");
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

/** Returns the number of a step's passages that have no further source. */
function passagesEnding({ behind, passages }: ChainStep): number {
  return behind.reduce((left, farther) => left - farther.passages, passages);
}

/** Returns a row for each step, followed by the rows of its sources. */
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
