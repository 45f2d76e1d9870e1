import { knownName } from "../../facts/names/aliases.ts";
import { peopleWords } from "../../text/languageTables.ts";
import { COMMA, STOP, WH } from "../../text/wordTraits.ts";
import { type BodyView, nameEnd, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import { addressedCues } from "../cues/cueKinds.ts";
import { isAfterOpeningAs } from "../frames/asClause.ts";
import type { Frame } from "../frames/frame.ts";
import type { Resolved, SourceMemory } from "./sourceMemory.ts";

/**
 * Returns the outlet that something was told to: "told the outlet", "told Russia’s Izvestiya
 * newspaper".
 */
export function outletToldTo(
  view: BodyView,
  frame: Frame,
  memory: SourceMemory,
): readonly string[] {
  if (!addressedCues.has(frame.cue.key)) return talkedTo(view, frame);
  const end = Math.min(sentenceEnd(view, frame.cue.at), frame.cue.next + 8);
  for (let at = frame.cue.next; at < end; at++) {
    const kind = view.classes[at];
    if (kind === COMMA || kind === STOP) break;
    const name = view.nameOf[at]! >= 0 ? view.names[view.nameOf[at]!]! : null;
    if (name !== null && name.kind !== "person" && isOutletName(view, name, at))
      return [outletLabel(view, name)];
    if (name === null && peopleWords.publicationNouns.has(view.tokens[at]!.folded)) {
      const met = memory.lastOutlet();
      return met === null ? [] : [met.label];
    }
  }
  return [];
}

/** "Sputnik talked to Pekin, who said": the subject is the outlet. */
function talkedTo(view: BodyView, frame: Frame): readonly string[] {
  if (frame.source === null || view.classes[frame.source.first] !== WH) return [];
  const start = sentenceStart(view, frame.cue.at);
  for (let at = start; at < frame.source.first; at++) {
    const name = view.nameOf[at]! >= 0 ? view.names[view.nameOf[at]!]! : null;
    if (name === null) continue;
    if (isOutletName(view, name, at)) return [outletLabel(view, name)];
  }
  return [];
}

/** "As reported in Sputniknews, an article in …": the outlet that the report came through. */
export function reportedThrough(view: BodyView, frame: Frame): readonly string[] {
  const verb = sentenceStart(view, frame.cue.at) + 1;
  if (
    !isAfterOpeningAs(view, verb) ||
    !/^(?:report|quot|cit|stat)/.test(view.tokens[verb]?.folded ?? "")
  )
    return [];
  const end = Math.min(frame.cue.at, verb + farthestOutlet);
  for (let at = verb + 1; at < end; at++) {
    const name = view.nameOf[at]! >= 0 ? view.names[view.nameOf[at]!]! : null;
    if (name !== null && name.kind !== "person") return [outletLabel(view, name)];
    if (view.classes[at] === COMMA) break;
  }
  return [];
}

/** The most tokens between "As reported" and the name of the outlet. */
const farthestOutlet = 8;

/** True for the name of an outlet: a known one, or one called a newspaper. */
export function isOutletName(
  view: BodyView,
  name: { start: number; end: number },
  at: number,
): boolean {
  if (knownName(view.text.slice(name.start, name.end))?.isOutlet === true) return true;
  const after = view.tokens[nameEnd(view, at)]?.folded ?? "";
  const before = view.tokens[at - 1]?.folded ?? "";
  if (peopleWords.publicationNouns.has(after) || peopleWords.publicationNouns.has(before))
    return true;
  const words = view.text.slice(name.start, name.end).toLowerCase().split(/\s+/);
  return words.some((word) => peopleWords.publisherWords.has(word));
}

/** Returns the name of an outlet: as printed, unless the table knows a shorter one. */
export function outletLabel(
  view: BodyView,
  name: { start: number; end: number; canonical: string },
): string {
  const written = view.text.slice(name.start, name.end);
  return name.canonical.length <= written.length ? name.canonical : written;
}

/** Returns an outlet by its name alone. */
export function outletOf(label: string): Resolved {
  return {
    label,
    role: null,
    via: [],
    gender: null,
    isPerson: false,
    isPlural: false,
    isOutlet: true,
    head: label.toLowerCase(),
  };
}
