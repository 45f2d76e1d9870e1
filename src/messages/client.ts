import type { OffscreenMessages } from "./offscreenProtocol.ts";
import type { BackgroundMessages, Envelope, ProblemCode, Reply, TabMessages } from "./protocol.ts";

/** Sends one envelope to the other side and returns its answer, unvalidated. */
export type Transport = (envelope: Envelope) => Promise<unknown>;

/** The other side answered that it could not do what was asked. */
export class RefusedError extends Error {
  override name = "RefusedError";

  constructor(readonly problem: ProblemCode) {
    super(problem);
  }
}

/** Thrown if nobody answered: the background is restarting, or the tab has no content script. */
export class UnansweredError extends Error {
  override name = "UnansweredError";
}

/** Returns the problem code of a failed request, for which the interface has words. */
export function problemOf(error: unknown): ProblemCode {
  if (error instanceof RefusedError) return error.problem;
  return error instanceof UnansweredError ? "silent" : "unexpected";
}

type Send<Messages> = <Name extends keyof Messages & string>(
  name: Name,
  request: Messages[Name] extends { request: infer Request } ? Request : never,
) => Promise<Messages[Name] extends { reply: infer Value } ? Value : never>;

/** Sends requests to the background. */
export type BackgroundClient = Send<BackgroundMessages>;
/** Sends requests to the content script of a tab. */
export type TabClient = Send<TabMessages>;
/** Sends requests to the offscreen document. */
export type OffscreenClient = Send<OffscreenMessages>;

function isReply(answer: unknown): answer is Reply<unknown> {
  if (typeof answer !== "object" || answer === null || !("ok" in answer)) return false;
  return (
    answer.ok === true || (answer.ok === false && typeof Reflect.get(answer, "error") === "string")
  );
}

function createSend<Messages>(transport: Transport): Send<Messages> {
  return async (name, request) => {
    let answer: unknown;
    try {
      answer = await transport({ secondSource: name, request });
    } catch (cause) {
      throw new UnansweredError(`No answer to ${name}`, { cause });
    }
    if (!isReply(answer)) throw new UnansweredError(`No answer to ${name}`);
    if (!answer.ok) throw new RefusedError(answer.error);
    return answer.value as never;
  };
}

/**
 * Returns a client of the background. It throws RefusedError, or UnansweredError if nobody answers.
 */
export function createBackgroundClient(transport: Transport): BackgroundClient {
  return createSend<BackgroundMessages>(transport);
}

/** Returns a client of one tab's content script. Throws as above. */
export function createTabClient(transport: Transport): TabClient {
  return createSend<TabMessages>(transport);
}

/** Returns a client of the offscreen document. Throws as above. */
export function createOffscreenClient(transport: Transport): OffscreenClient {
  return createSend<OffscreenMessages>(transport);
}
