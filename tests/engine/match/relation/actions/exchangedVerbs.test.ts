import { describe, expect, it } from "vitest";
import { exchangedVerbs } from "../../../../../src/engine/match/relation/actions/exchangedVerbs.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../../preparedTexts.ts";

function exchangedIn(pageText: string, corpusText: string) {
  const { page, corpus, pairs, alignment } = compared(pageText, corpusText);
  return exchangedVerbs(sidesOf(page, corpus, pairs, alignment));
}

describe("a verb in the place of another", () => {
  it.each([
    ["Nine sailors were injured off Malta.", "Nine sailors were arrested off Malta."],
    ["The brewery will hire 80 people in Ghent.", "The brewery will lay off 80 people in Ghent."],
    ["The union called off the strike in Bergen.", "The union began the strike in Bergen."],
    ["The bank sold the hotel in Split.", "The bank bought the hotel in Split."],
    ["Parliament debated the water bill.", "Parliament passed the water bill."],
    ["The chapel in Evora was restored.", "The chapel in Evora was destroyed by fire."],
    ["The loan was repaid by Ghana.", "The loan was borrowed by Ghana."],
    ["Fans organised a march in Ghent.", "The police broke up a march in Ghent."],
    ["The king dissolved parliament in Oslo.", "The king reconvened parliament in Oslo."],
    ["The court annulled the vote in Bari.", "The court certified the vote in Bari."],
    ["A man was stabbed in Bremen.", "A man was poisoned in Bremen."],
    ["Rebels violated the truce in Aden.", "Rebels rejected the truce in Aden."],
    ["The tanker capsized off Malta.", "The tanker docked off Malta."],
    ["The bank was liquidated in Riga.", "The bank was bailed out in Riga."],
    ["The airline diverted nine flights to Turin.", "The airline cancelled nine flights to Turin."],
    ["The probe docked with the station Mir.", "The probe undocked from the station Mir."],
    ["The farm in Kent slaughtered 90 pigs.", "The farm in Kent vaccinated 90 pigs."],
    ["Nine patients were admitted in Lyon.", "Nine patients were discharged in Lyon."],
    ["Ten miners were trapped near Lota.", "Ten miners were rescued near Lota."],
    ["The referee disallowed a goal by Ajax.", "The referee awarded a goal by Ajax."],
    ["Ajax were relegated in May.", "Ajax were promoted in May."],
    ["The pope canonised nine nuns.", "The pope beatified nine nuns."],
    ["Nine pupils in Ghent passed the exam.", "Nine pupils in Ghent failed the exam."],
    ["Malta admitted 80 migrants from Libya.", "Malta turned back 80 migrants from Libya."],
    ["The firm in Oulu encrypted the data.", "The firm in Oulu erased the data."],
    ["The council in Bari recycled the waste.", "The council in Bari incinerated the waste."],
    ["Shares in Adria plummeted on Monday.", "Shares in Adria rebounded on Monday."],
    // To build is not the other side of a sale.
    ["Adria built the hotel in Split.", "The bank sold the hotel in Split."],
    // A no that belongs to something else.
    [
      "It did not rain and the council passed the harbour bill.",
      "It did not rain and the council postponed the harbour bill.",
    ],
    [
      "The council passed the harbour bill, not the school bill.",
      "The council postponed the harbour bill, not the school bill.",
    ],
  ])("names another action: %s %s", (page, corpus) => {
    expect(exchangedIn(page, corpus)).not.toBeNull();
    expect(exchangedIn(corpus, page)).not.toBeNull();
  });

  it.each([
    // The same action.
    ["Nine sailors were injured off Malta.", "Nine sailors were hurt off Malta."],
    ["The union called off the strike in Bergen.", "The union cancelled the strike in Bergen."],
    ["The army liberated the town of Tarn.", "The army captured the town of Tarn."],
    ["The king dissolved parliament in Oslo.", "The king suspended parliament in Oslo."],
    ["Egypt devalued the pound on Monday.", "Egypt floated the pound on Monday."],
    ["The fire in Bari was put out.", "The fire in Bari was contained."],
    ["The statue in Bari was toppled.", "The statue in Bari was removed."],
    ["Nine passengers disembarked in Turin.", "Nine passengers were evacuated in Turin."],
    ["Shares in Adria sank on Monday.", "Shares in Adria tumbled on Monday."],
    ["The coast guard intercepted 80 migrants.", "The coast guard rescued 80 migrants."],
    ["Peru imposed duties on tuna from Chile.", "Peru raised duties on tuna from Chile."],
    ["Nine patients in Lyon were cured.", "Nine patients in Lyon were discharged."],
    ["Tunisia pardoned 90 inmates in May.", "Tunisia freed 90 inmates in May."],
    ["The court in Bari acquitted the banker.", "The court in Bari freed the banker."],
    // Either may be told of one event.
    ["Support for the mayor of Ghent collapsed.", "Support for the mayor of Ghent fell."],
    ["The minister in Oslo resigned.", "The minister in Oslo was dismissed."],
    ["The rocket fired from Aden exploded.", "The rocket fired from Aden landed in Jazan."],
    // What one sells, the other buys.
    ["The bank sold the hotel in Split to Adria.", "Adria bought the hotel in Split."],
    // Both actions are named.
    ["Nine sailors were injured off Malta.", "Nine sailors were arrested off Malta, three hurt."],
    ["The arrest of nine injured sailors off Malta.", "Nine sailors were arrested off Malta."],
    // Not to do the one may be to do the other.
    ["The council will not cut the fares in Bari.", "The council will raise the fares in Bari."],
    // No action: an adjective, a noun, a verb with a particle that is not in the table.
    ["The bridge in Tarn is open.", "The bridge in Tarn was closed."],
    ["The hire of 80 people in Ghent is planned.", "80 people in Ghent were dismissed."],
    ["The mayor broke off talks in Ghent.", "The mayor signed talks in Ghent."],
    ["The fire service put out the fire in Bari.", "The fire service broke down in Bari."],
    ["An injured sailor of nine off Malta sang.", "Nine sailors were arrested off Malta."],
    // Nothing that both passages have is near.
    ["Nine sailors were injured off Malta.", "Two bakers were arrested in Turin."],
  ])("does not: %s %s", (page, corpus) => {
    expect(exchangedIn(page, corpus)).toBeNull();
    expect(exchangedIn(corpus, page)).toBeNull();
  });

  it("is left out, with its weight, when the rest is compared", () => {
    const verbs = exchangedIn(
      "Nine sailors were injured off Malta.",
      "Nine sailors were arrested off Malta.",
    );
    expect(verbs!.pageWeight).toBeGreaterThan(0);
    expect(verbs!.corpusWeight).toBeGreaterThan(0);
  });
});
