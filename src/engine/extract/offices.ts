import type { NameMention } from "../model/index.ts";
import { COMMA, STOP } from "../text/wordTraits.ts";
import type { BodyView } from "./bodyView.ts";

/** How far back an office is looked for, in tokens. */
const farTokens = 400;

/** Tokens between an office and the name beside it: "minister for foreign affairs, | Sergei Lavrov". */
const reach = 6;

/**
 * The person who was last named with an office before token `at`: "Foreign Minister Sergei Lavrov",
 * "Jane Smith, the city’s mayor"; or null.
 */
export function namedByOffice(view: BodyView, office: string, at: number): NameMention | null {
  for (let index = at - 1; index >= Math.max(0, at - farTokens); index--) {
    if (view.tokens[index]!.folded !== office || view.quoteOf[index]! >= 0) continue;
    const name = personAfter(view, index, at) ?? personBefore(view, index);
    if (name !== null) return name;
  }
  return null;
}

/** "the minister, Sergei Lavrov": one comma may stand between. */
function personAfter(view: BodyView, office: number, limit: number): NameMention | null {
  for (let at = office + 1; at < Math.min(limit, office + reach); at++) {
    const name = personAt(view, at);
    if (name !== null) return name;
    const kind = view.classes[at];
    if (kind === STOP || (kind === COMMA && personAt(view, at + 1) === null)) return null;
  }
  return null;
}

/** "Sergei Lavrov, the foreign minister": the comma after the name. */
function personBefore(view: BodyView, office: number): NameMention | null {
  for (let at = office - 1; at >= Math.max(1, office - reach); at--) {
    if (view.classes[at] === STOP) return null;
    if (view.classes[at] === COMMA) return personAt(view, at - 1);
  }
  return null;
}

function personAt(view: BodyView, at: number): NameMention | null {
  const which = view.nameOf[at] ?? -1;
  if (which < 0) return null;
  const name = view.names[which]!;
  return name.kind === "person" ? name : null;
}
