import { useWording } from "../components/wording.ts";
import { type ChainStep, chains } from "./crossReferences.ts";
import { cut, Picture, rowsDrawn, useMirror } from "./Picture.tsx";
import type { ViewProps } from "./viewProps.ts";

const rowPx = 26;
const stepPx = 26;
/** Deeper steps are drawn no further in: there would be no room for their names. */
const deepestDrawn = 5;

/** A step with its place in the drawing. */
interface DrawnStep {
  readonly step: ChainStep;
  readonly depth: number;
  /** Row of the step before it; -1 for an outlet. */
  readonly parentRow: number;
  /** Names from the outlet to this step. */
  readonly path: readonly string[];
}

/** From whom each outlet has it: the chain of attribution, outlet by outlet. */
export function SourcesView({ listed }: ViewProps) {
  const { t, formats } = useWording();
  const at = useMirror();
  const steps = inRows(chains(listed));
  if (steps.length === 0) return <p class="note">{t("noChains")}</p>;
  const drawn = steps.slice(0, rowsDrawn);
  const xOf = (depth: number) => at(6 + Math.min(depth, deepestDrawn) * stepPx);
  const middleOf = (row: number) => row * rowPx + rowPx / 2;
  return (
    <>
      <p class="note">{t("chainHint")}</p>
      <Picture
        title={t("chainTitle")}
        heightPx={drawn.length * rowPx}
        rowCount={steps.length}
        columns={[t("columnOutlet"), t("columnThrough"), t("columnPassages")]}
        rows={drawn
          .filter(({ step }) => isAnEnd(step))
          .map(({ step, path }) => [
            path[0] ?? "",
            path.slice(1).join(" ← "),
            formats.number(step.passages),
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
            <Node step={step} x={xOf(depth)} y={middleOf(row)} />
            <text
              class={step.kind === "outlet" ? "strong" : undefined}
              x={at(20 + Math.min(depth, deepestDrawn) * stepPx)}
              y={middleOf(row) + 4}
            >
              {cut(step.name, 44 - depth * 4)}{" "}
              <tspan class="muted">{formats.number(step.passages)}</tspan>
            </text>
          </g>
        ))}
      </Picture>
    </>
  );
}

interface NodeProps {
  readonly step: ChainStep;
  readonly x: number;
  readonly y: number;
}

/** Whether some of its passages come from nobody behind it. */
function isAnEnd({ behind, passages }: ChainStep): boolean {
  return behind.every((farther) => farther.passages < passages);
}

/** An outlet is a dot, a source a ring, a speaker a square. */
function Node({ step, x, y }: NodeProps) {
  if (step.kind === "speaker") {
    return <rect class="dot" x={x - 4} y={y - 4} width={8} height={8} />;
  }
  return <circle class={step.kind === "outlet" ? "dot" : "dot hollow"} cx={x} cy={y} r={4.5} />;
}

/** Every step a row of its own, each followed by what stands behind it. */
function inRows(roots: readonly ChainStep[]): readonly DrawnStep[] {
  const rows: DrawnStep[] = [];
  const walk = (
    steps: readonly ChainStep[],
    depth: number,
    parentRow: number,
    before: readonly string[],
  ) => {
    for (const step of steps) {
      const path = [...before, step.name];
      rows.push({ step, depth, parentRow, path });
      walk(step.behind, depth + 1, rows.length - 1, path);
    }
  };
  walk(roots, 0, -1, []);
  return rows;
}
