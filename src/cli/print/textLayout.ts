import { comparePublished, instantOf, type PublicationDate } from "../../engine/model/index.ts";

/** Wraps words at a width, each line after its indent. Words longer than the width stay whole. */
export function wrap(text: string, width: number, first: string, others = first): string {
  const lines: string[] = [];
  let line = "";
  let indent = first;
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      indent = others;
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(indent + line);
  return lines.join("\n");
}

/** "2018-12-29 (inferred)", "no date". "2019-03-05 18:20 +01:00": a time with its zone, where that is known. */
export function dateWords(date: PublicationDate | null): string {
  if (date === null) return "no date";
  const words = date.value
    .replace("T", " ")
    .replace(/(?<=:\d\d):\d\d/, "")
    .replace(/(?=Z$|[+-]\d\d:?\d\d$)/, " ")
    .replace(/ Z$/, " UTC");
  return words + (date.basis === "inferred" ? " (inferred)" : "");
}

const minuteMs = 60_000;

/** "1 h 55 min before this page", "before this page", "about the same time"; nothing where a date is missing. */
export function orderWords(
  date: PublicationDate | null,
  page: PublicationDate | null,
): readonly string[] {
  if (date === null || page === null) return [];
  const order = comparePublished(date, page);
  if (order === 0) return ["about the same time"];
  const side = order < 0 ? "before this page" : "after this page";
  const [its, pages] = [instantOf(date), instantOf(page)];
  if (its === null || pages === null) return [side];
  return [`${lengthWords(Math.abs(its - pages))} ${side}`];
}

/** "1 h 55 min", "3 days": a length of time, in ms, without its seconds. */
export function lengthWords(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return counted(Math.floor(hours / 24), "day");
  return [...(hours > 0 ? [`${hours} h`] : []), `${minutes % 60} min`].join(" ");
}

/** "1 passage", "2 passages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * Returns what can be printed in a line, without control characters, which could move the cursor.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
