/** Who said it, in languages that are read by a table: one kind of sentence a table, in several languages. */
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { plainArticle } from "../../support/plainArticle.ts";

type Case = readonly [language: string, text: string, sources: readonly string[]];

function attributionsOf(language: string, text: string) {
  return readArticle({ ...plainArticle("a", "", text, null), language }).attributions;
}

const kinds: Readonly<Record<string, readonly Case[]>> = {
  "the subject before an apposition": [
    [
      "de",
      "Der Vorsitzende der Partei, Olaf Benz, erklärte den Gästen in Mainz, er wolle weitermachen.",
      ["Olaf Benz"],
    ],
    [
      "fr",
      "Luc Benz, un ancien avocat, a expliqué aux habitants réunis que la route était fermée.",
      ["Luc Benz"],
    ],
    [
      "es",
      "El embajador de Chile, Luis Benz, explicó a los líderes reunidos en Lima que la carretera está cerrada.",
      ["Luis Benz"],
    ],
    [
      "ru",
      "Игорь Бенц, бывший адвокат, рассказал жителям города, что дорога закрыта.",
      ["Игорь Бенц"],
    ],
  ],
  "the subject of a second verb": [
    [
      "de",
      "Eva Brandt sagte, sie bleibe, und betonte, dass der Plan gut sei.",
      ["Eva Brandt", "Eva Brandt"],
    ],
    [
      "fr",
      "Eva Brandt a salué l’accord et a déclaré au sujet de la route qu’elle resterait fermée.",
      ["Eva Brandt", "Eva Brandt"],
    ],
    [
      "es",
      "Eva Brandt viajó a Lima y anunció en la radio que la carretera está cerrada.",
      ["Eva Brandt"],
    ],
    ["ru", "Ольга Серова приехала в Казань и заявила, что дорога закрыта.", ["Ольга Серова"]],
  ],
  "the outlet that it came through": [
    ["de", "„Wir bleiben hier“, sagte Olaf Benz, so die Zeitung.", ["Olaf Benz via Zeitung"]],
    [
      "fr",
      "Selon le journal, Luc Benz a déclaré que la route était fermée.",
      ["Luc Benz via journal"],
    ],
    [
      "es",
      "“Nos quedamos aquí”, dijo Luis Benz, según la agencia Reuters.",
      ["Luis Benz via Reuters"],
    ],
    [
      "ru",
      "«Мы остаёмся здесь», — сказал Игорь Бенц, по данным агентства Reuters.",
      ["Игорь Бенц via Reuters"],
    ],
  ],
  "the subject of the sentence before a pronoun": [
    ["de", "Olaf Benz gewann gegen Tim Roth. „Es war knapp“, sagte er.", ["Olaf Benz"]],
    ["fr", "Luc Benz a battu Paul Morin. « C’était serré », a-t-il dit.", ["Luc Benz"]],
    ["es", "Luis Benz ganó a Pablo Rivas. “Fue difícil”, dijo.", ["Luis Benz"]],
    ["ru", "Игорь Бенц приехал с Павлом Громовым. «Было трудно», — сказал он.", ["Игорь Бенц"]],
  ],
  "no place or event": [
    [
      "de",
      "Olaf Benz sagte, er komme bald. Danach begannen die Olympischen Spiele. „Es wurde Zeit“, sagte er.",
      ["Olaf Benz", "Olaf Benz"],
    ],
    ["fr", "Luc Benz dort dans l’hôtel Roa Mola. « C’est beau ici », a-t-il dit.", ["Luc Benz"]],
    ["es", "Luis Benz ganó los Juegos de la Paz. “Fue difícil”, dijo.", ["Luis Benz"]],
    ["ru", "Игорь Бенц живёт в отеле Роа Мола. «Здесь красиво», — сказал он.", ["Игорь Бенц"]],
  ],
  "who is meant by an office alone": [
    [
      "de",
      "Olaf Benz betont, man habe „alles versucht“. Das Ergebnis sei schlecht, meinte der Trainer.",
      ["Olaf Benz", "Olaf Benz"],
    ],
    [
      "fr",
      "Luc Benz a expliqué que la route était fermée. « C’est faux », tranche l’entraîneur.",
      ["Luc Benz", "Luc Benz"],
    ],
    [
      "es",
      "Luis Benz explicó que la carretera está cerrada. “Es falso”, zanjó el alcalde.",
      ["Luis Benz", "Luis Benz"],
    ],
    [
      "ru",
      "Игорь Бенц объяснил, что дорога закрыта. «Это ложь», — отрезал 42-летний тренер.",
      ["Игорь Бенц", "Игорь Бенц"],
    ],
  ],
  "nobody else where an office is new": [
    [
      "de",
      "Olaf Benz betont, man habe „alles versucht“. „Das stimmt nicht“, sagte ein Trainer.",
      ["Olaf Benz", "Trainer"],
    ],
    [
      "fr",
      "Luc Benz a expliqué que la route était fermée. « C’est faux », tranche un entraîneur.",
      ["Luc Benz", "entraîneur"],
    ],
  ],
  "a person known by first or last name": [
    ["de", "Kim Jong-un und Ri Sol-ju kamen. Kim sagte, der Plan sei gut.", ["Kim Jong-un"]],
    [
      "fr",
      "L’entraîneur Gendo Subando est venu. M. Gendo a raconté que la route était fermée.",
      ["Gendo Subando"],
    ],
    [
      "es",
      "Gendo Subando vino. El señor Gendo contó que la carretera está cerrada.",
      ["Gendo Subando"],
    ],
    ["ru", "Гендо Субандо приехал. Гендо сказал, что дорога закрыта.", ["Гендо Субандо"]],
  ],
  "who said the sentence before": [
    ["de", "Die Straße bleibt geschlossen. Das bestätigte Olaf Benz.", ["Olaf Benz"]],
    [
      "es",
      "La carretera sigue cerrada. Así lo confirmó Luis Benz en una entrevista.",
      ["Luis Benz"],
    ],
    ["ru", "Дорога останется закрытой. Об этом сообщил Игорь Бенц.", ["Игорь Бенц"]],
  ],
  "whose statement it was": [
    [
      "de",
      "Laut einer Mitteilung des Ministeriums bleibt die Straße geschlossen.",
      ["Ministeriums"],
    ],
    ["fr", "Selon un communiqué de la mairie, la route reste fermée.", ["mairie"]],
    ["es", "Según un comunicado del ayuntamiento, la carretera sigue cerrada.", ["ayuntamiento"]],
  ],
  "what German verbs and nouns are made of": [
    ["de", "Olaf Benz kündigte am Montag in Mainz eine Reform an.", ["Olaf Benz"]],
    ["de", "Ministerin Eva Brandt räumte am Dienstag Fehler ein.", ["Eva Brandt"]],
    ["de", "Eva Brandt kam spät. Nach Brandts Worten ist die Brücke sicher.", ["Eva Brandt"]],
    ["de", "Basketballtrainer Olaf Benz sagte, das Team sei müde.", ["Olaf Benz"]],
    [
      "de",
      "Der Plan sei gescheitert, so Brandt. „Wir fangen von vorn an“, so die Ministerin.",
      ["Brandt", "Brandt"],
    ],
    ["de", "„Wir weinen oft“, sagte mir Steiner später.", ["Steiner"]],
    ["de", "Die Zahl verzeichnete laut Nielsen einen Anstieg.", ["Nielsen"]],
    ["de", "Laut der XYZ werden in der Stadt mehr Fälle gezählt.", ["XYZ"]],
  ],
  "nouns that look like verbs": [
    ["fr", "L’annonce de Paul Morin, la demande de Claire Vidal et la critique sont connues.", []],
    ["fr", "Comme l’explique Paul Morin, la route restera fermée.", ["Paul Morin"]],
  ],
  "the subject, past a phrase that opens the sentence": [
    [
      "de",
      "In einer Rede vor dem Rat der Vereinten Nationen erklärte Minister Olaf Benz, dass er bleibt.",
      ["Olaf Benz"],
    ],
    [
      "de",
      "Olaf Benz traf Vertreter aus dem Iran und stellte dabei klar, dass er bleibt.",
      ["Olaf Benz"],
    ],
    [
      "es",
      "“No hay miedo”, respondió a los periodistas la alcaldesa Marta Olmedo.",
      ["Marta Olmedo"],
    ],
    ["ru", "Игорь Бенц встретился с послом США и сообщил, что дорога закрыта.", ["Игорь Бенц"]],
  ],
  "not the place after a comma": [
    [
      "de",
      "Professor Lena Thiel von der Universität Bethesda, Maryland, sagte: „Die Daten sind da.“",
      ["Lena Thiel"],
    ],
  ],
  "the subject of a verb without one": [
    ["fr", "Luc Benz a quitté la salle, précisant que la route était fermée.", ["Luc Benz"]],
    ["es", "Luis Benz cerró el parque, asegurando que era peligroso.", ["Luis Benz"]],
    ["ru", "Игорь Бенц посетил школу, отметив, что ремонт закончен.", ["Игорь Бенц"]],
  ],
  "who promises or asks for what an infinitive says": [
    ["de", "Olaf Benz versprach am Montag, die Steuern zu senken.", ["Olaf Benz"]],
    ["fr", "Luc Benz a promis de baisser les impôts.", ["Luc Benz"]],
    ["es", "Luis Benz prometió bajar los impuestos.", ["Luis Benz"]],
    ["ru", "Игорь Бенц предложил снизить налог.", ["Игорь Бенц"]],
  ],
  "a body in which it was said": [
    ["ru", "В Кремле неоднократно подчёркивали, что дорога закрыта.", ["Kremlin"]],
    ["ru", "В министерстве обороны сообщили, что дорога закрыта.", ["министерстве"]],
    ["ru", "Дорога останется закрытой, заявили в Кремле.", ["Kremlin"]],
    ["ru", "В Кремле журналисты рассказали, что дорога закрыта.", ["журналисты"]],
  ],
  "what comes after “according to”, whatever it is": [
    ["de", "Laut dem Wetterdienst fielen in Mainz 40 Liter Regen.", ["Wetterdienst"]],
    ["fr", "Le train est arrivé avec deux heures de retard, d’après la météo.", ["météo"]],
    ["es", "A juicio del fiscal Luis Benz, la prueba es válida.", ["Luis Benz"]],
  ],
  "who speaks through a text or an outlet": [
    [
      "fr",
      "Luc Benz a reconnu que la route était fermée, selon l’acte d’accusation.",
      ["Luc Benz via acte d’accusation"],
    ],
    [
      "es",
      "Luis Benz dijo que la carretera está cerrada, informó la cadena.",
      ["Luis Benz via cadena"],
    ],
  ],
  "in the clause that says who said the rest": [
    ["de", "Die Straße bleibt geschlossen, wie Rektorin Eva Brandt mitteilte.", ["Eva Brandt"]],
    ["fr", "Comme l’a rappelé la maire Eva Brandt, le stade date de 1930.", ["Eva Brandt"]],
    ["de", "Man habe alles versucht, so der Sprecher der Klinik.", ["Sprecher der Klinik"]],
  ],
  "the body after the statement, not who it is about": [
    ["fr", "Luc Benz, 34 ans, a été relâché, a indiqué le parquet de Lille.", ["parquet de Lille"]],
  ],
  "a person, not the owner or the words before the name": [
    ["ru", "Дочь Соколова, Марина Белых, рассказала, что отец болен.", ["Марина Белых"]],
    ["ru", "Учительница Вера Сомова сказала, что дорога закрыта.", ["Вера Сомова"]],
    ["de", "„Wir weinen oft“, klagte Landwirtin Sarah Thoms.", ["Sarah Thoms"]],
    ["ru", "«Это победа», — объявил глава штаба жителям в штате Западная Мола.", ["глава"]],
  ],
  "a body by its whole name": [
    ["es", "La Policía Local informó de que la calle está cortada.", ["Policía Local"]],
    [
      "es",
      "El Centro Nacional de Sismología indicó que el temblor duró diez segundos.",
      ["Centro Nacional de Sismología"],
    ],
  ],
  "whom a pronoun's gender fits best": [
    [
      "fr",
      "À bord du bateau, nommé Monkey Island, Claire Vidal a dormi. « C’est fini », a-t-elle dit.",
      ["Claire Vidal"],
    ],
    ["ru", "Мария Серова встретила Петра Белова. «Я его узнала», — говорит она.", ["Мария Серова"]],
  ],
  "who is meant by an age": [
    [
      "fr",
      "Luc Benz a expliqué que la route était fermée. « C’est faux », tranche l’attaquant de 31 ans.",
      ["Luc Benz", "Luc Benz"],
    ],
  ],
  "a German last name that ends as nouns do": [
    [
      "de",
      "Ruth Ehrung leitet das Amt. „Das ist falsch“, sagte Ehrung der Zeitung.",
      ["Ruth Ehrung"],
    ],
    ["de", "Lord Zeugnis sprach zuletzt. „Das ist alles falsch,“ so Zeugnis.", ["Zeugnis"]],
    ["de", "Vor einer begeisterten Menge sagte Olaf Benz, das sei gut.", ["Olaf Benz"]],
    ["de", "Olaf Benz kam. Vor einer begeisterten Menge sagte er, das sei gut.", ["Olaf Benz"]],
  ],
  "whom a genitive belongs to": [
    ["de", "Laut Frankreichs Wetterdienst war es kalt.", ["Frankreichs Wetterdienst"]],
    ["de", "Olaf Roth kam. Roths Sprecher sagte, das sei gut.", ["Roths Sprecher"]],
  ],
  "after an adjective": [
    [
      "de",
      "Olaf Benz gewann. „Wir haben heute alles richtig gemacht“, so der glückliche Benz.",
      ["Olaf Benz"],
    ],
  ],
  "beside a clause in the mood of reported speech": [
    ["de", "Olaf Benz forderte letzte Woche, die Partei solle mutiger werden.", ["Olaf Benz"]],
    ["de", "Olaf Benz forderte letzte Woche mehr Geld.", []],
  ],
  "a person of a certain name rather than two capitals": [
    [
      "fr",
      "Paul Morin est venu. Ghost Town a été jouée. « C’était beau », a-t-il dit.",
      ["Paul Morin"],
    ],
  ],
  "nobody of the other gender": [
    [
      "de",
      "Anna Roth sagte, das sei gut. „Das ist alles falsch“, so der Präsident.",
      ["Anna Roth", "Präsident"],
    ],
    [
      "fr",
      "Anna Morin a dit que c’était bon. « C’est entièrement faux », a dit le président.",
      ["Anna Morin", "président"],
    ],
  ],
  "the last name of an Arabic name without its article": [
    [
      "de",
      "Minister Walid al-Dabbur sprach. Dabbur, der auch Vizekanzler ist, sagte, das sei gut.",
      ["Walid al-Dabbur"],
    ],
  ],
  "an outlet whose name begins with an article": [
    ["es", "La reunión fue aplazada, según informó El País este martes.", ["El País"]],
    ["fr", "Le Figaro a annoncé que la réunion était reportée.", ["Le Figaro"]],
    ["fr", "Le monde a annoncé que la réunion était reportée.", []],
  ],
  "no word after an office and a stop": [
    [
      "fr",
      "Anne Morin est partie devant les députés. Interrogée par une chaîne, elle a précisé que tout va bien.",
      ["Anne Morin"],
    ],
    [
      "es",
      "Ana Luz habló a los periodistas. Preguntada por Efe, dijo que todo está bien.",
      ["Ana Luz"],
    ],
  ],
  "whose opinion opens the sentence": [
    ["fr", "Pour l’économiste Luc Benz, « la dette est tout à fait soutenable ».", ["Luc Benz"]],
    ["es", "Para el economista Luis Benz, “la deuda es del todo sostenible”.", ["Luis Benz"]],
    ["fr", "Pour Luc Benz, la fête est finie.", []],
  ],
  "a Turkish subject, not a noun with a case before it": [
    [
      "tr",
      "Gazeteye konuşan eski futbolcu Sinan Ak, takımın iyi oynadığını belirtti.",
      ["Sinan Ak"],
    ],
    ["tr", "Bakanlığa yakın bir kaynak, metnin oylanacağını söyledi.", ["unnamed"]],
    ["tr", "Kaptanın menajeri, transfer iddialarını yalanladı.", ["Kaptanın menajeri"]],
  ],
  "the subject of a Turkish participle": [
    ["tr", '"Göreceğiz, bekleyin" diyen sendika başkanı Ali Öz, gazetecilere konuştu.', ["Ali Öz"]],
  ],
  "no other holder of an office": [
    [
      "tr",
      "Sendika başkanı Ali Öz konuştu. İzmir Belediye Başkanı artıştan korktuğunu söyledi.",
      ["İzmir Belediye Başkanı"],
    ],
    [
      "ar",
      "قال الخبير سامي خليل إن الدين محتمل. وقال رئيس بلدية الإسكندرية إنه يخشى الزيادة.",
      ["سامي خليل", "رئيس بلدية الإسكندرية"],
    ],
  ],
  "an Arabic office with its owner": [
    ["ar", "وقال مستشار مراد إن الخطة جيدة.", ["مستشار مراد"]],
    ["ar", "وأكد المستشار مراد أن الخطة جيدة.", ["مراد"]],
  ],
  "nobody before, where an Arabic verb has a subject of its own": [
    ["ar", "قال الوزير أحمد سالم إن الجسر آمن. وقال الغواصون إن الطريق طويل.", ["أحمد سالم"]],
    [
      "ar",
      "قال الوزير أحمد سالم إن الجسر آمن. وقالت القاضية ليلى مراد إن الطريق طويل.",
      ["أحمد سالم", "ليلى مراد"],
    ],
    [
      "ar",
      "قال الوزير أحمد سالم إن الجسر آمن. وقال الأحد إن الطريق طويل.",
      ["أحمد سالم", "أحمد سالم"],
    ],
  ],
  "an Arabic speaker without those who are told": [
    ["ar", "وقالت ماركيتي لأنصارها إن الجسر آمن.", ["ماركيتي"]],
  ],
  "nobody but the one who told an outlet": [
    ["ru", "Источник в полиции сообщил РИА Новости, что дорога закрыта.", ["unnamed"]],
    ["ru", "Дорога закрыта, сообщает РИА Новости.", ["RIA Novosti"]],
  ],
  "a word with a hyphen": [
    ["ru", "Об этом сообщает пресс-служба мэрии.", ["пресс-служба"]],
    ["de", "„Wir werden alles sehen“, so Konzern-Chef Olaf Benz.", ["Olaf Benz"]],
  ],
  "not one of those named, where several speak or another one": [
    [
      "de",
      "Minister Olaf Benz sagte, es sei gut. Die Minister sagten, es sei spät.",
      ["Olaf Benz", "Minister"],
    ],
    [
      "de",
      "Ministerin Anna Benz sagte, es sei gut. Die Minister sagten, es sei spät.",
      ["Anna Benz", "Minister"],
    ],
    [
      "de",
      "Minister Olaf Benz sagte, es sei gut. Ein anderer Minister sagte, es sei spät.",
      ["Olaf Benz", "anderer Minister"],
    ],
    [
      "fr",
      "Le ministre Luc Benz a dit que c’était bon. Les ministres ont dit qu’il était tard.",
      ["Luc Benz", "ministres"],
    ],
    [
      "fr",
      "Le ministre Luc Benz a dit que c’était bon. Un autre ministre a dit qu’il était tard.",
      ["Luc Benz", "autre ministre"],
    ],
    [
      "es",
      "El ministro Luis Benz dijo que era bueno. Los ministros dijeron que era tarde.",
      ["Luis Benz", "ministros"],
    ],
    [
      "es",
      "El ministro Luis Benz dijo que era bueno. Otro ministro dijo que era tarde.",
      ["Luis Benz", "Otro ministro"],
    ],
    ["es", "El ministro Luis Benz dijo que era bueno. Dijeron que era tarde.", ["Luis Benz"]],
    [
      "ru",
      "Министр Игорь Волков заявил, что всё хорошо. Министры заявили, что уже поздно.",
      ["Игорь Волков", "Министры"],
    ],
    [
      "ru",
      "Министр Игорь Волков заявил, что всё хорошо. Другой министр заявил, что уже поздно.",
      ["Игорь Волков", "Другой министр"],
    ],
    [
      "tr",
      "Bakan Ali Öz yolun güvenli olduğunu söyledi. Bakanlar yolun uzun olduğunu söyledi.",
      ["Ali Öz", "Bakanlar"],
    ],
    [
      "ar",
      "قال الوزير أحمد سالم إن الجسر آمن. وقال الوزراء إن الطريق طويل.",
      ["أحمد سالم", "الوزراء"],
    ],
  ],
  "the one named, if the office is repeated": [
    [
      "de",
      "Ministerin Anna Benz sagte, es sei gut. Die Ministerin sagte, es sei spät.",
      ["Anna Benz", "Anna Benz"],
    ],
    [
      "fr",
      "Le ministre Luc Benz a dit que c’était bon. Le ministre a dit qu’il était tard.",
      ["Luc Benz", "Luc Benz"],
    ],
    [
      "es",
      "El ministro Luis Benz dijo que era bueno. El ministro dijo que era tarde.",
      ["Luis Benz", "Luis Benz"],
    ],
  ],
  "not an example of those who speak": [
    ["de", "Kritiker wie Olaf Benz sagten, es sei spät.", []],
    ["fr", "Des élus comme Luc Benz ont dit qu’il était tard.", []],
    ["es", "Críticos como Luis Benz dijeron que era tarde.", []],
    ["ru", "Критики, такие как Игорь Волков, заявили, что уже поздно.", []],
  ],
  "nobody who has not said it yet": [
    ["de", "Falls Minister Benz sagt, dass es spät sei, gehen alle. Das Wetter ist heute gut.", []],
    ["fr", "Si Luc Benz dit qu’il est tard, tous partiront. Le temps est beau aujourd’hui.", []],
    ["es", "Si Luis Benz dice que es tarde, todos se irán. El tiempo es bueno hoy.", []],
    ["ru", "Если Игорь Волков скажет, что уже поздно, все уйдут. Сегодня хорошая погода.", []],
  ],
  "nobody where nobody spoke": [
    ["de", "Weder Anna Benz noch Olaf Kuhn sagte, ob es spät sei.", []],
    ["de", "Kein Sprecher sagte, dass es spät sei.", []],
    ["fr", "Aucun responsable n’a dit qu’il était tard.", []],
    [
      "es",
      "La ministra Ana Benz dijo que era bueno. Ningún funcionario dijo que era tarde.",
      ["Ana Benz"],
    ],
    ["es", "La ministra Ana Benz dijo que era bueno. Nadie dijo que era tarde.", ["Ana Benz"]],
    ["ru", "Ни Анна Громова, ни Пётр Волков не сказали, что уже поздно.", []],
    ["ru", "Ни один чиновник не сказал, что уже поздно.", []],
  ],
  "nobody for “es”": [["de", "Olaf Benz kam. Das Gesetz sei gut, hieß es in der Mitteilung.", []]],
  "nobody in whose presence it was said": [
    [
      "es",
      "Ante la Asamblea General de la ONU, el ministro, Luis Benz, pidió que no haya guerra.",
      ["Luis Benz"],
    ],
  ],
  "no word for anybody": [
    [
      "de",
      "Olaf Benz sagte, das sei gut. Jemand nannte es Unsinn. „Das stimmt nicht“, sagte er.",
      ["Olaf Benz", "Olaf Benz"],
    ],
    ["de", "Die Art, in der Benz sprach, war neu. Benz sagte, das sei gut.", ["Benz"]],
  ],
  "of a quotation that began in the paragraph before": [
    ["de", "„Wir bleiben hier.\n\nWir gehen nie fort“, sagte Olaf Benz.", ["Olaf Benz"]],
  ],
  "names in quotation marks": [
    ["de", "In einem Interview mit dem „Spiegel“ hatte Benz gesagt, er trete nicht an.", ["Benz"]],
    ["ru", "В интервью газете «Труд» Анна Белова рассказала, что уходит.", ["Анна Белова"]],
  ],
};

describe.each(Object.entries(kinds))("the source is %s", (_kind, cases) => {
  it.each(cases)("in %s: %s", (language, text, expected) => {
    const sources = attributionsOf(language, text).map(({ source, via }) =>
      [source, ...via].join(" via "),
    );
    expect(sources).toEqual(expected);
  });
});

describe("the content of an attribution", () => {
  it.each([
    ["de", "Die Straße bleibt geschlossen. Das bestätigte Olaf Benz."],
    ["es", "La carretera sigue cerrada. Así lo confirmó Luis Benz."],
    ["ru", "Дорога останется закрытой. Об этом сообщил Игорь Бенц."],
  ])("in %s is the sentence before %s", (language, text) => {
    const [content] = attributionsOf(language, text)[0]!.content;
    expect(text.slice(content!.start, content!.end)).toBe(text.slice(0, text.indexOf(".") + 1));
  });

  it("ends after a mark of exclamation that a space parts from its quotation mark", () => {
    const text = "« Nous restons ici ! », a déclaré Luc Benz.";
    const [content] = attributionsOf("fr", text)[0]!.content;
    expect(text.slice(content!.start, content!.end)).toBe("« Nous restons ici ! »");
  });

  it("includes the end of a quotation that began in the paragraph before", () => {
    const text = "„Wir bleiben hier.\n\nWir gehen nie fort“, sagte Olaf Benz.";
    const words = attributionsOf("de", text)[0]!.content.map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(words).toContain("Wir gehen nie fort“");
  });
});
