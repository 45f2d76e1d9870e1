import fc from "fast-check";
import { expect, it } from "vitest";
import type { PublicationDate } from "../../../src/engine/model/index.ts";
import { firstToPrint, inOrderOfPublication } from "../../../src/ui/report/crossReferences.ts";
import { listMatches } from "../../../src/ui/report/listedMatch.ts";
import { summarise } from "../../../src/ui/report/reportSummary.ts";
import { match, reference, report } from "../support/reportBuilder.ts";

/** A minute as clocks show it that are so many quarters of an hour ahead of UTC. */
function inZone(minute: number, quarters: number): PublicationDate {
  const ahead = quarters * 15;
  const clock = new Date((minute + ahead) * 60_000).toISOString().slice(0, 16);
  const part = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const far = Math.abs(ahead);
  const zone = `${ahead < 0 ? "-" : "+"}${part(far / 60)}:${part(far % 60)}`;
  return { value: `${clock}${zone}`, precision: "minute", basis: "stated" };
}

const zones = fc.integer({ min: -40, max: 52 });
/** Of two days, so that many fall on both sides of a midnight. */
const minutes = fc.integer({ min: 0, max: 2_880 }).map((its) => Date.UTC(2019, 0) / 60_000 + its);
const printings = fc.array(fc.record({ minute: minutes, one: zones, other: zones }), {
  minLength: 2,
  maxLength: 6,
});

/** What headline, list in time and each passage say of who was first; the first printing is the page's. */
function told(dates: readonly PublicationDate[]) {
  const [published = null, ...others] = dates;
  const references = others.map((date, at) =>
    reference({ outlet: `Outlet ${at}`, published: date, relation: "verbatim" }),
  );
  const plain = report([match({ references })]);
  const shown = { ...plain, page: { ...plain.page, published } };
  const first = firstToPrint(shown.matches[0]!, shown.page);
  const { earliest } = summarise(shown);
  return {
    order: inOrderOfPublication(listMatches(shown, []), shown.page).map(({ outlet }) => outlet),
    first: first.kind === "outlet" ? first.printing.outlet : first,
    headline: earliest.kind === "outlet" ? earliest.printing.outlet : earliest,
  };
}

it("who was first is the same in headline, list and passage, in whatever zones times are told", () => {
  fc.assert(
    fc.property(printings, (all) => {
      const before = told(all.map(({ minute, one }) => inZone(minute, one)));
      expect(told(all.map(({ minute, other }) => inZone(minute, other)))).toEqual(before);
      expect(before.headline).toEqual(before.first);
    }),
  );
});
