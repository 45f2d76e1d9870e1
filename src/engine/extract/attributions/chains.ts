import { COMMA, STOP, WH } from "../../text/wordTraits.ts";
import { addressedCues, citingCues, speechCues } from "../cues/cueKinds.ts";
import { isAfterAs, isAfterOpeningAs } from "../frames/asClause.ts";
import { quotedShare } from "../frames/contentWords.ts";
import type { Frame } from "../frames/frame.ts";
import { isOutletName } from "../sources/outlets.ts";
import { type BodyView, sentenceEnd } from "./bodyView.ts";

/** A frame, and the frames of the sources through which its words reached the article. */
export interface Chain {
  readonly frame: Frame;
  /** Nearest to the article first. */
  readonly through: readonly Frame[];
}

/**
 * Joins the frames of each sentence that are about the same words, and drops those that are only
 * part of the content of another. A sentence has few frames, so each is compared with all others.
 */
export function joinChains(view: BodyView, frames: readonly Frame[]): readonly Chain[] {
  const chains: Chain[] = [];
  let first = 0;
  while (first < frames.length) {
    let next = first + 1;
    while (
      next < frames.length &&
      next < first + mostTogether &&
      isSameSentence(view, frames[first]!, frames[next]!)
    )
      next++;
    chains.push(...joinSentence(view, frames.slice(first, next)));
    first = next;
  }
  return chains;
}

/**
 * The most frames of a sentence that are compared with each other. Only hostile sentences have
 * more.
 */
const mostTogether = 12;

function isSameSentence(view: BodyView, one: Frame, other: Frame): boolean {
  return view.sentenceOf[one.cue.at] === view.sentenceOf[other.cue.at];
}

function joinSentence(view: BodyView, frames: readonly Frame[]): readonly Chain[] {
  const through = new Map<Frame, Frame[]>();
  const dropped = new Set<Frame>();
  const cited = new Map<Frame, Frame>();
  for (const [index, outer] of frames.entries()) {
    for (const inner of frames) {
      if (inner === outer || !containsCue(view, outer, inner)) continue;
      if (isCiting(view, inner)) continue;
      if (isIntermediary(view, outer, inner)) {
        dropped.add(outer);
        if (standsBehind(view, outer) || citingCues.has(outer.cue.key))
          through.set(inner, [outer, ...(through.get(inner) ?? [])]);
      } else if (!dropped.has(outer)) dropped.add(inner);
    }
    if (isCiting(view, outer) && index > 0) {
      const main = nearestKept(frames, index, dropped);
      if (main !== null && !isOwnSpeech(view, main)) cited.set(main, outer);
      dropped.add(outer);
    }
  }
  return frames.flatMap((frame) => {
    if (dropped.has(frame)) return [];
    const source = cited.get(frame);
    if (source === undefined) return [{ frame, through: through.get(frame) ?? [] }];
    const content = frame.content.filter((span) => span.end <= view.tokens[source.cue.at]!.start);
    const citing = {
      ...frame,
      content: content.length > 0 ? content : frame.content,
      cue: source.cue,
      source: citedSource(view, source),
    };
    return [{ frame: citing, through: [frame, ...(through.get(frame) ?? [])] }];
  });
}

/** True if nearly all of the content is quoted: in “…,” X tweeted, quoting Y, the words are X’s. */
function isOwnSpeech(view: BodyView, { content }: Frame): boolean {
  return content.some((span) => quotedShare(view, span) > 0.9);
}

function nearestKept(
  frames: readonly Frame[],
  index: number,
  dropped: ReadonlySet<Frame>,
): Frame | null {
  for (let at = index - 1; at >= 0; at--) if (!dropped.has(frames[at]!)) return frames[at]!;
  return null;
}

/** True for "…, citing X"; a text that breaks off after "citing" names nobody. */
function isCiting(view: BodyView, { cue }: Frame): boolean {
  if (cue.next >= view.tokens.length) return false;
  return citingCues.has(cue.key) && view.tokens[cue.at]!.folded.endsWith("ing");
}

/** Returns the source that "citing X" names: its object. */
function citedSource(view: BodyView, { cue }: Frame): Frame["source"] {
  const end = sentenceEnd(view, cue.at);
  let next = cue.next;
  while (
    next < end &&
    view.classes[next] !== COMMA &&
    view.classes[next] !== STOP &&
    view.classes[next] !== WH
  )
    next++;
  return { first: cue.next, next: Math.max(next, cue.next + 1) };
}

/** True if the cue of `inner` is inside the content of `outer`. */
function containsCue(view: BodyView, outer: Frame, inner: Frame): boolean {
  const cue = view.tokens[inner.cue.at]!;
  return outer.content.some((span) => span.start <= cue.start && cue.end <= span.end);
}

/** True if the source of the outer frame only passes on the words of the inner frame's source. */
function isIntermediary(view: BodyView, outer: Frame, inner: Frame): boolean {
  if (inner.source !== null && view.classes[inner.source.first] === WH)
    return outer.cue.key !== "accord";
  // "X was quoted by Y as saying"
  if (citingCues.has(outer.cue.key) && isAfterAs(view, inner.cue.first)) return true;
  if (outer.cue.key === "accord" && isNamedSpeech(view, inner)) return true;
  return isClearSpeech(view, inner) && standsBehind(view, outer);
}

/** True for quoted words of somebody with a name: "X described Y as a “stain”, according to Z". */
function isNamedSpeech(view: BodyView, { cue, source, content }: Frame): boolean {
  if (source === null || !speechCues.has(cue.key)) return false;
  const which = view.nameOf[source.next - 1]!;
  const isPerson = which >= 0 && view.names[which]!.kind === "person";
  return isPerson && content.some((span) => quotedShare(view, span) > 0);
}

/** True for "according to X" and for a source that is an outlet: both pass on what others said. */
function standsBehind(view: BodyView, { cue, source }: Frame): boolean {
  if (cue.key === "accord") return true;
  if (source === null) return false;
  for (let at = source.first; at < source.next; at++) {
    const index = view.nameOf[at]!;
    if (index >= 0 && isOutletName(view, view.names[index]!, at)) return true;
  }
  return false;
}

/**
 * True for "told", "said" and similar; "praised" inside another's words is part of what they say.
 */
function isClearSpeech(view: BodyView, frame: Frame): boolean {
  if (
    addressedCues.has(frame.cue.key) ||
    /^(?:sai|ad|claim|argu|insist|state)$/.test(frame.cue.key)
  )
    return true;
  return frame.content.some((span) => quotedShare(view, span) > 0.9);
}

/** True for the cue of an opening "As reported in X,", which names an outlet and has no content. */
export function isReportedIn(view: BodyView, frame: Frame): boolean {
  return isAfterOpeningAs(view, frame.cue.at);
}
