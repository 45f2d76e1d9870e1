import { checksum } from "./checksum.ts";
import {
  aligned,
  headerWords,
  headLength,
  type SegmentViews,
  sections,
  segmentMagic,
  segmentVersion,
  tableWords,
  termsVersion,
} from "./segmentLayout.ts";
import { allSteps, type Steps } from "./steps.ts";

/** Lays the sections out as one buffer, with header, table and checksums. */
export function layOutSegment(data: SegmentViews): Uint8Array {
  return allSteps(segmentInSteps(data));
}

/** The same in steps, one section each. */
export function* segmentInSteps(data: SegmentViews): Steps<Uint8Array> {
  let at = headLength * 4;
  const places = sections.map(({ name }) => {
    const index = { offset: at, bytes: data[name].byteLength };
    at = aligned(at + index.bytes);
    return index;
  });
  const bytes = new Uint8Array(at);
  const head = new Uint32Array(bytes.buffer, 0, headLength);
  head.set([segmentMagic, segmentVersion, termsVersion, sections.length, at, 0]);
  for (const [i, { name }] of sections.entries()) {
    const { offset, bytes: length } = places[i]!;
    const part = data[name];
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    const padded = new Uint32Array(bytes.buffer, offset, (aligned(offset + length) - offset) / 4);
    head.set([offset, length, checksum(padded)], headerWords + i * tableWords);
    yield;
  }
  head[5] = checksum(head);
  return bytes;
}
