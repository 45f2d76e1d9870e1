import { ArchiveError, type ArchiveFailure } from "../archiveError.ts";
import { isObject } from "./answers.ts";
import { certificateProblem } from "./certificateProblem.ts";
import { type ClusterPorts, RetryTimer } from "./retryTimer.ts";

/** The address of a cluster, the credentials, and the time limits. */
export interface ClusterAccess {
  /** Addresses of some nodes, without paths; any of them answers for all. */
  readonly nodes: readonly string[];
  /** The value of the Authorization header; null if the cluster has no users. */
  readonly authorization: string | null;
  /** The limit of one try at one node. */
  readonly timeoutMs: number;
  /** The limit of all tries together. */
  readonly totalTimeoutMs: number;
  /**
   * Returns the time by which all requests have to be done, on the ports' clock. A page takes
   * several requests.
   */
  readonly deadlineMs?: () => number;
}

/** One HTTP request to the cluster. */
export interface ClusterRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /**
   * The path from the slash on. It contains no key and no plain word, since addresses are logged.
   */
  readonly path: string;
  /** One JSON object, or several as lines of JSON. */
  readonly body?: object | readonly object[];
}

/**
 * A client of a search cluster over HTTP. The official client does not run in browsers and has 279
 * KB; this one makes the few requests that an archive needs. All of them can be repeated without
 * harm (writes have versions), so each is repeated at another node, after a pause, until it is answered or the time is up.
 */
export interface Cluster {
  readonly access: ClusterAccess;
  /** Resolves to the answer's JSON; null for "not found". Throws ArchiveError. */
  ask(request: ClusterRequest): Promise<unknown>;
  /** Returns a timer for callers that retry a part of an answered request. */
  retryTimer(): RetryTimer;
  wait(delayMs: number): Promise<void>;
}

/** The statuses after which the same node or another one may answer the next time. */
const transientStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** True for a status of a request or an item that may differ the next time. */
export function isTransient(status: number): boolean {
  return transientStatuses.has(status);
}

/** Returns a cluster that begins at a random node and moves on when one fails. */
export function createCluster(access: ClusterAccess, ports: ClusterPorts): Cluster {
  const { nodes } = access;
  /** The index of the node that is asked first; after a failure, the next one. */
  let first = Math.floor(ports.random() * nodes.length);
  const retryTimer = () => {
    const end = ports.now() + access.totalTimeoutMs;
    return new RetryTimer(ports, Math.min(end, access.deadlineMs?.() ?? end));
  };
  return {
    access,
    retryTimer,
    wait: ports.wait,
    async ask(request) {
      const left = retryTimer();
      if (left.leftMs === 0) throw new ArchiveError("unreachable", "the time limit has passed");
      for (let tries = 1; ; tries++) {
        const timeoutMs = Math.max(1, Math.min(access.timeoutMs, left.leftMs));
        const reply = await tried(nodes[first]!, request, access, timeoutMs, ports);
        if (reply.kind === "answer") return reply.value;
        first = (first + 1) % nodes.length;
        // The other nodes are asked at once; a pause follows only when all have failed.
        const isLeft = left.leftMs > 0 && (tries % nodes.length !== 0 || (await left.pause()));
        if (!isLeft) throw reply.error;
      }
    },
  };
}

type Reply =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "transient"; readonly error: ArchiveError };

async function tried(
  node: string,
  request: ClusterRequest,
  { authorization }: ClusterAccess,
  timeoutMs: number,
  { fetch }: ClusterPorts,
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
    const untrusted = certificateProblem(cause);
    if (untrusted !== null)
      throw new ArchiveError("unreachable", `${node} ${untrusted}`, { cause });
    const isLate = cause instanceof DOMException && cause.name === "TimeoutError";
    // Fetch throws a TypeError if there is no answer or only half of one.
    if (!isLate && !(cause instanceof TypeError)) throw cause;
    const what = isLate
      ? `did not answer within ${Math.ceil(timeoutMs / 1000)} s`
      : "cannot be reached";
    const error = new ArchiveError("unreachable", `${node} ${what}`, { cause });
    return { kind: "transient", error };
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
  if (isTransient(status)) {
    const error = new ArchiveError("unavailable", `${node} answers ${status}${reason}`);
    return { kind: "transient", error };
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

/** Returns the error for a status that will be the same the next time. */
export function refusal(status: number, what: string): ArchiveError {
  const [failure, advice] = failureOfStatus[status] ?? ["badAnswer", ""];
  return new ArchiveError(failure, what + advice);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy before the nodes answers 401 in its own words.
    return text === "Unauthorized" ? { error: { reason: text } } : undefined;
  }
}

/**
 * Returns the answer's reason in brackets. Only its type is used, since its text may repeat the
 * request.
 */
function reasonOf(value: unknown): string {
  const error = isObject(value) ? value.error : null;
  const type = isObject(error) ? error.type : null;
  return typeof type === "string" ? ` (${type})` : "";
}
