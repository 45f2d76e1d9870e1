import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useWording } from "../components/wording.ts";

/** Width of every drawing in its own units: CSS pixels in a popup of the usual width. */
export const drawingWidth = 368;

/** The most rows drawn; more would not be readable. */
export const rowsDrawn = 60;

interface PictureProps {
  readonly title: string;
  /** How to read it. */
  readonly note?: string;
  readonly heightPx: number;
  /** The number of rows if all of them were drawn. */
  readonly rowCount: number;
  /** Column heads of the equivalent table. */
  readonly columns: readonly string[];
  /** Rows of the table; the first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  /** The drawing. */
  readonly children: ComponentChildren;
}

/** Shows a drawing under its title, with an equivalent table. */
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
 * Returns text for a drawing, in which nothing wraps: cut to a number of characters, without
 * Unicode's direction marks, some of which make Firefox use up its memory in SVG text.
 */
export function cut(text: string, mostChars: number): string {
  const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  return plain.length <= mostChars ? plain : `${plain.slice(0, mostChars - 1).trimEnd()}…`;
}

/** Returns a function that mirrors x if the interface runs from right to left. */
export function useMirror(): (x: number) => number {
  const { t } = useWording();
  return t("textDirection") === "rtl" ? (x) => drawingWidth - x : (x) => x;
}
