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

/** The code of a failed question, to be put into words by the interface. */
export function problemOf(error: unknown): ProblemCode {
  if (error instanceof RefusedError) return error.problem;
  return error instanceof UnansweredError ? "silent" : "unexpected";
}

type Send<Messages> = <Name extends keyof Messages & string>(
  name: Name,
  request: Messages[Name] extends { request: infer Request } ? Request : never,
) => Promise<Messages[Name] extends { reply: infer Value } ? Value : never>;

/** Asks the background. */
export type BackgroundClient = Send<BackgroundMessages>;
/** Asks the content script of a tab. */
export type TabClient = Send<TabMessages>;
/** Asks the offscreen document. */
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

/** Speaks to the content script of one tab. Throws as above. */
export function createTabClient(transport: Transport): TabClient {
  return createSend<TabMessages>(transport);
}

/** Speaks to the room of work that needs a document. Throws as above. */
export function createOffscreenClient(transport: Transport): OffscreenClient {
  return createSend<OffscreenMessages>(transport);
}
