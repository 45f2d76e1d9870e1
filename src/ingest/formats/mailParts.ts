/**
 * Pages in the format of mails: what browsers save as one file (MHTML, RFC 2557), and mails themselves (RFC 2045).
 * Header lines, an empty line, and a body, which may be several such parts between lines with a boundary. The first
 * part of HTML is the page, else the first of plain text. Linear in the file's length, at each of a few depths.
 */

/** The page in a file of parts. */
export interface MailedPage {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The address at which the page was saved, or null. */
  readonly address: string | null;
}

const longestHeaders = 20_000;
/** Mails have alternatives within what they have attachments beside. */
const deepest = 4;
const headerLines = /^(?:[A-Za-z][\w-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n/;

/** Returns the page in a file that is made of parts; null for a file of any other kind. */
export function pageInParts(bytes: Uint8Array): MailedPage | null {
  const start = binaryString(bytes.subarray(0, longestHeaders));
  const headers = headerLines.exec(start)?.[0];
  if (headers === undefined || header(headers, "MIME-Version") === null) return null;
  const page = firstPage(headers, binaryString(bytes.subarray(headers.length)), deepest);
  if (page === null) return null;
  const address = header(headers, "Snapshot-Content-Location") ?? page.address;
  return { ...page, address: address !== null && /^https?:/i.test(address) ? address : null };
}

function firstPage(headers: string, body: string, depth: number): MailedPage | null {
  const contentType = header(headers, "Content-Type") ?? "text/plain";
  const boundary = /^multipart\/.*?;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/is.exec(
    contentType,
  );
  if (boundary !== null) return pageAmong(body, boundary[1] ?? boundary[2]!, depth);
  if (!/^text\/(?:html|plain)\b|^application\/xhtml/i.test(contentType)) return null;
  const encoding = header(headers, "Content-Transfer-Encoding")?.toLowerCase();
  return {
    bytes: bytesOf(decoded(body, encoding)),
    contentType,
    address: header(headers, "Content-Location"),
  };
}

function pageAmong(body: string, boundary: string, depth: number): MailedPage | null {
  if (depth === 0) return null;
  let text: MailedPage | null = null;
  for (const part of body.split(`--${boundary}`).slice(1)) {
    const content = part.replace(/^[ \t]*\r?\n/, "");
    // A part may have no headers at all.
    const headers = headerLines.exec(content.slice(0, longestHeaders))?.[0] ?? "";
    const page = firstPage(headers, content.slice(headers.length), depth - 1);
    if (page !== null && !/^text\/plain/i.test(page.contentType)) return page;
    if (headers !== "") text ??= page;
  }
  return text;
}

/** Returns the value of a header, its lines joined; null if it is not there. */
function header(headers: string, name: string): string | null {
  const lines = headers.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const start = `${name.toLowerCase()}:`;
  const line = lines.find((one) => one.toLowerCase().startsWith(start));
  return line === undefined ? null : line.slice(start.length).trim();
}

/** Returns the body as it was before it was encoded for mails, a character for each byte. */
function decoded(body: string, encoding: string | undefined): string {
  if (encoding === "base64") return fromBase64(body);
  if (encoding !== "quoted-printable") return body;
  return body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([\dA-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function fromBase64(body: string): string {
  try {
    return atob(body.replace(/[^A-Za-z\d+/]/g, ""));
  } catch {
    return "";
  }
}

const chunkBytes = 8192;

/** Returns a text with a character for each byte: TextDecoder has no such encoding. */
function binaryString(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)));
  }
  return pieces.join("");
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
