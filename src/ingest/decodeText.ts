/** Bytes are judged by their beginning. */
const sniffedBytes = 8192;
const mostControlShare = 0.02;

/**
 * Bytes as text: by byte order mark, else UTF-8, else the charset that `contentType` or the
 * document itself names, else Windows-1252, which old pages are written in. Null if the bytes are
 * no text.
 */
export function decodeText(bytes: Uint8Array, contentType = ""): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (isBinary(bytes)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decoderFor(namedIn(contentType) ?? namedInside(bytes)).decode(bytes);
  }
}

/** The encoding that a byte order mark names, or null. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Text has no zero bytes and hardly any control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sniffedBytes);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  return controls > length * mostControlShare;
}

function namedInside(bytes: Uint8Array): string {
  return (
    namedIn(new TextDecoder("latin1").decode(bytes.subarray(0, sniffedBytes))) ?? "windows-1252"
  );
}

/** As in Content-Type and `<meta>`, or in an XML declaration. */
function namedIn(text: string): string | undefined {
  return /(?:charset|<\?xml[^>]{0,200}encoding)\s*=[\s"']*([\w-]+)/i.exec(text)?.[1];
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
