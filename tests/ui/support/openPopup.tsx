import { render, screen, waitFor } from "@testing-library/preact";
import { expect } from "vitest";
import type { MatchReport } from "../../../src/engine/model/index.ts";
import type { PageState } from "../../../src/messages/protocol.ts";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { Popup } from "../../../src/ui/popup/Popup.tsx";
import { createPopupModel } from "../../../src/ui/popup/popupModel.ts";
import { englishWording } from "./englishWording.ts";

import { type FakeWorld, fakePorts } from "./fakePorts.ts";
import { inferred, match, reference, report } from "./reportBuilder.ts";
/** The state of a page that has been matched; every match has a mark unless `placed` says otherwise. */
export function matched(itsReport: MatchReport, placed?: readonly boolean[]) {
  return {
    kind: "matched",
    report: itsReport,
    placed: placed ?? itsReport.matches.map(() => true),
    meaning: null,
    archive: null,
  } satisfies PageState;
}

/** Opens the popup in a fake world and waits until its first questions are answered. */
export async function openPopup(world: FakeWorld): Promise<{ sent: string[] }> {
  const { ports, sent } = fakePorts(world);
  const model = createPopupModel(ports);
  render(
    <WordingContext.Provider value={englishWording()}>
      <Popup model={model} />
    </WordingContext.Provider>,
  );
  await model.load();
  await waitFor(() => expect(screen.getByRole("main").getAttribute("aria-busy")).toBe("false"));
  return { sent };
}

/** Returns the button with a name; throws if there is none. */
export function button(name: string | RegExp): HTMLElement {
  return screen.getByRole("button", { name });
}

/** Three matches: reworded, verbatim, differs. */
export const threeRelations = report([
  match({
    relation: "reworded",
    exact: "First passage.",
    references: [
      reference({ kind: "quote", speaker: "Sergei Lavrov" }),
      reference({ outlet: "Pref News", published: inferred("2018-12-29") }),
    ],
  }),
  match({ relation: "verbatim", exact: "Second passage." }),
  match({ relation: "differs", exact: "Third passage." }),
]);
