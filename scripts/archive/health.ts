import { readFileSync } from "node:fs";
import { get as getPlainly } from "node:http";
import { get as getSecurely } from "node:https";
import { text } from "node:stream/consumers";
import type { ClusterSecurity } from "./security.ts";

/** Resolves to whether a node is one of so many in a green cluster; waits some seconds for it. */
export async function isGreen(
  address: string,
  nodeCount: number,
  security: ClusterSecurity | null,
): Promise<boolean> {
  const wanted = `wait_for_status=green&wait_for_nodes=ge(${nodeCount})&timeout=5s`;
  try {
    const answer = await answerOf(`${address}/_cluster/health?${wanted}`, security);
    const health = JSON.parse(answer) as { status?: string; timed_out?: boolean };
    return health.status === "green" && health.timed_out === false;
  } catch {
    return false;
  }
}

/** Resolves to the body of an answer. Uses node:https, because `fetch` cannot be given an authority. */
function answerOf(url: string, security: ClusterSecurity | null): Promise<string> {
  const get = security === null ? getPlainly : getSecurely;
  return new Promise((resolve, reject) => {
    const request = get(url, { ...trustOf(security), timeout: 10_000 }, (answer) => {
      text(answer).then(resolve, reject);
    });
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.on("error", reject);
  });
}

function trustOf(security: ClusterSecurity | null): object {
  if (security === null) return {};
  const { name, password } = security.writer;
  return { ca: readFileSync(security.authorityFile), auth: `${name}:${password}` };
}
