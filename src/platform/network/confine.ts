/** Access to the web that is limited to a few origins. */
export interface Confined {
  readonly fetch: typeof fetch;
  /**
   * True if a redirect was not followed because it led outside these origins; asked after a
   * failure.
   */
  refusedRedirect(): Promise<boolean>;
}

/** Gives `use` access to these origins, until `use` has ended. */
export type Confine = <Value>(
  origins: readonly string[],
  use: (confined: Confined) => Promise<Value>,
) => Promise<Value>;

/**
 * Chromium reports a refused redirect a few milliseconds after the request has failed. This is long
 * enough for a busy machine; other failures reach the reader so much later.
 */
const reportDelayMs = 500;

/**
 * Confines requests by a content security policy, which both browsers check at every redirect before
 * they make the next request; extensions cannot see where a redirect leads. Each request is made
 * from a frame of its own, as a policy holds for a whole document:
 *
 *   our document ── frame ── <meta http-equiv="Content-Security-Policy" content="connect-src ORIGINS">
 *                     └─ its window's fetch: the policies of both documents hold
 */
export function confineByPolicy(document: Document): Confine {
  return async (origins, use) => {
    const policy = origins.filter(fitsPolicy).join(" ");
    if (policy === "") return use(withoutRedirects(document));
    const frame = openFrame(document, `connect-src ${policy}`);
    try {
      return await use(confinedTo(frame));
    } finally {
      frame.remove();
    }
  };
}

/**
 * True if a policy can name an origin. It cannot name IPv6 addresses, and browsers disagree about
 * underscores.
 */
function fitsPolicy(origin: string): boolean {
  return /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(origin);
}

/** Returns an empty frame of our own origin, under our policy and this one. */
function openFrame(document: Document, policy: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const inside = frame.contentDocument as Document;
  const meta = inside.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  // A policy applies as soon as its element is in the head.
  inside.head.append(meta);
  return frame;
}

function confinedTo(frame: HTMLIFrameElement): Confined {
  const view = frame.contentWindow as Window & typeof globalThis;
  const refused = new Promise<boolean>((resolve) => {
    view.document.addEventListener("securitypolicyviolation", () => resolve(true));
  });
  return {
    fetch: (...request) => view.fetch(...request),
    refusedRedirect: () =>
      Promise.race([
        refused,
        new Promise<boolean>((resolve) => setTimeout(resolve, reportDelayMs, false)),
      ]),
  };
}

/** For hosts that no policy can name: follows no redirect at all. */
function withoutRedirects(document: Document): Confined {
  const view = document.defaultView as Window & typeof globalThis;
  return {
    fetch: (address, init) => view.fetch(address, { ...init, redirect: "error" }),
    refusedRedirect: async () => false,
  };
}
