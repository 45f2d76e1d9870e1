import { ArchiveError, type ArchiveFailure } from "../archiveError.ts";
import { isObject } from "./answers.ts";
import { Patience, type Surroundings } from "./patience.ts";

/** Where a cluster is, who asks, and how long an answer may take. */
export interface ClusterAccess {
  /** Addresses of some nodes, without paths: any of them answers for all. */
  readonly nodes: readonly string[];
  /** The value of the Authorization header; null if the cluster knows no users. */
  readonly authorization: string | null;
  /** For one try at one node. */
  readonly timeoutMs: number;
  /** For all tries together. */
  readonly patienceMs: number;
}

/** One HTTP request to the cluster. */
export interface ClusterRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** From the slash on. It holds no key and no plain word: addresses are logged. */
  readonly path: string;
  /** JSON, or lines of JSON. */
  readonly body?: object | readonly object[];
}

/**
 * A search cluster, asked over HTTP. The published client does not run in browsers and weighs 279 KB;
 * this one knows the few requests of an archive. All of them may be repeated without harm, so each is:
 * at another node, after a pause, until it is answered or the patience is over.
 */
export interface Cluster {
  readonly access: ClusterAccess;
  /** The answer's JSON; null for "not found". Throws ArchiveError. */
  ask(request: ClusterRequest): Promise<unknown>;
  /** For what is to be tried again although the request itself was answered. */
  patience(): Patience;
  wait(delayMs: number): Promise<void>;
}

/** The statuses of a node that may answer the next time, or of which another may. */
const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** True for a status, of a request or of one item of it, that may be another one the next time. */
export function isPassing(status: number): boolean {
  return passingStatuses.has(status);
}

/** Returns a cluster that begins at a random node and moves on when one fails. */
export function createCluster(access: ClusterAccess, surroundings: Surroundings): Cluster {
  const { nodes } = access;
  /** The node that is asked first: one that failed makes way for the next. */
  let first = Math.floor(surroundings.random() * nodes.length);
  const patience = () => new Patience(surroundings, access.patienceMs);
  return {
    access,
    patience,
    wait: surroundings.wait,
    async ask(request) {
      const left = patience();
      for (let tries = 1; ; tries++) {
        const timeoutMs = Math.max(1, Math.min(access.timeoutMs, left.leftMs));
        const reply = await tried(nodes[first]!, request, access, timeoutMs, surroundings);
        if (reply.kind === "answer") return reply.value;
        first = (first + 1) % nodes.length;
        // The others are asked at once; only when all have failed is there something to wait for.
        const isLeft = left.leftMs > 0 && (tries % nodes.length !== 0 || (await left.pause()));
        if (!isLeft) throw reply.error;
      }
    },
  };
}

type Reply =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "passing"; readonly error: ArchiveError };

async function tried(
  node: string,
  request: ClusterRequest,
  { authorization }: ClusterAccess,
  timeoutMs: number,
  { fetch }: Surroundings,
): Promise<Reply> {
  const body = bodyOf(request);
  const settings: RequestInit = {
    method: request.method,
    headers: {
      ...(body === null ? {} : { "content-type": body.type }),
      ...(authorization === null ? {} : { authorization }),
    },
    body: body?.text ?? null,
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
  };
  try {
    const response = await fetch(node + request.path, settings);
    return replyOf(node, response.status, await response.text());
  } catch (cause) {
    const isLate = cause instanceof DOMException && cause.name === "TimeoutError";
    // What fetch throws where there is no answer, or half of one.
    if (!isLate && !(cause instanceof TypeError)) throw cause;
    const what = isLate
      ? `did not answer within ${Math.ceil(timeoutMs / 1000)} s`
      : "cannot be reached";
    const error = new ArchiveError("unreachable", `${node} ${what}`, { cause });
    return { kind: "passing", error };
  }
}

function bodyOf({ body }: ClusterRequest): { readonly type: string; readonly text: string } | null {
  if (body === undefined) return null;
  if (!Array.isArray(body)) return { type: "application/json", text: JSON.stringify(body) };
  const lines = body.map((line) => `${JSON.stringify(line)}\n`);
  return { type: "application/x-ndjson", text: lines.join("") };
}

function replyOf(node: string, status: number, text: string): Reply {
  const value = parsed(text);
  const reason = reasonOf(value);
  if (isPassing(status)) {
    const error = new ArchiveError("unavailable", `${node} answers ${status}${reason}`);
    return { kind: "passing", error };
  }
  if (value === undefined) {
    throw new ArchiveError(
      "badAnswer",
      `${node} answers, but not as OpenSearch does; check the address`,
    );
  }
  if (status === 404) return { kind: "answer", value: null };
  if (status >= 400) throw refusal(status, `${node} answers ${status}${reason}`);
  return { kind: "answer", value };
}

const failureOfStatus: Readonly<Record<number, readonly [ArchiveFailure, advice: string]>> = {
  401: ["notSignedIn", "; check the user's name and password"],
  403: ["notAllowed", "; ask whoever runs the cluster for that permission"],
};

/** The error for a status that will not be another one the next time. */
export function refusal(status: number, what: string): ArchiveError {
  const [failure, advice] = failureOfStatus[status] ?? ["badAnswer", ""];
  return new ArchiveError(failure, what + advice);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What stands before the nodes answers 401 in words of its own.
    return text === "Unauthorized" ? { error: { reason: text } } : undefined;
  }
}

/** What the answer gives as its reason, in brackets: its kind alone, since a reason may repeat what was asked. */
function reasonOf(value: unknown): string {
  const error = isObject(value) ? value.error : null;
  const type = isObject(error) ? error.type : null;
  return typeof type === "string" ? ` (${type})` : "";
}
