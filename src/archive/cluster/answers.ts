import { ArchiveError } from "../archiveError.ts";

/** An object in an answer's JSON, not yet validated. */
export type AnswerObject = Readonly<Record<string, unknown>>;

/** True for a JSON object, false for arrays and null. */
export function isObject(value: unknown): value is AnswerObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the member as an object. Throws ArchiveError. */
export function objectIn(value: unknown, name: string): AnswerObject {
  const member = isObject(value) ? value[name] : undefined;
  if (!isObject(member)) throw badAnswer(name);
  return member;
}

/** Returns the member as an array of objects. Throws ArchiveError. */
export function objectsIn(value: unknown, name: string): readonly AnswerObject[] {
  const member = isObject(value) ? value[name] : undefined;
  if (!Array.isArray(member) || !member.every(isObject)) throw badAnswer(name);
  return member;
}

/** Returns the member as a number. Throws ArchiveError. */
export function numberIn(value: unknown, name: string): number {
  const member = isObject(value) ? value[name] : undefined;
  if (typeof member !== "number" || !Number.isFinite(member)) throw badAnswer(name);
  return member;
}

/** Returns the member as a string. Throws ArchiveError. */
export function textIn(value: unknown, name: string): string {
  const member = isObject(value) ? value[name] : undefined;
  if (typeof member !== "string") throw badAnswer(name);
  return member;
}

function badAnswer(name: string): ArchiveError {
  return new ArchiveError("badAnswer", `the cluster's answer has no usable "${name}"`);
}
