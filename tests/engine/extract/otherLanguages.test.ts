/** Articles in languages that are read by a table. Long, because it is one list of examples by language. */
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import type { Article, ArticleId, ArticleReading } from "../../../src/engine/model/index.ts";

/** Wednesday, 13 March 2019. */
const today = "2019-03-13";

function read(language: string | null, ...paragraphs: readonly string[]): ArticleReading {
  const article: Article = {
    id: "a" as ArticleId,
    outlet: { name: "A", domain: null },
    title: "",
    urls: [],
    published: { value: today, precision: "day", basis: "stated" },
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language,
    body: paragraphs.join("\n\n"),
  };
  return readArticle(article);
}

/** Each attribution as "who: what". */
function said({ attributions, article }: ArticleReading): readonly string[] {
  return attributions.map(
    ({ source, content }) =>
      `${source}: ${content.map(({ start, end }) => article.body.slice(start, end)).join(" … ")}`,
  );
}

const facts = (reading: ArticleReading) => ({
  numbers: reading.passages.flatMap(({ numbers }) =>
    numbers.map(({ value, upper, unit, bound }) =>
      [bound === "exact" ? "" : bound, upper === null ? value : `${value}-${upper}`, unit ?? ""]
        .join(" ")
        .trim(),
    ),
  ),
  dates: reading.passages.flatMap(({ dates }) => dates.map(({ value }) => value)),
});

type Case = readonly [language: string, text: string, attributions: readonly string[]];

const attributed: readonly Case[] = [
  [
    "de",
    "Außenminister Sergej Lawrow sagte am Mittwoch in Moskau: „Wir sind bereit.“",
    ["Sergej Lawrow: „Wir sind bereit.“"],
  ],
  [
    "de",
    "„Das ist nicht wahr“, sagte Bundeskanzlerin Angela Merkel in Berlin. „Wir prüfen das.“",
    ["Angela Merkel: „Das ist nicht wahr“ … „Wir prüfen das.“"],
  ],
  ["de", "»Das geht nicht«, betonte Angela Merkel.", ["Angela Merkel: »Das geht nicht«"]],
  [
    "de",
    "Angela Merkel zufolge sind die Gespräche zu Ende.",
    ["Angela Merkel: sind die Gespräche zu Ende"],
  ],
  [
    "de",
    "Laut Kremlsprecher Dmitri Peskow ist das Treffen vorbei.",
    ["Dmitri Peskow: ist das Treffen vorbei"],
  ],
  [
    "de",
    "„Wir brauchen Geld“, so Wirtschaftsminister Peter Altmaier.",
    ["Peter Altmaier: „Wir brauchen Geld“"],
  ],
  [
    "de",
    "Horst Seehofer hat am Freitag erklärt, dass die Grenze offen bleibt.",
    ["Horst Seehofer: dass die Grenze offen bleibt"],
  ],
  [
    "fr",
    "Le ministre russe Sergueï Lavrov a déclaré mercredi que les discussions continuent.",
    ["Sergueï Lavrov: que les discussions continuent"],
  ],
  ["fr", "« Nous sommes prêts », a affirmé M. Lavrov à Moscou.", ["Lavrov: « Nous sommes prêts »"]],
  [
    "fr",
    "Selon le porte-parole du Kremlin Dmitri Peskov, la rencontre est terminée.",
    ["Dmitri Peskov: la rencontre est terminée"],
  ],
  [
    "fr",
    "Emmanuel Macron : « La France ne reculera pas. »",
    ["Emmanuel Macron: « La France ne reculera pas. »"],
  ],
  [
    "fr",
    "« La situation est grave », martèle Jean-Luc Mélenchon.",
    ["Jean-Luc Mélenchon: « La situation est grave »"],
  ],
  [
    "fr",
    "— Nous avons gagné, a dit Paul. Il y a deux ans, Marine Le Pen affirmait que tout était perdu.",
    ["Paul: Nous avons gagné", "Marine Le Pen: que tout était perdu"],
  ],
  [
    "fr",
    "Le taux est passé à la baisse dans toute la zone, selon Reuters.",
    ["Reuters: Le taux est passé à la baisse dans toute la zone"],
  ],
  [
    "es",
    "El ministro ruso de Exteriores, Serguéi Lavrov, dijo el miércoles que las negociaciones continúan.",
    ["Serguéi Lavrov: que las negociaciones continúan"],
  ],
  [
    "es",
    "“Estamos preparados”, afirmó el portavoz del Kremlin, Dmitri Peskov.",
    ["Dmitri Peskov: “Estamos preparados”"],
  ],
  [
    "es",
    "Según Vladimir Putin, los soldados salieron de la zona.",
    ["Vladimir Putin: los soldados salieron de la zona"],
  ],
  [
    "es",
    "—No vamos a ceder —dijo Pedro Sánchez—. Seguiremos.",
    ["Pedro Sánchez: No vamos a ceder … Seguiremos."],
  ],
  [
    "es",
    "El presidente de EE. UU., Donald Trump, aseguró que viajará a París.",
    ["Donald Trump: que viajará a París"],
  ],
  [
    "es",
    "«España no se rendirá», ha dicho Pedro Sánchez. Añadió que el plan sigue en pie.",
    ["Pedro Sánchez: «España no se rendirá»", "Pedro Sánchez: que el plan sigue en pie"],
  ],
  [
    "tr",
    'Dışişleri Bakanı Mevlüt Çavuşoğlu, "Görüşmeler devam ediyor" dedi.',
    ['Mevlüt Çavuşoğlu: "Görüşmeler devam ediyor"'],
  ],
  [
    "tr",
    "Sergey Lavrov'a göre, askerler bölgeden çekildi.",
    ["Sergey Lavrov: askerler bölgeden çekildi"],
  ],
  [
    "tr",
    'Bakanlık Sözcüsü Hami Aksoy yaptığı açıklamada, "Bu kabul edilemez" ifadelerini kullandı.',
    ['Hami Aksoy: "Bu kabul edilemez"'],
  ],
  [
    "tr",
    '"Hazırız" diyen Recep Tayyip Erdoğan, ekonominin büyüdüğünü belirtti.',
    ['Recep Tayyip Erdoğan: "Hazırız"', "Recep Tayyip Erdoğan: ekonominin büyüdüğünü"],
  ],
  [
    "tr",
    "Kremlin Sözcüsü Dmitriy Peskov, görüşmenin yapıcı geçtiğini açıkladı.",
    ["Dmitriy Peskov: görüşmenin yapıcı geçtiğini"],
  ],
  [
    "tr",
    "İbrahim Kalın, Ankara'da yapılan toplantının ardından anlaşmaya varıldığını söyledi.",
    ["İbrahim Kalın: Ankara'da yapılan toplantının ardından anlaşmaya varıldığını"],
  ],
  [
    "ru",
    "Министр иностранных дел России Сергей Лавров заявил в среду, что переговоры продолжаются.",
    ["Сергей Лавров: что переговоры продолжаются"],
  ],
  [
    "ru",
    "«Мы готовы», — сказал Сергей Лавров журналистам в Москве.",
    ["Сергей Лавров: «Мы готовы»"],
  ],
  [
    "ru",
    "«Это не так, — подчеркнула Мария Захарова. — Мы проверим».",
    ["Мария Захарова: «Это не так, — подчеркнула Мария Захарова. — Мы проверим»"],
  ],
  ["ru", "— Мы победим, — сказал Владимир Путин.", ["Владимир Путин: Мы победим"]],
  [
    "ru",
    "Несколько человек погибли на пожаре, сообщает ТАСС.",
    ["TASS: Несколько человек погибли на пожаре"],
  ],
  [
    "ru",
    "Владимир Зеленский: «Украина не отступит».",
    ["Владимир Зеленский: «Украина не отступит»"],
  ],
  [
    "ar",
    "قال وزير الخارجية الروسي سيرغي لافروف إن المحادثات ستستمر في جنيف.",
    ["سيرغي لافروف: إن المحادثات ستستمر في جنيف"],
  ],
  [
    "ar",
    "وأعلن الرئيس الأمريكي دونالد ترامب أن بلاده ستسحب جنودها.",
    ["دونالد ترامب: أن بلاده ستسحب جنودها"],
  ],
  [
    "ar",
    "ووفقا للمتحدث باسم الكرملين دميتري بيسكوف، فإن اللقاء كان مثمرا.",
    ["دميتري بيسكوف: فإن اللقاء كان مثمرا"],
  ],
  [
    "ar",
    '"هذا غير مقبول"، قالت المتحدثة باسم الوزارة ماريا زاخاروفا.',
    ['ماريا زاخاروفا: "هذا غير مقبول"'],
  ],
  [
    "ar",
    "قال سيرغي لافروف اليوم: «لن نتراجع عن موقفنا». وأضاف أن المحادثات مستمرة.",
    ["سيرغي لافروف: «لن نتراجع عن موقفنا»", "سيرغي لافروف: أن المحادثات مستمرة"],
  ],
  [
    "ar",
    "وأكدت وزارة الدفاع الروسية أن المدنيين عادوا إلى بيوتهم.",
    ["Russian Defense Ministry: أن المدنيين عادوا إلى بيوتهم"],
  ],
  ["ar", "اصطدم قطاران لنقل الركاب في غرب اليابان، ما أدى إلى إصابة 63 شخصا.", []],
];

describe("who said it", () => {
  it.each(attributed)("in %s: %s", (language, text, expected) => {
    expect(said(read(language, text))).toEqual(expected);
  });

  it("is known by a last name once the full name has been given", () => {
    const reading = read("de", "Angela Merkel reiste nach Paris.", "„Wir reden“, sagte Merkel.");
    expect(said(reading)).toEqual(["Angela Merkel: „Wir reden“"]);
  });

  it("is known by a Russian last name in every case", () => {
    const reading = read(
      "ru",
      "Владимир Мединский приехал в Москву.",
      "По словам Мединского, переговоры закончены.",
    );
    expect(said(reading)).toEqual(["Владимир Мединский: переговоры закончены"]);
  });

  it('is withheld where an article only says "source"', () => {
    expect(
      read("fr", "Selon une source proche du dossier, l’accord est signé.").attributions[0]?.source,
    ).toBe("unnamed");
  });

  it("includes denials", () => {
    expect(read("es", "Donald Trump negó que hubiera una reunión.").attributions[0]?.negated).toBe(
      true,
    );
  });
});

type FactCase = readonly [
  language: string,
  text: string,
  numbers: readonly string[],
  dates: readonly (string | null)[],
];

const counted: readonly FactCase[] = [
  [
    "de",
    "Am 3. Mai 2018 kamen rund 1.500 Soldaten und 3,5 Millionen Euro.",
    ["about 1500", "3500000 EUR"],
    ["2018-05-03"],
  ],
  [
    "de",
    "Fünfundzwanzig Prozent der Wähler und zweihundertfünfzig Gäste sagten letzte Woche ab.",
    ["25 percent", "250"],
    ["2019-W10"],
  ],
  [
    "de",
    "Vor drei Tagen zahlten die USA 5 bis 7 Mrd. Dollar, am Freitag wird er nach Paris reisen.",
    ["5000000000-7000000000 USD"],
    ["2019-03-10", "2019-03-08"],
  ],
  [
    "fr",
    "Plus de 1 500 soldats ont quitté la zone le 1er mai 2018, vingt-cinq sont restés.",
    ["atLeast 1500", "25"],
    ["2018-05-01"],
  ],
  [
    "fr",
    "Il y a trois jours, quatre-vingt-dix personnes ont payé 3,5 millions d’euros, contre 5 à 7 % l’an dernier.",
    ["90", "3500000 EUR", "5-7 percent"],
    ["2019-03-10", "2018"],
  ],
  [
    "es",
    "Más de 1.500 soldados salieron el 3 de mayo de 2018 con 3,5 millones de euros.",
    ["atLeast 1500", "3500000 EUR"],
    ["2018-05-03"],
  ],
  [
    "es",
    "Treinta y cinco personas murieron la semana pasada y dos mil hace tres días.",
    ["35", "2000"],
    ["2019-W10", "2019-03-10"],
  ],
  [
    "tr",
    "3 Mayıs 2018'de 1.500 asker ve 2,5 milyon kişi vardı, yüzde 20,5 artış oldu.",
    ["1500", "2500000", "20.5 percent"],
    ["2018-05-03"],
  ],
  [
    "tr",
    "Üç gün önce yirmi beş kişi geldi, geçen hafta iki bin kişi gitti.",
    ["25", "2000"],
    ["2019-03-10", "2019-W10"],
  ],
  [
    "tr",
    "3 bin 500 işçi, 2 milyon 300 bin ton, 1,5 milyon 300 kişi.",
    ["3500", "2300000 tonne", "1500000", "300"],
    [],
  ],
  [
    "ru",
    "Более 1500 военных покинули зону 3 мая 2018 года, ущерб составил 3,5 млрд рублей.",
    ["atLeast 1500", "3500000000 RUB"],
    ["2018-05-03"],
  ],
  [
    "ru",
    "Двадцать пять человек приехали в среду, 2 тыс. три дня назад, а в марте 2017 г. их было пять процентов.",
    ["25", "2000", "5 percent"],
    ["2019-03-13", "2019-03-10", "2017-03"],
  ],
  [
    "ar",
    "قتل أكثر من ٢٥٠ شخصا في ١٥ يوليو ٢٠١٦ وعاد 3.5 مليون شخص الأسبوع الماضي.",
    ["atLeast 250", "3500000"],
    ["2016-07-15", "2019-W10"],
  ],
  [
    "ar",
    "وصل خمسة وعشرون شخصا قبل ثلاثة أيام و١٬٥٠٠ جندي يوم الأربعاء.",
    ["25", "1500"],
    ["2019-03-10", "2019-03-13"],
  ],
  [
    "ar",
    "كانت إحدى عشرة سفينة وثلاثة عشر قاربا تنتظر، وغادرت اثنتا عشرة ألف حاوية.",
    ["11", "13", "12000"],
    [],
  ],
  ["ar", "غادر نصف مليون شخص وبلغت الأضرار مليار ونصف المليار ليرة.", ["500000", "1500000000"], []],
  [
    "fr",
    "Un demi-million de clients ont perdu un million et demi d’euros.",
    ["500000", "1500000 EUR"],
    [],
  ],
  ["de", "Eine halbe Million Menschen kamen.", ["500000"], []],
  [
    "es",
    "Medio millón de personas y dos millones y medio de euros.",
    ["500000", "2500000 EUR"],
    [],
  ],
];

describe("numbers and dates", () => {
  it.each(counted)("in %s: %s", (language, text, numbers, dates) => {
    expect(facts(read(language, text))).toEqual({ numbers, dates });
  });
});

describe("names", () => {
  it.each([
    ["Russland und die Vereinigten Staaten verhandeln mit der EU in Genf.", "de"],
    ["La Russie et les États-Unis négocient avec l’UE à Genève.", "fr"],
    ["Rusia y Estados Unidos negocian con la UE en Ginebra.", "es"],
    ["Россия и США ведут переговоры с ЕС в Женеве.", "ru"],
    ["Rusya ve Amerika Birleşik Devletleri, AB ile Cenevre'de görüşüyor.", "tr"],
    ["روسيا والولايات المتحدة تتفاوضان مع الاتحاد الأوروبي في جنيف.", "ar"],
  ])("of places and bodies have the keys that they have in English: %s", (text, language) => {
    const keys = read(language, text).passages.flatMap(({ names }) => names.map(({ key }) => key));
    expect(keys).toEqual(["russia", "united-states", "european-union", "geneva"]);
  });

  it("of persons have a Latin key", () => {
    const keyOf = (language: string, text: string) =>
      read(language, text).passages[0]!.names[0]?.key;
    const english = keyOf("en", "Sergei Lavrov said on Monday that he was ready.");
    expect(keyOf("ru", "Сергей Лавров сказал, что он готов.")).toBe(english);
  });
});

describe("sentences", () => {
  it.each([
    ["de", ["Am 3. Mai kam Dr. Meier z. B. nach Köln.", "Die Sitzung im 20. Jahrhundert endete."]],
    ["fr", ["M. Dupont est arrivé.", "« C’est fini. »", "Il part."]],
    ["es", ["El Sr. Pérez llegó a EE. UU. con su familia.", "¿Volverá?", "No se sabe."]],
    [
      "ru",
      [
        "В 2018 г. население составило 5 млн. человек.",
        "«Мы ждём», — сказал А. С. Иванов.",
        "Он ушёл.",
      ],
    ],
    ["tr", ["3. Kolordu'nun 21. yüzyıl planı Prof. Dr. Yılmaz tarafından yazıldı.", "Bu bitti."]],
    ["ar", ["وصل د. أحمد إلى القاهرة.", "هل سيعود؟", "لا أحد يعلم."]],
    ["ja", ["外相は「終わった。」と述べた。", "次の日。"]],
    ["zh", ["会谈仍在继续。", "双方同意！", "真的吗？"]],
    ["hi", ["बातचीत जारी है।", "समझौता हो सकता है।", "डॉ. वर्मा वहां थे।"]],
    [
      "pl",
      [
        "O godz. 7.40 przyszło ok. 40 tys. osób.",
        "Prof. Nowak milczał.",
        "W 2023 r. upadł bank itd.",
        "To koniec.",
      ],
    ],
    ["it", ["L’on. Rossi e il sig. Verdi citano l’art. 5.", "Basta."]],
    ["pt", ["O Sr. Silva e a Dra. Costa moram na Av. Brasil.", "O prof. Lima não."]],
    ["nl", ["Dhr. De Vries en prof. Bakker kwamen.", "Zij niet."]],
    [
      "uk",
      ["Про це відповів ген. Коваль на вул. Шевченка.", "Збитків — 5 млн.", "Міністр мовчить."],
    ],
  ])("in %s", (language, sentences) => {
    const text = sentences.join(language === "ja" || language === "zh" ? "" : " ");
    const found = read(language, text).passages.filter(({ unit }) => unit === "sentence");
    expect(found.map((passage) => passage.text)).toEqual(sentences);
  });

  it("in Thai end at a space where they are long enough", () => {
    const clause = "รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจายังดำเนินต่อไปและจะมีข้อตกลงในสัปดาห์หน้า";
    const { passages } = read("th", [clause, clause, clause, clause].join(" "));
    expect(passages.map(({ text }) => text.length)).toEqual([
      2 * clause.length + 1,
      2 * clause.length + 1,
    ]);
  });
});

describe("the language of a reading", () => {
  it("is that of the text where the page states none, or another", () => {
    const text =
      "Der Minister sagte am Dienstag, dass die Gespräche nicht beendet worden sind und weitergehen.";
    expect(read(null, text).article.language).toBe("de");
    expect(read("en", `${text} ${text}`).article.language).toBe("de");
    expect(read("en", "He left.").article.language).toBe("en");
  });
});
