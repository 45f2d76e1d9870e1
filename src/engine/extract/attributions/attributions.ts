import type { Attribution, AttributionKind, Span } from "../../model/index.ts";
import { ADVERB, COMMA, DETERMINER, PREPOSITION, THAT, WH } from "../../text/wordTraits.ts";
import type { Cue } from "../cues/cue.ts";
import { denialCues } from "../cues/cueKinds.ts";
import { findCues } from "../cues/cues.ts";
import { quotedShare } from "../frames/contentWords.ts";
import type { Frame } from "../frames/frame.ts";
import { readFrames } from "../frames/frames.ts";
import { nounPhraseStart } from "../frames/nounPhrase.ts";
import type { SourceTokens } from "../frames/sourceTokens.ts";
import { isFragment } from "../quotes/quotes.ts";
import { cannotSpeak } from "../sources/cannotSpeak.ts";
import { outletOf, outletToldTo, reportedThrough } from "../sources/outlets.ts";
import { identify } from "../sources/sourceIdentity.ts";
import { type Resolved, SourceMemory } from "../sources/sourceMemory.ts";
import { type BodyView, sentenceStart } from "./bodyView.ts";
import { type Chain, isReportedIn, joinChains } from "./chains.ts";
import { addFollowingQuotes } from "./followingQuotes.ts";
import { isCalledUntrue, isSpeech, isStatement } from "./speech.ts";
import { addUnclaimedQuotes } from "./unclaimedQuotes.ts";

/**
 * Finds the attributions of a body: whose words or knowledge each stretch is. Cues are found by
 * learned weights; each is read into a frame (source, cue, content) by the word order of its
 * sentence; frames inside the content of another are dropped; and sources are looked up in the
 * article so far: "he", "the spokeswoman", "the outlet". A chain ("Anadolu reported, citing the
 * presidency") becomes one attribution of the farthest source, with the others as `via`.
 */
export function findAttributions(view: BodyView): readonly Attribution[] {
  const cues = findCues(view, leastStatementScore).filter(
    (cue) => cue.score >= leastScore || isStatement(view, cue),
  );
  const frames = addFollowingQuotes(view, readFrames(view, cues), cues);
  const spoken = frames.filter((frame) => isSpeech(view, frame) && !isReportedIn(view, frame));
  const said = addUnclaimedQuotes(view, spoken);
  const memory = new SourceMemory(view);
  const found: Attribution[] = [];
  for (const frame of joinChains(view, said)) {
    const attribution = attribute(view, frame, memory);
    if (attribution !== null) found.push(attribution);
  }
  return found;
}

/**
 * Log odds below which a cue gives no attribution: readers are shown these, so precision counts more
 * than recall (measured by `npm run eval attributions`).
 */
const leastScore = -0.2;

/** A name, a verb of saying and a clause ("Der Spiegel claims the deal could fail") need less. */
const leastStatementScore = -1;

function attribute(
  view: BodyView,
  { frame, through }: Chain,
  memory: SourceMemory,
): Attribution | null {
  const sentence = view.sentenceOf[frame.cue.at]!;
  const via = through.flatMap((outer) => labelOfSource(view, outer, memory));
  const told = outletToldTo(view, frame, memory);
  const throughOutlets = [...via, ...told, ...reportedThrough(view, frame)];
  const who = resolve(view, frame, memory, throughOutlets);
  if (who === null) return null;
  for (const outer of through) rememberOuter(view, outer, memory);
  memory.add(who.resolved, sentence);
  for (const label of told) memory.addOutlet(outletOf(label));
  return {
    source: who.resolved.label,
    mention: view.text.slice(who.mention.start, who.mention.end),
    mentionSpan: who.mention,
    role: who.resolved.role,
    cue: cueSpan(view, frame.cue),
    content: [...frame.content].sort((a, b) => a.start - b.start),
    via: who.resolved.via,
    kind: kindOf(view, frame.content),
    negated: isDenial(view, frame),
  };
}

/** "said", "according to", "issued a statement"; not the adverb after a verb. */
function cueSpan(view: BodyView, cue: Cue): Span {
  let next = cue.next;
  while (next > cue.at + 1 && view.classes[next - 1] === ADVERB) next--;
  return { start: view.tokens[cue.at]!.start, end: view.tokens[next - 1]!.end };
}

/**
 * Remembers the sources in between, which can recur: "…, according to a spokeswoman. The
 * spokeswoman said …".
 */
function rememberOuter(view: BodyView, frame: Frame, memory: SourceMemory): void {
  if (frame.source === null) return;
  const identity = identify(view, frame.source);
  if (identity.kind !== "named" && identity.kind !== "described") return;
  memory.add(memory.resolvedOf(identity, []), view.sentenceOf[frame.cue.at]!);
}

/**
 * Returns the source that the frame's words name or refer back to, and where they are; null for the
 * writer and for what cannot speak.
 */
function resolve(
  view: BodyView,
  frame: Frame,
  memory: SourceMemory,
  via: readonly string[],
): { resolved: Resolved; mention: Span } | null {
  if (frame.source === null) return null;
  const source = antecedent(view, frame.source);
  if (source === null) return null;
  const identity = identify(view, source);
  if (cannotSpeak(identity)) return null;
  const { mention } = identity;
  if (identity.kind === "pronoun") {
    if (authorPronouns.has(identity.head)) {
      // "“We go,” I said": the writer's own words, when they are quoted.
      if (kindOf(view, frame.content) !== "direct") return null;
      return { resolved: memory.resolvedOf(identity, via), mention };
    }
    const met = memory.byPronoun(identity.head, source.first);
    // Nobody fits: the words as printed are better than nothing.
    const resolved = met ?? memory.resolvedOf(identity, via);
    return { resolved: { ...resolved, role: null, via: [...via] }, mention };
  }
  if (identity.kind === "definite") {
    const met = memory.byNoun(identity.head, source.first, isBare(view, source));
    if (met !== null)
      return {
        resolved: { ...met, role: null, via: via.length > 0 ? [...via] : viaOf(met) },
        mention,
      };
  }
  if (identity.kind === "described") {
    const holder = memory.byOffice(source, identity.head);
    if (holder !== null) return { resolved: { ...holder, role: identity.label, via }, mention };
  }
  if (identity.kind === "unnamed") {
    return { resolved: { ...memory.resolvedOf(identity, via), label: "unnamed" }, mention };
  }
  return { resolved: memory.resolvedOf(identity, via), mention };
}

/**
 * "a senior official, | who said": returns what a relative pronoun refers to; null if there is
 * nothing.
 */
function antecedent(view: BodyView, source: SourceTokens): SourceTokens | null {
  const kind = view.classes[source.first];
  if (kind !== WH && kind !== THAT) return source;
  const start = sentenceStart(view, source.first);
  let comma = view.classes[source.first - 1] === COMMA ? source.first - 1 : source.first;
  // "two members, both of | whom"
  if (view.tokens[comma - 1]?.folded === "of" && view.classes[comma - 3] === COMMA) comma -= 3;
  const end = beforeBracket(view, comma, start);
  const first = lastJoined(view, nounPhraseStart(view, end, start), end);
  return first < end ? { first, next: end } : null;
}

/** "Judge Marlow and | the woman who said": the last of two phrases that "and" joins. */
function lastJoined({ classes, tokens }: BodyView, first: number, end: number): number {
  for (let at = end - 2; at > first; at--) {
    if (tokens[at]!.folded === "and" && classes[at + 1] === DETERMINER) return at + 1;
  }
  return first;
}

/** "Sen. Anna Marlow | (D–Ohio)": the end of the phrase before an insertion in brackets. */
function beforeBracket({ tokens }: BodyView, end: number, start: number): number {
  if (tokens[end - 1]?.folded !== ")") return end;
  for (let at = end - 2; at > start; at--) if (tokens[at]!.folded === "(") return at;
  return end;
}

/** True for "the mayor", false for "the mayor of the town". */
function isBare(view: BodyView, { first, next }: SourceTokens): boolean {
  return !view.classes.subarray(first, next).includes(PREPOSITION);
}

/** The writer of an article needs no attribution. */
const authorPronouns: ReadonlySet<string> = new Set(["i", "we", "you"]);

/**
 * Returns the chain that a source met before keeps: an outlet or text keeps its own, a person none.
 */
function viaOf(met: Resolved): readonly string[] {
  return met.isPerson ? [] : met.via;
}

function labelOfSource(view: BodyView, frame: Frame, memory: SourceMemory): readonly string[] {
  if (frame.source === null) return [];
  const identity = identify(view, frame.source);
  if (identity.kind === "pronoun") return [];
  if (identity.kind === "definite")
    return [
      memory.byNoun(identity.head, frame.source.first, isBare(view, frame.source))?.label ??
        identity.label,
    ];
  return [identity.label];
}

/** direct if all words are quoted, mixed if some are. */
function kindOf(view: BodyView, content: readonly Span[]): AttributionKind {
  const shares = content.map((span) => quotedShare(view, span));
  if (shares.every((share) => share >= 1)) {
    const isCut = content.every((span) => isFragment(quotedWords(view, span)));
    return isCut ? "mixed" : "direct";
  }
  return shares.some((share) => share > 0) ? "mixed" : "indirect";
}

/** A quoted content without "that" and the opening mark. */
function quotedWords(view: BodyView, { start, end }: Span): string {
  return view.text.slice(start, end).replace(/^(?:that\s+)?[^\p{L}\d]*/u, "");
}

/** True for "denied" and for "called it incorrect". */
function isDenial(view: BodyView, frame: Frame): boolean {
  if (denialCues.has(frame.cue.key)) return true;
  return isCalledUntrue(view, frame.cue, frame.content);
}
