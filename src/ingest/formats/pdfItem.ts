import type { KnownOfArticle } from "../knownOfArticle.ts";
import { articleFromPdf } from "../pdf/articleFromPdf.ts";
import type { PdfAnswer } from "../pdf/pdfAnswer.ts";
import { type Item, refused } from "./item.ts";
import { itemOf } from "./itemsOfJson.ts";
import { withinBounds } from "./limitRefusals.ts";

/** Returns the article of a PDF that was read, or the reason why there is none. */
export function itemOfPdf(name: string, answer: PdfAnswer, known: KnownOfArticle): Item {
  if (answer.kind === "refused") return refused(name, answer.reason);
  return withinBounds(itemOf(name, () => articleFromPdf(answer.pdf, known)));
}
