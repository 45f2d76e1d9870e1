import { webAnnotations } from "../engine/export/webAnnotations.ts";
import type { Article, MatchReport } from "../engine/model/index.ts";
import { matchText } from "./matchText.ts";
import type { Output } from "./output.ts";

/** How `match` prints: for people, one object, one line a page, or annotations. */
export type MatchFormat = "text" | "json" | "jsonl" | "w3c";

/** A page and what was found of it. */
export interface MatchedPage {
  readonly file: string;
  readonly report: MatchReport;
  readonly article: Pick<Article, "title" | "body" | "urls">;
}

/** Prints the pages of one run, in order. */
export interface MatchPrinter {
  put(page: MatchedPage): void;
  /** When all are there. */
  end(): void;
}

/** @param isList several pages were asked for: JSON is a list then, and text says which page it is of */
export function createMatchPrinter(
  format: MatchFormat,
  isList: boolean,
  output: Output,
): MatchPrinter {
  let count = 0;
  const asList = (value: unknown) => {
    if (!isList) output.out(`${JSON.stringify(value, null, 2)}\n`);
    else output.out(`${count === 0 ? "[\n" : ",\n"}${JSON.stringify(value, null, 2)}`);
  };
  const ways: Readonly<Record<MatchFormat, (page: MatchedPage) => void>> = {
    text({ file, report }) {
      const head = isList ? `${count === 0 ? "" : "\n"}── ${file}\n\n` : "";
      output.out(`${head}${matchText(report, output.width)}`);
    },
    json: ({ file, report }) => asList({ ...(isList ? { file } : {}), ...report }),
    jsonl: ({ file, report }) => output.out(`${JSON.stringify({ file, ...report })}\n`),
    w3c({ report, article: { title, body, urls } }) {
      asList(webAnnotations(report, { url: urls[0] ?? "", title, body }));
    },
  };
  return {
    put(page) {
      ways[format](page);
      count++;
    },
    end() {
      if (isList && (format === "json" || format === "w3c")) {
        output.out(count === 0 ? "[]\n" : "\n]\n");
      }
    },
  };
}
