import type { OmittedKind } from "../../engine/model/index.ts";
import type { Item } from "../../ingest/formats/item.ts";
import { asOneLine } from "../corpus/corpusItems.ts";
import { counted } from "./textLayout.ts";

/** The most omissions that are named, a line each; the others are counted. */
const mostNamed = 100;

const words: Readonly<Record<OmittedKind, string>> = {
  date: "date",
  address: "address",
  title: "title",
  outlet: "outlet",
  author: "author",
  agency: "agency",
  language: "language",
};

/** Names on standard error what articles were kept without. */
export interface OmissionLines {
  /** Articles so far that were kept without a value. */
  readonly articles: number;
  take(item: Extract<Item, { kind: "article" }>): void;
  /** Says how many more there were than were named. */
  end(): void;
}

/**
 * Returns a reporter of omissions.
 * @param problem writes a line to standard error
 */
export function createOmissionLines(problem: (line: string) => void): OmissionLines {
  let articles = 0;
  let omissions = 0;
  return {
    get articles() {
      return articles;
    },
    take({ name, omissions: found }) {
      if (found.length > 0) articles++;
      for (const { kind, value } of found) {
        omissions++;
        if (omissions > mostNamed) continue;
        problem(asOneLine(`${name}: kept, but its ${words[kind]} could not be read: ${value}`));
      }
    },
    end() {
      if (omissions <= mostNamed) return;
      const more = counted(omissions - mostNamed, "more value");
      problem(`${more} could not be read; their articles were kept`);
    },
  };
}
