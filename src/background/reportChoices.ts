import { splitReport } from "../engine/match/doubtful.ts";
import type { MatchReport } from "../engine/model/index.ts";
import { defaultChoices } from "../messages/defaultChoices.ts";
import { dismissedVersion } from "../messages/dismissedVersion.ts";
import type { DismissedVersion, ReportChoices } from "../messages/protocol.ts";
import { createSerialQueue } from "../platform/storage/serialQueue.ts";

/**
 * The most dismissed versions kept; the oldest are dropped first. They take a few hundred kilobytes
 * at most.
 */
const mostDismissed = 500;

/** The storage of the choices, given by main.ts. */
export interface ChoicesStore {
  read(): Promise<ReportChoices>;
  write(choices: ReportChoices): Promise<void>;
}

/** Keeps the reader's choices of what is shown. */
export interface ReportChoicesService {
  read(): Promise<ReportChoices>;
  change(changes: Partial<ReportChoices>): Promise<ReportChoices>;
  dismiss(version: DismissedVersion): Promise<ReportChoices>;
  restore(version: DismissedVersion): Promise<ReportChoices>;
}

/**
 * Returns the service. Changes run one after the other, so that none is lost between reading and
 * writing.
 */
export function createReportChoices({ read, write }: ChoicesStore): ReportChoicesService {
  const takeTurn = createSerialQueue();

  function inTurn(change: (choices: ReportChoices) => ReportChoices): Promise<ReportChoices> {
    return takeTurn(async () => {
      const changed = change(await read());
      await write(changed);
      return changed;
    });
  }

  return {
    read,
    change: (changes) => inTurn((choices) => ({ ...choices, ...changes })),
    dismiss: (version) =>
      inTurn((choices) => ({
        ...choices,
        dismissed: [...without(choices, version), version].slice(-mostDismissed),
      })),
    restore: (version) =>
      inTurn((choices) => ({ ...choices, dismissed: without(choices, version) })),
  };
}

function without({ dismissed }: ReportChoices, version: DismissedVersion): DismissedVersion[] {
  return dismissed.filter((other) => keyOf(other) !== keyOf(version));
}

/** True if the reader has chosen nothing. */
export function areDefault({ leastScore, relationsHidden, dismissed }: ReportChoices): boolean {
  return (
    leastScore === defaultChoices.leastScore &&
    relationsHidden.length === 0 &&
    dismissed.length === 0
  );
}

/** Applies the reader's choices to a report: lower scores are doubtful. */
export function applyChoices(report: MatchReport, choices: ReportChoices): MatchReport {
  const dismissed = new Set(choices.dismissed.map(keyOf));
  return splitReport(report, (match, reference) => {
    if (choices.relationsHidden.includes(reference.relation)) return "hidden";
    if (dismissed.size > 0 && dismissed.has(keyOf(dismissedVersion(match, reference))))
      return "hidden";
    return reference.score >= choices.leastScore ? "shown" : "doubtful";
  });
}

function keyOf({ page, article, corpus }: DismissedVersion): string {
  return `${article}\n${page}\n${corpus}`;
}
