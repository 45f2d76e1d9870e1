/** Which slots differ between two passages. Long, because it is one table of cases. */
import { describe, expect, it } from "vitest";
import { type SlotCase, slotsOf } from "./slotsOf.ts";

describe("numbers", () => {
  it.each<SlotCase>([
    [
      "beside a shared word before",
      "Police counted 40.",
      "Police counted 60.",
      ["number: 40 / 60"],
    ],
    ["beside a shared word after", "40 tractors.", "60 tractors.", ["number: 40 / 60"]],
    [
      "of one unit, of another thing",
      "Barley fetched $40 yesterday.",
      "For wheat they ask $60.",
      [],
    ],
    ["of another action", "Police found 40.", "Police seized 60.", []],
    ["of the same action", "Police found old 40.", "Police found rusty 60.", ["number: 40 / 60"]],
    ["of which one is rounded", "Police seized $1.33 billion.", "Police seized $1.3 billion.", []],
    [
      "that cannot be rounded to one",
      "Police seized $1.4 billion.",
      "Police seized $1.3 billion.",
      ["number: $1.4 billion / $1.3 billion"],
    ],
    [
      "of which one is a bound",
      "Police counted over 1 million.",
      "Police counted 1.8 million.",
      [],
    ],
    [
      "of others beside them",
      "Police counted four other tractors.",
      "Police counted five tractors.",
      [],
    ],
    ["of two units", "Police found stolen $40.", "Police seized rusty 50 percent.", []],
    [
      "one of two, of the same action",
      "Police found 40, 50.",
      "Police found 60.",
      ["number: 40 / 60"],
    ],
    [
      "one of two, two words from a shared one",
      "Police found stolen 40, 50.",
      "Police seized rusty 60.",
      [],
    ],
    ["shared, beside another of the corpus", "Police counted 40.", "Police counted 40, 60.", []],
    ["shared, beside another of the page", "Barley at $40 or $60.", "Barley at $40.", []],
    ["on two sides of a shared word", "Police 40, 50.", "60 police.", []],
    ["each answered once", "Police counted 40 and 50.", "Police counted 60.", ["number: 40 / 60"]],
    [
      "that can both be true",
      "Police counted 40 tractors, over 50 in all.",
      "Police counted 40 tractors, then 70.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("dates", () => {
  it.each<SlotCase>([
    [
      "of two months beside each other",
      "The trial begins in April 2018.",
      "The trial will begin in May 2018.",
      ["date: April 2018 / May 2018"],
    ],
    [
      "of two years beside each other",
      "The choir was founded in 1998.",
      "The choir was founded in 1999.",
      ["date: 1998 / 1999"],
    ],
    [
      "of a plan that was given up",
      "The trial begins in June.",
      "The trial was to have begun in May.",
      [],
    ],
    [
      "of what was planned at first",
      "The trial will begin in June 2018.",
      "The trial had been due to begin in May 2018.",
      [],
    ],
    [
      "one against one",
      "The mayor resigned on Dec. 18, 2018.",
      "The mayor resigned on Dec. 20, 2018.",
      ["date: Dec. 18, 2018 / Dec. 20, 2018"],
    ],
    [
      "two on the page, one of the same action",
      "The mayor, elected on Dec. 11, 2018, resigned on Dec. 18, 2018.",
      "The mayor resigned on Dec. 20, 2018.",
      ["date: Dec. 18, 2018 / Dec. 20, 2018"],
    ],
    [
      "two in the corpus, one of the same action",
      "The mayor resigned on Dec. 20, 2018.",
      "The mayor, elected on Dec. 11, 2018, resigned on Dec. 18, 2018.",
      ["date: Dec. 20, 2018 / Dec. 18, 2018"],
    ],
    [
      "of two actions",
      "The mayor was elected on Dec. 11, 2018.",
      "The mayor resigned on Dec. 20, 2018.",
      [],
    ],
    [
      "since and until",
      "The bridge was closed since March 2018.",
      "The bridge was closed until May 2018.",
      [],
    ],
    [
      "the one of two that is not shared",
      "The mayor, elected on Dec. 11, 2018, resigned on Dec. 18, 2018.",
      "The mayor, elected on Dec. 11, 2018, resigned on Dec. 20, 2018.",
      ["date: Dec. 18, 2018 / Dec. 20, 2018"],
    ],
    [
      "that is a year",
      "The mayor, elected in 2011, resigned.",
      "The mayor resigned on Dec. 20, 2018.",
      [],
    ],
    [
      "that is a month",
      "The mayor resigned in November 2018.",
      "The mayor resigned on Dec. 20, 2018.",
      ["date: November 2018 / Dec. 20, 2018"],
    ],
    [
      "a day that is not known",
      "The mayor resigned on Saturday.",
      "The mayor resigned on Dec. 20, 2018.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("names", () => {
  it.each<SlotCase>([
    ["unknown, after “in”", "He spoke in Orsha.", "He spoke in Gorki.", ["place: Orsha / Gorki"]],
    ["unknown", "He spoke about Orsha.", "He spoke about Gorki.", ["actor: Orsha / Gorki"]],
    [
      "before a shared word",
      "Then Orsha mourned.",
      "Later Gorki mourned.",
      ["actor: Orsha / Gorki"],
    ],
    ["of a person and a place", "He spoke with Vladimir Putin.", "He spoke in Moscow.", []],
    [
      "of a person and a body",
      "Then Vladimir Putin mourned.",
      "Later the Security Council mourned.",
      [],
    ],
    [
      "of two people",
      "Then Vladimir Putin mourned.",
      "Later Angela Merkel mourned.",
      ["actor: Vladimir Putin / Angela Merkel"],
    ],
    ["of places, after “in” and “from”", "He spoke in Orsha.", "He spoke from Gorki.", []],
    [
      "of a person and of nobody knows whom",
      "Then Vladimir Putin mourned.",
      "Later Gorki mourned.",
      ["actor: Vladimir Putin / Gorki"],
    ],
    ["of who did it and to whom", "Then Orsha mourned.", "Over Gorki mourned.", []],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("yes and no", () => {
  it.each<SlotCase>([
    ["a no before a name", "It was not Moscow.", "It was Moscow.", []],
    [
      "a denial of an action told in another word",
      "He denied attacking Moscow.",
      "He raided Moscow.",
      ["negation: denied attacking / raided"],
    ],
    [
      "a no before an action told in another word",
      "He never attacked Moscow.",
      "He raided Moscow.",
      [],
    ],
    [
      "a no before the action",
      "The mayor never sold the bridge.",
      "The mayor sold the bridge.",
      ["negation: never sold / sold"],
    ],
    [
      "a no in the corpus",
      "The mayor sold the bridge.",
      "The mayor never sold the bridge.",
      ["negation: sold / never sold"],
    ],
    [
      "a no before another action",
      "The mayor never hesitated and sold the bridge.",
      "The mayor sold the bridge.",
      [],
    ],
    [
      "a no four words before",
      "The mayor did not as of yet sell the bridge.",
      "The mayor did sell the bridge.",
      [],
    ],
    [
      "a no with a light noun",
      "The mayor had no intention of selling the bridge.",
      "The mayor is selling the bridge.",
      ["negation: no intention of selling / selling"],
    ],
    [
      "a denial four words before",
      "The mayor denied that the old firm sold it.",
      "The firm sold it.",
      ["negation: denied that the old firm / firm"],
    ],
    [
      "a denial five words before",
      "The mayor denied that the old small firm.",
      "The firm sold it.",
      [],
    ],
    [
      "a no on both sides",
      "The mayor never sold the bridge.",
      "The mayor did not sell the bridge.",
      [],
    ],
    [
      "a no against a word that says it",
      "The mayor never sold the bridge.",
      "The mayor refused to have the bridge sold.",
      [],
    ],
    [
      "a no before an action of which the corpus tells at another place of the page",
      "Some never buy the barley of the valley, and others buy the barley of the hills at the spring market.",
      "And others buy the barley of the hills at the spring market.",
      [],
    ],
    [
      "a no against a word that both say",
      "The guard against fire never sold the bridge.",
      "The guard against fire sold the bridge.",
      ["negation: never sold / sold"],
    ],
    [
      "a no before much of it",
      "The bridge was sold without much joy.",
      "The bridge was sold with joy.",
      ["negation: without much joy / joy"],
    ],
    [
      "what is false before what there is",
      "False readings of the gauge worried the mayor.",
      "Readings of the gauge worried the mayor.",
      [],
    ],
    [
      "what is no longer done",
      "The town will stop selling permits for the quiet harbour.",
      "The town sold permits for the quiet harbour.",
      [],
    ],
    [
      "what two sources report of one action",
      "The coalition said government forces had not taken the town of Manbij.",
      "Russia said government forces have taken the town of Manbij.",
      ["negation: not taken / taken"],
    ],
    [
      "what two sources think of one thing",
      "Mr Hall said the plan was not good for the town.",
      "Mrs Reed said the plan was good for the town.",
      [],
    ],
    [
      "what two sources want",
      "Hall said the council should not approve the budget.",
      "Reed said the council should approve the budget.",
      [],
    ],
    [
      "what two sources believe",
      "Hall believes government forces have not taken the town of Manbij.",
      "Reed believes government forces have taken the town of Manbij.",
      [],
    ],
    [
      "what is so after two sources, with no participle",
      "The opposition said the election was not free.",
      "The commission said the election was free.",
      [],
    ],
    ["a no in a question", "Shouldn't they sell the bridge?", "They sell the bridge.", []],
    [
      "a no before a pronoun that is no question",
      "Never they sell the bridge.",
      "They sell the bridge.",
      ["negation: Never they sell / sell"],
    ],
    [
      "a word against the same with un-",
      "The mayor was aware of the sale of the bridge.",
      "The mayor was unaware of the sale of the bridge.",
      ["negation: aware / unaware"],
    ],
    [
      "a word with un- against the same",
      "The mayor was unaware of the sale of the bridge.",
      "The mayor was aware of the sale of the bridge.",
      ["negation: unaware / aware"],
    ],
    [
      "what is asked with if",
      "The mayor never sold the bridge.",
      "They asked if the mayor sold the bridge.",
      [],
    ],
    [
      "what is asked with whether",
      "The mayor never sold the bridge.",
      "They asked whether the mayor sold the bridge.",
      [],
    ],
    ["not only", "The mayor has not only sold the bridge.", "The mayor has sold the bridge.", []],
    [
      "not until, ten words on",
      "The mayor never sold the old bridge over the quiet river of the valley until March.",
      "The mayor sold the old bridge over the quiet river of the valley in March.",
      [],
    ],
    [
      "an until that is too far from the no",
      "The mayor never sold the old bridge over the quiet river of the valley town until March.",
      "The mayor sold the old bridge over the quiet river of the valley town in March.",
      ["negation: never sold / sold"],
    ],
    [
      "what is asked",
      "The mayor never sold the bridge.",
      "They asked if the good old mayor ever sold the bridge.",
      [],
    ],
    [
      "an if of the same clause",
      "The mayor never sold the bridge.",
      "If it rained on the hill he sold the bridge.",
      [],
    ],
    [
      "a no that takes back a no",
      "The mayor did not deny that he sold the bridge.",
      "The mayor sold the bridge.",
      [],
    ],
    [
      "a no after a refusal",
      "The mayor refused to sell the bridge without harbour.",
      "The mayor will sell the bridge and its harbour.",
      [],
    ],
    [
      "a further no beside a shared one",
      "The mayor will not, he will never sell the bridge.",
      "The mayor will not sell the bridge.",
      [],
    ],
    [
      "opposites of one",
      "The price of barley rose.",
      "The price of barley fell.",
      ["negation: rose / fell"],
    ],
    ["no opposites", "The price of barley rose.", "The price of barley mattered.", []],
    [
      "opposites three words from who does it",
      "Barley prices market rose.",
      "Barley exports goods fell.",
      ["negation: rose / fell"],
    ],
    [
      "opposites beside one that says no",
      "Nobody knew why the price of barley rose.",
      "The price of barley fell.",
      [],
    ],
    [
      "opposites beside two that say no",
      "Nobody knew why the price of barley never rose.",
      "The price of barley fell.",
      [],
    ],
    [
      "opposites beside a shared no",
      "It did not rain and barley rose.",
      "It did not rain and barley fell.",
      [],
    ],
    ["opposites of two", "The tide rose.", "The king fell.", []],
    ["opposites of two on one day", "On Friday the tide rose.", "On Friday the king fell.", []],
    [
      "opposites four words from who does it",
      "Barley prices market quotes rose.",
      "Barley exports goods values fell.",
      [],
    ],
  ])("%s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus)).toEqual(slots);
  });
});

describe("statements that vectors are certain of, in other words", () => {
  it.each<SlotCase>([
    [
      "a sum of money",
      "Notes worth $23 million were auctioned hours later.",
      "Hours afterwards, bidders bought $32 million of notes.",
      ["number: $23 million / $32 million"],
    ],
    [
      "a count, called otherwise",
      "The guard shot six times at the driver.",
      "Eight bullets were fired at the driver.",
      ["number: six / Eight"],
    ],
    [
      "a count, one refusal being told without a no",
      "She would not help pilots of six airlines.",
      "She refused help to pilots from seven carriers.",
      ["number: six / seven"],
    ],
    [
      "a year used as an adjective",
      "He explained the law in a 2007 interview.",
      "In an interview in 2009, listeners were told about the law.",
      ["date: 2007 / 2009"],
    ],
    [
      "a person",
      "The bill was carried to victory by Claire Lund.",
      "Patty Berg lent the bill her help.",
      ["actor: Claire Lund / Patty Berg"],
    ],
    [
      "no count, where one side has two",
      "The guard shot six times at two drivers.",
      "Eight bullets were fired.",
      [],
    ],
    ["no month named twice", "It fell in last November.", "In November it dropped.", []],
    [
      "no count, where the dead are one and the hurt the other",
      "Six people died in the tunnel.",
      "Eight people were hurt in the tunnel.",
      [],
    ],
    [
      "nobody who may only be the source",
      "The tax rose, Claire Lund said.",
      "Patty Berg confirmed that the tax went up.",
      [],
    ],
  ])("differ in %s", (_name, page, corpus, slots) => {
    expect(slotsOf(page, corpus, "certain")).toEqual(slots);
  });
});
