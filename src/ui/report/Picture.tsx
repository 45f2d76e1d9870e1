import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useWording } from "../components/wording.ts";

/** Width of every drawing, in its own units: CSS pixels in a popup of the usual width. */
export const drawingWidth = 368;

/** So many rows are drawn; what is beyond would be no picture any more. */
export const rowsDrawn = 60;

interface PictureProps {
  readonly title: string;
  /** How to read it. */
  readonly note?: string;
  readonly heightPx: number;
  /** How many rows there would be, were all of them drawn. */
  readonly rowCount: number;
  /** Headings of the table that says the same. */
  readonly columns: readonly string[];
  /** Its rows; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  /** The drawing. */
  readonly children: ComponentChildren;
}

/** A drawing under its title, and a table that says the same. */
export function Picture({
  title,
  note,
  heightPx,
  rowCount,
  columns,
  rows,
  children,
}: PictureProps) {
  const { t, formats } = useWording();
  const id = useId();
  return (
    <section class="picture" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p class="note">{note}</p>}
      <svg
        class="drawing"
        role="img"
        aria-label={title}
        viewBox={`0 0 ${drawingWidth} ${heightPx}`}
        width={drawingWidth}
        height={heightPx}
      >
        {children}
      </svg>
      {rowCount > rowsDrawn && (
        <p class="note">{t("rowsDrawn", [formats.number(rowsDrawn), formats.number(rowCount)])}</p>
      )}
      <details>
        <summary>{t("asTable")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        {/* biome-ignore lint/a11y/useSemanticElements: it groups no form fields */}
        <div class="table" tabIndex={0} role="group" aria-labelledby={id}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((cell, column) =>
                    column === 0 ? (
                      <th key={column} scope="row" dir="auto">
                        {cell}
                      </th>
                    ) : (
                      <td key={column} dir="auto">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/**
 * Text for a drawing, where nothing wraps: cut to a number of characters, and without Unicode's
 * marks of direction, some of which in SVG text have Firefox use up its memory.
 */
export function cut(text: string, mostChars: number): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  return plain.length <= mostChars ? plain : `${plain.slice(0, mostChars - 1).trimEnd()}…`;
}

/** Mirrors x where the interface runs from right to left. */
export function useMirror(): (x: number) => number {
  const { t } = useWording();
  return t("textDirection") === "rtl" ? (x) => drawingWidth - x : (x) => x;
}
