import { describe, expect, it } from "vitest";
import { findDates } from "../../../src/engine/facts/dates/dates.ts";
import { nameKey } from "../../../src/engine/facts/names/nameKey.ts";
import { findNames, learnNames } from "../../../src/engine/facts/names/names.ts";
import { findNumbers } from "../../../src/engine/facts/numbers/numbers.ts";

describe("name keys", () => {
  const meeting: readonly (readonly [string, string])[] = [
    ["Minbej", "Manbij"],
    ["Çavuşoğlu", "Cavusoglu"],
    ["Sergey", "Sergei"],
    ["Rohani", "Rouhani"],
    ["Idleb", "Idlib"],
    ["Muhammad", "Mohamed"],
    ["Khashoggi", "Kashoggi"],
    ["Sueddeutsche", "Süddeutsche"],
    ["Bashar al-Assad", "Bashar Assad"],
    ["Zelensky", "Zelenskyy"],
  ];
  it.each(meeting)("meet for %s and %s", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ["Lavrov", "Putin"],
    ["Merkel", "Macron"],
    ["Idlib", "Aleppo"],
  ])("differ for %s and %s", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

function keysIn(text: string): string[] {
  return learnNames(text).names.map(({ key }) => key);
}

describe("names", () => {
  const sameBearer: readonly (readonly [string, string, string])[] = [
    ["aliases of an organisation", "They fought Daesh.", "They fought ISIL."],
    ["names with and without an article", "It left al-Nusra Front.", "It left Jabhat al-Nusra."],
    ["a country and its people", "It left Russia.", "Two Russian envoys."],
    ["the seat of a government", "It met the Kremlin.", "It met Russia."],
    ["a capital that acts", "An offer from Washington came.", "An offer from the U.S. came."],
    ["a person's full and last name", "He met Sergey Lavrov.", "He met Sergei Lavrov."],
  ];
  it.each(sameBearer)("have one key for %s", (_, one, other) => {
    expect(keysIn(one)[0]).toBe(keysIn(other)[0]);
  });

  it("distinguish a capital as a town from its government", () => {
    expect(keysIn("Talks were held in Moscow.")).toEqual(["moscow"]);
    expect(keysIn("The plan was rejected by Moscow.")).toEqual(["russia"]);
    expect(keysIn("They praised the Moscow process.")).toEqual(["moscow"]);
  });

  it("leave out offices and keep their holders", () => {
    const text = "Russian Foreign Minister Sergei Lavrov met John Kerry U.S. Secretary of State.";
    expect(findNames(text).map(({ canonical }) => canonical)).toEqual([
      "Russia",
      "Sergei Lavrov",
      "John Kerry",
      "United States",
    ]);
  });

  it("give a last name the full form of the article", () => {
    const text = "Ismail Hakki Pekin, a former general, spoke. Pekin left. Moreover, he was tired.";
    expect(learnNames(text).names.map(({ canonical }) => canonical)).toEqual([
      "Ismail Hakki Pekin",
      "Ismail Hakki Pekin",
    ]);
  });

  it("learn abbreviations from where they are explained", () => {
    const text = "The Party of Northern Farmers (PNF) won. They praised the PNF.";
    const names = learnNames(text).names;
    expect(names.at(-1)?.canonical).toBe("Party of Northern Farmers");
  });

  const wholeNames: readonly (readonly [string, string, readonly string[]])[] = [
    ["a small second syllable", "They met Kim Jong-un there.", ["Kim Jong-un"]],
    ["no small preposition", "They met Angela Merkel at Geneva.", ["Angela Merkel", "Geneva"]],
    ["no month", "They met on Jan. 31 and in May 2018.", []],
    [
      "an institution’s last word",
      "It opened the Ronald Reagan Library.",
      ["Ronald Reagan Library"],
    ],
    ["a sea with a land’s name", "They met on the South China Sea.", ["South China Sea"]],
    ["a state’s abbreviation", "They met in Raleigh, N.C., again.", ["Raleigh", "North Carolina"]],
  ];
  it.each(wholeNames)("take in %s", (_, text, expected) => {
    expect(findNames(text).map(({ canonical }) => canonical)).toEqual(expected);
  });

  it("give a first name the person, where the article has one of that name only", () => {
    const canonicals = (text: string): string[] =>
      learnNames(text).names.map(({ canonical }) => canonical);
    expect(canonicals("They met President Xi Jinping. Then Xi left.").at(-1)).toBe("Xi Jinping");
    expect(canonicals("They met Xi Jinping. Then Mr. Xi left.").at(-1)).toBe("Xi Jinping");
    const two = "They met John Kerry and John McCain. Then John left.";
    expect(canonicals(two).at(-1)).toBe("John");
  });

  it.each([
    ["She is the first woman to lead Tarvosta.", "other"],
    ["The port will host Tarvosta next week.", "other"],
    ["It is the office of coach Tarvosta.", "person"],
  ])("tell an office from a verb before them: %s", (text, kind) => {
    expect(learnNames(text).names.map((name) => name.kind)).toEqual([kind]);
  });

  it("of one word that is printed with an article are known with it", () => {
    const canonicalIn = (text: string) => learnNames(text).names.map(({ canonical }) => canonical);
    expect(canonicalIn("The Hill printed the letter.")).toEqual(["The Hill"]);
    expect(canonicalIn("Jonah Hill read the letter in The Guardian.")).toEqual([
      "Jonah Hill",
      "The Guardian",
    ]);
    expect(canonicalIn("The letter was read by Guardian reporters.")).toEqual(["The Guardian"]);
  });

  it("are persons all through an article that gives one of them an office", () => {
    const { names } = learnNames("They met President Trump. It is Trump who won.");
    expect(names.map(({ kind }) => kind)).toEqual(["person", "person"]);
  });

  it("are towns before the region that they are in", () => {
    expect(findNames("They went to Simi Valley, Calif., on foot.")[0]?.kind).toBe("place");
  });

  it("are only known ones in a line in capitals between others", () => {
    const text = "It was late.\nHow Bad Neighbors Are Finding Unity\nThey went home.";
    expect(findNames(text)).toEqual([]);
  });

  it("are only known ones in headlines, where capitals prove nothing", () => {
    expect(
      findNames("How Bad Neighbors Are Finding Unity Against Daesh").map(({ key }) => key),
    ).toEqual(["islamic-state"]);
  });
});

describe("numbers", () => {
  const cases: readonly (readonly [
    string,
    string,
    number,
    number | null,
    string | null,
    string,
  ])[] = [
    ["It killed 1,500 soldiers.", "1,500", 1500, null, "soldier", "exact"],
    ["It fell more than three decades ago", "more than three decades", 30, null, "year", "atLeast"],
    ["It rose 5 to 7 percent.", "5 to 7 percent", 5, 7, "percent", "exact"],
    ["It cost about $3.5 billion.", "about $3.5 billion", 3.5e9, null, "USD", "about"],
    ["It cost $5-7 million.", "$5-7 million", 5e6, 7e6, "USD", "exact"],
    ["Twenty-five people left", "Twenty-five", 25, null, "peopl", "exact"],
    ["two hundred and ten miles", "two hundred and ten miles", 210, null, "mile", "exact"],
    ["up to 10% of it", "up to 10%", 10, null, "percent", "atMost"],
    ["the above three objectives", "three", 3, null, "object", "exact"],
    ["three co-equal branches", "three", 3, null, "branch", "exact"],
    ["a two-carat ring now", "two", 2, null, "carat", "exact"],
    ["a three-decade insurgency", "three-decade", 30, null, "year", "exact"],
    ["half a million people have fled", "half a million", 500_000, null, "peopl", "exact"],
    ["more than half a dozen soldiers", "more than half a dozen", 6, null, "soldier", "atLeast"],
    ["won the 1,500m final", "1,500", 1500, null, "m", "exact"],
    ["a dozen armed men", "a dozen", 12, null, "men", "exact"],
    [
      "about 60 percent to 80 percent of it",
      "about 60 percent to 80 percent",
      60,
      80,
      "percent",
      "about",
    ],
    ["up 5.1 percentage points", "5.1 percentage points", 5.1, null, "percentage point", "exact"],
    ["fell 5 per cent", "5 per cent", 5, null, "percent", "exact"],
    ["nearly four out of 5 voters", "nearly four out of 5", 80, null, "percent", "about"],
    ["some 30 support it", "some 30", 30, null, "support", "about"],
    ["two more debates", "two", 2, null, "debat", "exact"],
  ];
  it.each(cases)("are read in %s", (text, written, value, upper, unit, bound) => {
    const [number] = findNumbers(text);
    expect(number).toBeDefined();
    expect(text.slice(number!.start, number!.end)).toBe(written);
    expect(number).toMatchObject({ value, upper, unit, bound });
  });

  it("may stand before a dash that ends the text", () => {
    expect(findNumbers("It left on Dec. 19 - ").map(({ value }) => value)).toEqual([19]);
  });

  it("are not seen in clock times, dates with strokes and shares", () => {
    expect(findNumbers("At 02:48 on 09/09/2012 three-quarters left for half a century.")).toEqual(
      [],
    );
  });

  it("of a range are one", () => {
    expect(findNumbers("20,000 to 30,000 of them")).toHaveLength(1);
  });

  it("are not seen in names that a hyphen joins", () => {
    expect(findNumbers("An F-16 and covid-19 came, No. 1 under one roof.")).toEqual([]);
  });

  it("are not seen in ordinals and in “one” that counts nothing", () => {
    expect(findNumbers("On the one hand, one of them was 15th.")).toEqual([]);
  });
});

describe("dates", () => {
  const day = "2018-12-30"; // a Sunday
  const cases: readonly (readonly [string, string, string | null, string])[] = [
    ["on Dec. 29, 2018 they", "Dec. 29, 2018", "2018-12-29", "day"],
    ["on 29 December 2018 they", "29 December 2018", "2018-12-29", "day"],
    ["on 2018-12-29 they", "2018-12-29", "2018-12-29", "day"],
    ["in January 2017 they", "January 2017", "2017-01", "month"],
    ["for early 2019, said", "early 2019", "2019", "year"],
    ["It reopened in July.", "July", "2018-07", "month"],
    ["It begins in May.", "May", "2019-05", "month"],
    ["It fell in Sept.", "Sept.", "2018-09", "month"],
    ["on July 15 they", "July 15", "2018-07-15", "day"],
    ["on Saturday they", "Saturday", "2018-12-29", "day"],
    ["on Sunday they", "Sunday", "2018-12-30", "day"],
    ["last Sunday they", "last Sunday", "2018-12-23", "day"],
    ["they will meet on Friday", "Friday", "2019-01-04", "day"],
    ["last week they", "last week", "2018-W51", "week"],
    ["next month they", "next month", "2019-01", "month"],
    ["three days ago they", "three days ago", "2018-12-27", "day"],
    ["the trial begins on Tuesday", "Tuesday", "2019-01-01", "day"],
    ["taken by a friend, 1943", "1943", "1943", "year"],
    ["they left yesterday", "yesterday", "2018-12-29", "day"],
    ["and 2010 was hard", "2010", "2010", "year"],
  ];
  it.each(cases)("are read in “%s”", (text, written, value, precision) => {
    const [date] = findDates(text, day);
    expect(date).toBeDefined();
    expect(text.slice(date!.start, date!.end)).toBe(written);
    expect(date).toMatchObject({ value, precision });
  });

  it("are ahead only if a word before them says so", () => {
    const valueIn = (text: string): unknown => findDates(text, day)[0]?.value;
    expect(valueIn("Before the House vote on Friday, they")).toBe("2018-12-28");
    expect(valueIn("despite guns coming in, Tuesday's march")).toBe("2018-12-25");
    expect(valueIn("this coming Tuesday")).toBe("2019-01-01");
  });

  it("are not seen in the names of outlets", () => {
    expect(findDates("He told USA TODAY and Russia Today, and told Today.", day)).toEqual([]);
  });

  it("share a month", () => {
    expect(findDates("on July 14 and 15 with", day).map(({ value }) => value)).toEqual([
      "2018-07-14",
      "2018-07-15",
    ]);
  });

  it("have no value when the article's day is not known", () => {
    expect(findDates("on Saturday, last week", null).map(({ value }) => value)).toEqual([
      null,
      null,
    ]);
  });

  it("belong to the year of the last date if they are far from the article's day", () => {
    const valuesIn = (text: string, of: string | null = "2023-08-01") =>
      findDates(text, of).map(({ value }) => value);
    const told =
      "It was announced on 19 December 2018. On 28 December, and on 3 January, they left.";
    expect(valuesIn(told)).toEqual(["2018-12-19", "2018-12-28", "2019-01-03"]);
    expect(valuesIn(told, null)).toEqual(["2018-12-19", "2018-12-28", "2019-01-03"]);
    expect(valuesIn("Elected on 8 November 2016, she left on 20 July.")[1]).toBe("2023-07-20");
    const nextParagraph = "It was announced on 19 March 2018.\n\nOn 28 April they left.";
    expect(valuesIn(nextParagraph)[1]).toBe("2023-04-28");
    expect(valuesIn(nextParagraph, null)[1]).toBe("2018-04-28");
  });

  it("are not seen in verbs", () => {
    expect(findDates("They may march on 2000 men.", day)).toEqual([]);
  });
});
