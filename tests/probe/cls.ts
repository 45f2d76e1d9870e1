import { viewBody } from "../../src/engine/extract/bodyView.ts";
import { findQuotations } from "../../src/engine/extract/quotes.ts";
import { learnNames } from "../../src/engine/facts/names.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { tokenise } from "../../src/engine/text/tokens.ts";

const t =
  "Three of its members wrote letters.\n\n“Nobody on this coast knows the river as well as she does.” -Councillor Carl Sample\n\n“She is.” — Rosa Worth, innkeeper";
const k = tokenise(t);
const v = viewBody(t, k, splitSentences(t), findQuotations(t), learnNames(t, k).names);
console.log(k.map((x, i) => `${x.folded}:${v.classes[i]}`).join(" "));
