import { describe, expect, it } from "vitest";
import {
  sameNameAcrossScripts,
  scriptKey,
} from "../../../src/engine/facts/names/nameAcrossScripts.ts";

/** One person a line, as the languages write the name. */
const persons = [
  "Sergey Lavrov|Сергей Лавров|سيرغي لافروف|Sergej Lawrow|Sergueï Lavrov|Serguéi Lavrov|Лаврова|Лавровым|Sergei Lavrov'un",
  "Vladimir Putin|Владимир Путин|فلاديمير بوتين|Wladimir Putin|Vladimir Poutine|Путиным|Putin",
  "Donald Trump|Дональд Трамп|دونالد ترامب|Трампа|Trump",
  "Volodymyr Zelensky|Владимир Зеленский|Wolodymyr Selenskyj|Zelenskiy|زيلينسكي|Зеленского|Volodímir Zelenski",
  "Mevlut Cavusoglu|Mevlüt Çavuşoğlu|Мевлют Чавушоглу|مولود تشاووش أوغلو",
  "Recep Tayyip Erdogan|Recep Tayyip Erdoğan|Реджеп Тайип Эрдоган|رجب طيب أردوغان|Erdogan",
  "Sergei Shoigu|Сергей Шойгу|Sergej Schoigu|Sergueï Choïgou|سيرغي شويغو|Sergey Şoygu",
  "Dmitry Peskov|Дмитрий Песков|Dmitri Peskow|دميتري بيسكوف|Dmitriy Peskov",
  "Maria Zakharova|Мария Захарова|Marija Sacharowa|ماريا زاخاروفا|Maria Zajárova|Захаровой",
  "Emmanuel Macron|Эммануэль Макрон|إيمانويل ماكرون",
  "Jarosław Kaczyński|Jaroslaw Kaczynski|Ярослав Качиньский|Качинского",
  "Angela Merkel|Ангела Меркель|أنغيلا ميركل|Меркель",
  "Boris Johnson|Борис Джонсон|بوريس جونسون",
  "Theresa May|Тереза Мэй|تيريزا ماي",
  "Jean-Claude Juncker|Жан-Клод Юнкер|جان كلود يونكر",
  "Nikol Pashinyan|Никол Пашинян|Nikol Paschinjan|نيكول باشينيان",
  "Xi Jinping|Си Цзиньпин|شي جين بينغ",
  "Kim Jong Un|Ким Чен Ын|Kim Jong-un|كيم جونغ أون",
  "Bashar al-Assad|Башар Асад|بشار الأسد|Baschar al-Assad|Bachar el-Assad|Beşar Esad",
  "John Kerry|Джон Керри|جون كيري",
  "Barack Obama|Барак Обама|باراك أوباما",
  "Hillary Clinton|Хиллари Клинтон|هيلاري كلينتون",
  "Antonio Guterres|Антониу Гутерриш|أنطونيو غوتيريش",
  "Boris Yeltsin|Борис Ельцин|Boris Jelzin|Boris Eltsine|بوريس يلتسين",
  "Nikita Khrushchev|Никита Хрущёв|Nikita Chruschtschow|Nikita Khrouchtchev",
  "Mohammed bin Salman|Мухаммед бин Салман|محمد بن سلمان|Mohamed ben Salmane",
  "Benjamin Netanyahu|Биньямин Нетаньяху|بنيامين نتنياهو|Benjamin Nétanyahou|Benyamin Netanyahu|בנימין נתניהו",
  "Hassan Rouhani|Хасан Рухани|حسن روحاني|Hassan Rohani|Hasan Ruhani",
  "Brett Kavanaugh|Бретт Кавано|بريت كافانو",
  "Christine Blasey Ford|Кристин Блейзи Форд",
  "Lindsey Graham|Линдси Грэм|ليندسي غراهام",
  "Mitch McConnell|Митч Макконнелл",
  "Wang Yi|Ван И|وانغ يي",
  "Kyriakos Mitsotakis|Κυριάκος Μητσοτάκης|Кириакос Мицотакис",
  "Joe Biden|Джо Байден|جو بايدن",
  "George Bush|Джордж Буш|جورج بوش",
  "Michael Wright|Майкл Райт",
  "Pep Guardiola|Пеп Гвардиола|Гвардиолы|بيب غوارديولا",
  "Moon Jae-in|Мун Чжэ Ин|Jae-in Moon",
  "Robin Li|Ли Робин",
].map((line) => line.split("|"));

describe("names across scripts", () => {
  it.each(persons)("knows the other spellings of %s", (name, ...others) => {
    expect(others.filter((other) => !sameNameAcrossScripts(name!, other))).toEqual([]);
  });

  it("distinguishes any two of these persons in all spellings", () => {
    const confused = persons.flatMap((one) =>
      persons.flatMap((other) => (one === other ? [] : pairs(one, other))),
    );
    expect(confused.filter(([a, b]) => sameNameAcrossScripts(a, b))).toEqual([]);
  });

  it.each([
    ["Hillary Clinton", "Bill Clinton"],
    ["Clinton", "Clifton"],
    ["Иванов", "Петров"],
    ["Lavrov", "Lavrenko"],
    ["Песков", "Пастухов"],
    ["Michel", "Miller"],
  ])("distinguishes %s from %s", (a, b) => {
    expect(sameNameAcrossScripts(a, b)).toBe(false);
  });

  it.each([
    ["Moon", "Moon Jae-in"],
    ["Lee", "Ли Робин"],
    ["Мун", "Moon Jae-in"],
  ])("knows %s as the family name that %s begins with", (lone, full) => {
    expect(sameNameAcrossScripts(lone, full)).toBe(true);
    expect(sameNameAcrossScripts("Kim", full)).toBe(false);
  });

  it("knows bodies by the tables whatever they are called", () => {
    expect(sameNameAcrossScripts("UN", "United Nations")).toBe(true);
    expect(sameNameAcrossScripts("United Nations", "European Union")).toBe(false);
  });

  it.each([
    ["National Hurricane Center", "Centro Nacional de Huracanes"],
    ["Assembly Commission", "Commission de l’Assemblée"],
    ["Kirkby Police Department", "Polizei von Kirkby"],
    ["Metropolitan Police", "Policía Metropolitana"],
  ])("knows %s and %s as one body in two languages", (a, b) => {
    expect(sameNameAcrossScripts(a, b)).toBe(true);
    expect(sameNameAcrossScripts(b, a)).toBe(true);
  });

  it.each([
    ["Supreme Court", "Corte Suprema de Texas"],
    ["National Guard", "Policía Nacional"],
    ["Health Department", "Police Department"],
    ["Kirkby Town", "Kirkby Town University"],
  ])("distinguishes %s from %s, which shares some of its words", (a, b) => {
    expect(sameNameAcrossScripts(a, b)).toBe(false);
  });

  it("leaves out the letters after a full name", () => {
    expect(sameNameAcrossScripts("Anna Freeman MSP", "Freeman")).toBe(true);
    expect(sameNameAcrossScripts("Freeman", "MSP")).toBe(false);
  });

  it("gives most spellings of a name the same key", () => {
    const lavrov = ["Sergey Lavrov", "Сергей Лавров", "سيرغي لافروف", "Sergej Lawrow", "Лавровым"];
    expect(new Set(lavrov.map(scriptKey)).size).toBe(1);
  });
});

function pairs(a: readonly string[], b: readonly string[]): readonly (readonly [string, string])[] {
  return a.flatMap((one) => b.map((other) => [one, other] as const));
}
