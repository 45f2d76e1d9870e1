// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WordingContext } from "../../../src/ui/components/wording.ts";
import { DoubtfulMatches } from "../../../src/ui/report/DoubtfulMatches.tsx";
import { ReportView } from "../../../src/ui/report/ReportView.tsx";
import { englishWording } from "../support/englishWording.ts";
import { expectAccessible } from "../support/expectAccessible.ts";
import { reportActions } from "../support/reportActions.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "Second Source";
});
afterEach(cleanup);

const doubtful = [
  match({
    exact: "A doubtful passage.",
    references: [reference({ outlet: "Pref News", score: 0.4 })],
  }),
  match({ exact: "Another one.", references: [reference({ score: 0.35 })] }),
];

const found = report([match({ exact: "A sure passage." })], { doubtful });

it("are folded away below the others, and counted with none of them", async () => {
  const actions = reportActions();
  render(
    <WordingContext.Provider value={englishWording()}>
      <main>
        <ReportView
          order="page"
          onOrder={() => undefined}
          report={found}
          placed={[true]}
          actions={actions}
        />
      </main>
    </WordingContext.Provider>,
  );
  expect(screen.queryByText("A doubtful passage.")).toBeNull();
  expect(screen.getByText(/^One passage on this page/)).toBeTruthy();
  const button = screen.getByRole("button", { name: "2 doubtful matches" });
  expect(button.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(button);
  const list = within(screen.getByRole("list", { name: "Doubtful matches" }));
  // There is no mark to jump to, and none is missed.
  expect(list.getByText("A doubtful passage.").tagName).toBe("P");
  expect(screen.queryByText(/^Not found in the page/)).toBeNull();
  fireEvent.click(list.getByRole("button", { name: "Not a match: Pref News" }));
  expect(actions.dismiss).toHaveBeenCalledWith(doubtful[0], doubtful[0]!.references[0]);
  await expectAccessible();
  fireEvent.click(screen.getByRole("button", { name: "Hide doubtful matches" }));
  expect(screen.queryByText("A doubtful passage.")).toBeNull();
});

it("are not spoken of where there is none", () => {
  const { container } = render(
    <WordingContext.Provider value={englishWording()}>
      <DoubtfulMatches report={report([match({})])} />
    </WordingContext.Provider>,
  );
  expect(container.textContent).toBe("");
});
