import { describe, expect, it } from "vitest";
import { languageOf } from "../../../src/engine/text/detectLanguage.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";

const detected = (text: string, stated: string | null = null) => languageOf(tokenise(text), stated);

const sentences = {
  en: "The minister said on Tuesday that the talks would go on and that they had not been broken off.",
  de: "Der Minister sagte am Dienstag, dass die Gespräche weitergehen und nicht abgebrochen worden sind.",
  fr: "Le ministre a déclaré mardi que les discussions se poursuivent et qu’elles n’ont pas été rompues.",
  es: "El ministro dijo el martes que las conversaciones siguen y que no se han roto por ahora.",
  tr: "Bakan salı günü yaptığı açıklamada görüşmelerin devam ettiğini ve bunun için bir engel olmadığını söyledi.",
  it: "Il ministro ha detto martedì che i colloqui continuano e che non sono stati interrotti per ora.",
  pt: "O ministro disse na terça-feira que as conversas continuam e que não foram ainda interrompidas.",
  nl: "De minister zei dinsdag dat de gesprekken doorgaan en dat ze niet zijn afgebroken, maar nog lopen.",
  ru: "Министр заявил во вторник, что переговоры продолжаются.",
  uk: "Міністр заявив у вівторок, що переговори тривають і їх не припинено.",
  bg: "Министърът каза във вторник, че преговорите продължават и не са прекъснати, а съветът ще се събере отново скоро.",
  ar: "قال الوزير يوم الثلاثاء إن المحادثات مستمرة.",
  fa: "وزیر گفت که گفتگوها ادامه دارد و پایان نیافته است.",
  ja: "外相は火曜日、協議は続いていると述べた。",
  zh: "外长周二表示，会谈仍在继续。",
  ko: "장관은 화요일 회담이 계속되고 있다고 말했다.",
  th: "รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเจรจายังดำเนินต่อไป",
  hi: "मंत्री ने मंगलवार को कहा कि बातचीत जारी है।",
  el: "Ο υπουργός δήλωσε την Τρίτη ότι οι συνομιλίες συνεχίζονται.",
  he: "השר אמר ביום שלישי כי השיחות נמשכות.",
};

describe("the language of a text", () => {
  it.each(Object.entries(sentences))("is told from one sentence: %s", (language, text) => {
    expect(detected(text)).toBe(language);
  });

  it("is the stated one if the words do not decide", () => {
    expect(detected("Putin, Erdogan, Ankara.", "tr-TR")).toBe("tr");
    expect(detected("Putin, Erdogan, Ankara.")).toBeNull();
    expect(detected("", "de")).toBe("de");
  });

  it("is the stated one against a few words of another", () => {
    expect(detected(`He called it “das ist nicht gut”. ${sentences.en}`, "en")).toBe("en");
  });

  it.each([
    ["uk", "Президент заявив, що уряд готує угоду про газ, яку готувала Варшава."],
    ["be", "Міністр заявіў у аўторак, што перамовы працягваюцца і не спынены."],
    ["be", "Прэзідэнт заявіў, што размовы працягваюцца."],
    ["mk", "Министерот изјави во вторникот дека преговорите продолжуваат и не се прекинати."],
    ["mk", "Владата донесе одлука за новиот буџет."],
    ["bg", "Правителството прие новия бюджет за болниците."],
    ["ky", "Өкмөт жаңы бюджетти кабыл алды, деди министр."],
    ["ur", "وزیر نے کہا کہ بات چیت جاری ہے۔"],
    ["ps", "وزیر وویل چې خبرې دوام لري او پای ته نه دي رسېدلي."],
    ["mr", "मंत्र्यांनी मंगळवारी सांगितले की चर्चा सुरू आहे."],
    ["ja", "外相会談継続"],
  ])("is the stated one of several with the same letters: %s", (language, text) => {
    expect(detected(text, language)).toBe(language);
  });

  it("is not the stated one if its letters are another's", () => {
    const russian =
      "Министр заявил, что этот вопрос ещё обсуждают, и мы знаем, чем был вызван спор.";
    expect(detected(russian, "uk")).toBe("ru");
    expect(detected(sentences.uk, "ru")).toBe("uk");
    expect(detected(sentences.ja, "zh")).toBe("ja");
    expect(detected("أكدت الوزيرة أن الحكومة مستمرة في المفاوضات الجارية.", "fa")).toBe("ar");
  });

  it("is that of the words if they clearly contradict the stated one", () => {
    expect(detected(`${sentences.de} ${sentences.de}`, "en")).toBe("de");
    expect(detected(sentences.ru, "en-GB")).toBe("ru");
    expect(detected(sentences.ja, "en")).toBe("ja");
  });
});
