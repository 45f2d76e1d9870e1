import type { Envelope, ProblemCode, Reply } from "./protocol.ts";

/** Where a message came from, as reported by the browser, not by the sender. */
export interface Sender {
  /** A content script of ours, or one of our own pages. */
  readonly kind: "tab" | "extensionPage";
  readonly tabId: number | null;
  readonly frameId: number;
  /** The address of the sending document; null if the browser does not report it. */
  readonly url: string | null;
  /**
   * The address of the sender's tab, of which it may be a frame; null if the browser does not
   * report it.
   */
  readonly tabUrl: string | null;
  /** True for a private window, of which nothing may be kept. */
  readonly isPrivateWindow: boolean;
}

/** The rule for one message: who may send it, how its request is validated, and its handler. */
export interface Route<Request, Value> {
  readonly from: readonly Sender["kind"][];
  /** Returns the request, or throws when it is not one. */
  readonly parse: (request: unknown) => Request;
  readonly answer: (request: Request, sender: Sender) => Promise<Value> | Value;
}

/** The route of each message. */
export type Routes<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends { request: infer Q; reply: infer V }
    ? Route<Q, V>
    : never;
};

/** The parser of each message, which checks an unknown request or throws. */
export type Parsers<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends { request: infer Request }
    ? (request: unknown) => Request
    : never;
};

/** The handler of each message. */
export type Answers<Messages> = {
  readonly [Name in keyof Messages]: Messages[Name] extends { request: infer Q; reply: infer V }
    ? Route<Q, V>["answer"]
    : never;
};

/** Returns the routes of messages that the same senders may send. */
export function routesFrom<Messages>(
  from: readonly Sender["kind"][],
  parsers: Parsers<Messages>,
  answers: Answers<Messages>,
): Routes<Messages> {
  const names = Object.keys(answers) as (keyof Messages)[];
  const routes = names.map((name) => [name, { from, parse: parsers[name], answer: answers[name] }]);
  return Object.fromEntries(routes);
}

/** A failure that is shown to the reader; its code may be sent to the other side. */
export class ReaderError extends Error {
  override name = "ReaderError";

  constructor(readonly problem: ProblemCode) {
    super(problem);
  }
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === "object" &&
    message !== null &&
    typeof Reflect.get(message, "secondSource") === "string" &&
    "request" in message
  );
}

/**
 * Returns a router that answers messages by their routes. It returns null for messages that are not
 * ours, so that other listeners may answer them; otherwise a reply that never rejects.
 * @param report gets unexpected failures; the sender only learns that there was one
 */
export function createRouter<Messages>(
  routes: Routes<Messages>,
  report: (name: string, error: unknown) => void,
): (message: unknown, sender: Sender) => Promise<Reply<unknown>> | null {
  const known = new Map<string, Route<unknown, unknown>>(
    Object.entries(routes) as [string, Route<unknown, unknown>][],
  );
  return (message, sender) => {
    if (!isEnvelope(message)) return null;
    const route = known.get(message.secondSource);
    if (!route?.from.includes(sender.kind)) return null;
    return answerWith(route, message, sender, report);
  };
}

async function answerWith(
  route: Route<unknown, unknown>,
  message: Envelope,
  sender: Sender,
  report: (name: string, error: unknown) => void,
): Promise<Reply<unknown>> {
  let request: unknown;
  try {
    request = route.parse(message.request);
  } catch (error) {
    report(message.secondSource, error);
    return { ok: false, error: "unexpected" };
  }
  try {
    return { ok: true, value: await route.answer(request, sender) };
  } catch (error) {
    report(message.secondSource, error);
    return { ok: false, error: error instanceof ReaderError ? error.problem : "unexpected" };
  }
}
