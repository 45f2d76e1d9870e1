import { type Relation, relations } from "../../engine/model/index.ts";
import { defaultChoices } from "../../messages/defaultChoices.ts";
import type { DismissedVersion, ReportChoices } from "../../messages/protocol.ts";
import { browser } from "./api.ts";
import { reportChoicesKey } from "./settings.ts";

/** Returns the stored choices; missing or malformed ones have their default. */
export async function readReportChoices(): Promise<ReportChoices> {
  const stored = await browser.storage.local.get(reportChoicesKey);
  return parseReportChoices(stored[reportChoicesKey]);
}

/** Stores all choices; open pages follow through the changed key. */
export async function writeReportChoices(choices: ReportChoices): Promise<void> {
  await browser.storage.local.set({ [reportChoicesKey]: choices });
}

function parseReportChoices(stored: unknown): ReportChoices {
  if (typeof stored !== "object" || stored === null) return defaultChoices;
  const { leastScore, relationsHidden, dismissed } = stored as Record<string, unknown>;
  return {
    leastScore: typeof leastScore === "number" ? leastScore : defaultChoices.leastScore,
    relationsHidden: listOf(relationsHidden, isRelation),
    dismissed: listOf(dismissed, isDismissed),
  };
}

function listOf<Item>(stored: unknown, is: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(stored) ? stored.filter(is) : [];
}

function isRelation(item: unknown): item is Relation {
  return relations.includes(item as Relation);
}

function isDismissed(item: unknown): item is DismissedVersion {
  if (typeof item !== "object" || item === null) return false;
  return ["page", "article", "outlet", "corpus"].every(
    (key) => typeof Reflect.get(item, key) === "string",
  );
}
