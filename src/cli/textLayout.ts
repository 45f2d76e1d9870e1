import type { PublicationDate } from "../engine/model/index.ts";

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

/** "1 passage", "2 passages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** What can be printed in a line: control characters, which could move the cursor, are left out. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
