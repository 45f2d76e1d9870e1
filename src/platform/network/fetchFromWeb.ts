/**
 * The only place where Second Source sends requests to the network: to an address that the reader
 * gave (a feed, a pack), or to an article that a followed feed names. Without cookies and referrer,
 * http(s) only, no redirects to another site, and with limits on size and time.
 */
import type { Confine, Confined } from "./confine.ts";

/** A request, with the limits for its answer. */
export interface WebRequest {
  readonly url: string;
  /** Media types in the order of preference, as an Accept header. */
  readonly accept: string;
  /** The ETag of the last answer, so that the same need not be sent again; null the first time. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Counted after decompression. */
  readonly mostBytes: number;
  /** The limit for the whole answer, from the first byte sent to the last one read. */
  readonly timeoutMs: number;
  /** The only origins that are asked, wherever redirects lead; the address's own among them. */
  readonly within: readonly string[];
}

/** What a server answered. */
export type WebAnswer =
  /** The server says that its last answer is still valid. */
  | { readonly kind: "notModified" }
  | {
      readonly kind: "content";
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** As stated by the server, or "". */
      readonly contentType: string;
      /** The address after redirects. */
      readonly url: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

/** Why nothing usable came. */
export type WebFailure =
  /** No connection, a loop of redirects, an answer that broke off, or no permission for the host. */
  | "unreachable"
  | "timedOut"
  | "tooLarge"
  /** Neither http nor https, with a password in it, or at an origin that may not be asked. */
  | "forbiddenAddress"
  /** The server redirects to another site or port, which was not followed. */
  | "redirected"
  /** The server says that it is not there any more. */
  | "gone"
  /** Any other status than success. */
  | "refused";

/** A failed request, with a reason that the reader can be shown. */
export class WebError extends Error {
  override readonly name = "WebError";

  constructor(
    readonly failure: WebFailure,
    /** How long the server asks us to wait; null if it does not say. */
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

/**
 * Fetches a page or feed, confined to the sites that the request allows.
 * @throws WebError, and nothing else
 */
export async function fetchFromWeb(request: WebRequest, confine: Confine): Promise<WebAnswer> {
  if (!isOpen(request.url, request.within)) throw new WebError("forbiddenAddress");
  return confine(request.within, (confined) => fetchConfined(request, confined));
}

async function fetchConfined(request: WebRequest, confined: Confined): Promise<WebAnswer> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), request.timeoutMs);
  try {
    return await answerOf(await send(request, confined.fetch, timeout.signal), request);
  } catch (cause) {
    if (timeout.signal.aborted) throw new WebError("timedOut", null, { cause });
    if (cause instanceof WebError) throw cause;
    const failure = (await confined.refusedRedirect()) ? "redirected" : "unreachable";
    throw new WebError(failure, null, { cause });
  } finally {
    clearTimeout(timer);
    // The rest of the answer is not waited for.
    timeout.abort();
  }
}

function isOpen(address: string, within: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, origin, username } = new URL(address);
  const isWeb = (protocol === "http:" || protocol === "https:") && username === "";
  return isWeb && within.includes(origin);
}

function send(
  { url, accept, etag, lastModified }: WebRequest,
  fetchAny: typeof fetch,
  signal: AbortSignal,
): Promise<Response> {
  return fetchAny(url, {
    headers: {
      accept,
      ...(etag === null ? {} : { "if-none-match": etag }),
      ...(lastModified === null ? {} : { "if-modified-since": lastModified }),
    },
    signal,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // Validators are ours; the browser's cache would answer in the server's place.
    cache: "no-store",
    redirect: "follow",
  });
}

async function answerOf(response: Response, request: WebRequest): Promise<WebAnswer> {
  // The browser should not have gone there; should it have, nothing is taken from there.
  if (!isOpen(response.url || request.url, request.within)) throw new WebError("redirected");
  if (response.status === 304) return { kind: "notModified" };
  if (response.status === 410) throw new WebError("gone");
  if (!response.ok) throw new WebError("refused", retryAfterMs(response.headers));
  return {
    kind: "content",
    bytes: await readBounded(response, request.mostBytes),
    contentType: response.headers.get("content-type") ?? "",
    url: response.url || request.url,
    etag: response.headers.get("etag"),
    lastModified: response.headers.get("last-modified"),
  };
}

/** Reads an answer up to a limit. The stated length is only used to refuse one that is too long. */
async function readBounded(
  response: Response,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get("content-length")) > mostBytes) throw new WebError("tooLarge");
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    length += step.value.length;
    if (length > mostBytes) throw new WebError("tooLarge");
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Seconds only: a date would need the server's clock. */
function retryAfterMs(headers: Headers): number | null {
  const stated = headers.get("retry-after") ?? "";
  return /^\d{1,7}$/.test(stated) ? Number(stated) * 1_000 : null;
}
