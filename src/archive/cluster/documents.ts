import { ArchiveError } from "../archiveError.ts";
import { type AnswerObject, isObject, numberIn, objectsIn } from "./answers.ts";
import type { Cluster } from "./cluster.ts";
import type { MissingParts } from "./missingParts.ts";
import { failed, type Outcome, untilDone } from "./untilDone.ts";

/**
 * Returns the stored fields of documents by id, in order; null for missing ones. Throws
 * ArchiveError.
 * @param missing if given, documents whose part does not answer are counted there, and are null
 */
export function fieldsOf(
  cluster: Cluster,
  index: string,
  ids: readonly string[],
  fields: readonly string[],
  missing: MissingParts | null = null,
): Promise<readonly (StoredFields | null)[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const path = `/${index}/_mget?stored_fields=${fields.join(",")}`;
  const send = async (some: readonly string[]) => {
    const answer = await cluster.ask({ method: "POST", path, body: { ids: some } });
    if (answer === null) throw new ArchiveError("notThere", `there is no index ${index}`);
    return objectsIn(answer, "docs").map(outcomeOfRead);
  };
  const accept = missing && (() => void missing.documents++);
  return untilDone(cluster, ids, "reading documents", send, accept);
}

/** The values of stored fields, by name, and the document's version. */
export type StoredFields = Readonly<Record<string, readonly unknown[]>> & {
  readonly _version?: readonly number[];
};

function outcomeOfRead(document: AnswerObject): Outcome<StoredFields | null> {
  const { error } = document;
  // An error of one document has no status. Unless it concerns permissions it may be temporary.
  if (isObject(error)) {
    return { ...failed(statusOf(error), "reading a document", error), partial: null };
  }
  if (document.found !== true) return { kind: "done", answer: null };
  const version = { _version: [numberIn(document, "_version")] };
  return { kind: "done", answer: { ...(document.fields as StoredFields), ...version } };
}

function statusOf({ type }: AnswerObject): number {
  if (type === "security_exception") return 403;
  return type === "index_not_found_exception" ? 404 : 503;
}
