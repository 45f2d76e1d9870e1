import { firstMemberName, headBytes } from "../fileHead.ts";

/** Kinds of file that are not read: what their bytes have at a place, and what to do. */
const otherKinds: readonly {
  readonly at: number;
  readonly bytes: string;
  readonly reason: string;
}[] = [
  {
    ...{ at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
    reason:
      "is a Word file of the old kind (.doc), or has a password; save it as .docx without one",
  },
  { at: 0, bytes: "{\\rtf", reason: "is an RTF file; save it as .docx or .txt" },
  {
    ...{ at: firstMemberName, bytes: "mimetypeapplication/vnd.oasis" },
    reason: "is an OpenDocument file; save it as .docx",
  },
  {
    ...{ at: firstMemberName, bytes: "mimetypeapplication/epub" },
    reason: "is an e-book; save its pages as HTML or text",
  },
];

/** Returns why a file of another kind is not read, and what to do; null if it may be read. */
export function refusalOfKind(head: Uint8Array): string | null {
  const start = String.fromCharCode(...head.subarray(0, headBytes));
  return otherKinds.find(({ at, bytes }) => start.startsWith(bytes, at))?.reason ?? null;
}

/** Returns why a file that is neither text nor any kind that is known is not read. */
export function refusalOfBinary(name: string): string {
  return /\.pdf$/i.test(name)
    ? "is a damaged PDF, or another kind of file; download or export it again"
    : "is binary, not text or HTML; save the page itself and try again";
}
