import type { RefusalReason } from "../../engine/model/index.ts";
import { firstMemberName, headBytes } from "../fileHead.ts";

/** Kinds of file that are not read, and what their bytes have at a place. */
const otherKinds: readonly {
  readonly at: number;
  readonly bytes: string;
  readonly key: RefusalReason["key"];
}[] = [
  {
    ...{ at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
    key: "refusedOldWord",
  },
  { at: 0, bytes: "{\\rtf", key: "refusedRtf" },
  {
    ...{ at: firstMemberName, bytes: "mimetypeapplication/vnd.oasis" },
    key: "refusedOpenDocument",
  },
  {
    ...{ at: firstMemberName, bytes: "mimetypeapplication/epub" },
    key: "refusedEbook",
  },
];

/** Returns why a file of another kind is not read; null if it may be read. */
export function refusalOfKind(head: Uint8Array): RefusalReason | null {
  const start = String.fromCharCode(...head.subarray(0, headBytes));
  const kind = otherKinds.find(({ at, bytes }) => start.startsWith(bytes, at));
  return kind === undefined ? null : { key: kind.key };
}

/** Returns why a file that is neither text nor any kind that is known is not read. */
export function refusalOfBinary(name: string): RefusalReason {
  return { key: /\.pdf$/i.test(name) ? "refusedNotPdf" : "refusedBinary" };
}
