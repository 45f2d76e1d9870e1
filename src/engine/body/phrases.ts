/**
 * Set phrases of news sites in lower case, which many sites print around articles in the same
 * words. A phrase belongs here if it is usual on news sites, not because one document has it.
 */

/** A short block that begins with one of these is a prompt to the reader. */
export const promptOpenings: readonly string[] = [
  // English
  ...["log in", "login", "log on", "sign in", "sign up", "register", "remember me"],
  ...["forgot password", "forgot your password", "create an account", "create a free account"],
  ...["create account", "already a subscriber", "already have an account", "already a member"],
  ...["already registered", "not a subscriber", "not a member", "subscribe", "unsubscribe"],
  ...["get our newsletter", "get the newsletter", "get our free", "join our newsletter"],
  ...["enter your email", "your email", "email address", "never miss a", "don't miss"],
  ...["don’t miss", "follow us", "follow me on", "follow on", "like us on", "find us on"],
  ...["join us on", "join our", "connect with us", "download our", "download the", "get the app"],
  ...[
    "get short url",
    "copy link",
    "permalink",
    "permalien",
    "share this",
    "share on",
    "share via",
    "share with",
    "share",
  ],
  ...["tweet", "tweet this", "pin it", "print this", "email this", "print", "save this"],
  ...["send this", "click here", "tap here", "click to", "click on the", "tap to"],
  ...["read more", "read also", "read the full", "read the original", "read next", "also read"],
  ...["continue reading", "keep reading", "see also", "see more", "see all", "view all"],
  ...["show more", "load more", "watch:", "watch more", "watch the", "listen:", "view comments"],
  ...["related:", "related story", "more:", "more on this", "more from", "more about this"],
  ...["recommended:", "skip to", "skip advertisement", "jump to", "back to top", "go to the"],
  ...["advertisement", "advertising", "sponsored", "story continues", "article continues"],
  ...["this article continues", "scroll down", "swipe", "please enable", "enable javascript"],
  ...[
    "javascript is",
    "your browser does not",
    "this video cannot",
    "this video is",
    "loading",
    "please wait",
  ],
  ...["we use cookies", "this site uses cookies", "this website uses cookies", "by using this"],
  ...["by clicking", "by signing up", "by subscribing", "accept all", "accept cookies"],
  ...["leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment"],
  ...["join the conversation", "join the discussion", "be the first to", "have your say"],
  ...["cancel reply", "reply", "report a correction", "report an error", "found a mistake"],
  ...["get in touch", "contact us", "got a tip", "have a tip", "send us your"],
  ...["remind me later", "not ready to support", "support us", "donate", "make a donation"],
  ...[
    "make a contribution",
    "become a member",
    "become a patron",
    "buy us a coffee",
    "start your free",
  ],
  ...["thanks for signing", "you have successfully"],
  ...["listen to this article", "listen to the article", "open gallery", "view gallery"],
  ...["you may also", "you might also", "sorry,", "add us as a", "set as a preferred"],
  // German
  ...["anmelden", "jetzt anmelden", "registrieren", "jetzt registrieren", "abonnieren"],
  ...["jetzt abonnieren", "abonnieren sie", "melden sie sich", "newsletter", "zum newsletter"],
  ...["lesen sie auch", "lesen sie hier", "lesen sie mehr", "lesen sie dazu", "lesen sie jetzt"],
  ...["lies auch", "lesen sie weiter", "auch interessant", "mehr lesen", "weiterlesen"],
  ...["weiter lesen", "mehr dazu", "mehr zum thema", "mehr zu", "zum thema", "passend dazu"],
  ...["anzeige", "werbung", "teilen", "drucken", "merken", "folgen sie uns", "folgt uns"],
  ...["jetzt spenden", "unterstützen sie", "bitte aktivieren", "wir verwenden cookies"],
  ...["kommentar schreiben", "schreiben sie einen kommentar", "ihre e-mail", "deine e-mail"],
  ...[
    "empfohlener externer inhalt",
    "an dieser stelle finden",
    "hier finden sie",
    "zur startseite",
  ],
  ...["zurück zur", "artikel teilen", "artikel drucken", "artikel anhören", "das könnte sie"],
  ...["sie haben noch kein", "noch kein abo", "bereits abonnent", "alle kommentare"],
  // French
  ...["abonnez-vous", "inscrivez-vous", "connectez-vous", "se connecter", "s’abonner"],
  ...["s'abonner", "suivez-nous", "partager", "publicité", "à lire aussi", "lire aussi"],
  ...["lire la suite", "à lire :", "voir aussi", "recevez", "votre adresse"],
  // Spanish
  ...["suscríbete", "suscríbase", "suscribirse", "regístrate", "inicia sesión", "iniciar sesión"],
  ...["síguenos", "síganos", "compartir", "publicidad", "lea también", "lee también", "lea más"],
  ...["leer más", "te puede interesar", "le puede interesar", "puedes seguir", "puede seguir"],
  // Portuguese
  ...[
    "leia também",
    "leia mais",
    "leia a matéria",
    "assine",
    "inscreva-se",
    "cadastre-se",
    "siga o",
  ],
  ...["siga a", "siga-nos", "publicidade", "compartilhe", "compartilhar", "veja também"],
  ...["receba", "entre no grupo", "entre no canal", "clique aqui", "clique e", "participe do"],
  // Italian
  ...["iscriviti", "abbonati", "accedi", "seguici", "pubblicità", "leggi anche", "leggi tutto"],
  // Dutch
  ...["lees ook", "abonneer", "meld je aan", "schrijf je in", "deel dit", "advertentie"],
  // Turkish, Russian
  ...["abone ol", "giriş yap", "bizi takip", "ilgili haber", "paylaş"],
  ...["подписывайтесь", "подпишитесь", "читайте также", "читайте нас", "поделиться", "реклама"],
];

/**
 * A block of up to ordinary paragraph length that contains one of these is a prompt to the reader.
 */
export const promptPhrases: readonly string[] = [
  ...["your email address will not be published", "required fields are marked"],
  ...["never miss a story", "never miss an update", "straight to your inbox"],
  ...["delivered to your inbox", "in your inbox", "to your inbox", "sign up to our"],
  ...["sign up for our", "sign up for the", "sign up to the", "signing up to", "sign up here"],
  ...["sign up now", "sign up today", "subscribe to our", "subscribe to the", "subscribe now"],
  ...[
    "subscribe today",
    "subscribe here",
    "subscribe for",
    "follow us on",
    "follow him on twitter",
  ],
  ...["follow her on twitter", "like us on facebook", "join our telegram", "our telegram channel"],
  ...["our whatsapp channel", "our youtube channel", "our facebook page", "download our app"],
  ...["click here to", "click here for", "you can unsubscribe"],
  ...["terms and conditions apply", "all rights reserved"],
  ...["this material may not be published", "may not be reproduced", "we use cookies"],
  ...["you must be logged in", "please log in", "please sign in", "log in or", "login or register"],
  ...["sign in or", "create a free account", "enable javascript", "javascript to view"],
  ...["small favor to ask", "small favour to ask", "support our journalism"],
  ...["support independent journalism", "please support us", "please consider supporting"],
  ...["please consider donating", "please consider making", "make a donation", "we need your help"],
  ...["we need your support", "your support, no matter", "readers like you"],
  ...["not ready to support", "help us continue", "help keep our", "become a subscriber"],
  ...[
    "affiliate commission",
    "we may earn",
    "earn a commission",
    "views expressed in this article",
  ],
  ...["views expressed here are", "do not necessarily reflect", "opinions expressed in this"],
  ...["contributed to this report", "contributed to this story", "contributed reporting"],
  ...["to comment on this", "comments are closed", "comments are moderated"],
  ...["we want to hear what you think", "let us know in the comments", "letter to the editor"],
  ...["tell us what you think", "share your thoughts"],
  ...["send your story", "have a story for", "email us at", "contact the author"],
  // German
  ...["unseren newsletter", "unserem newsletter", "unser newsletter", "den newsletter"],
  ...["e-mail-adresse wird nicht veröffentlicht", "erforderliche felder sind"],
  ...["in ihrem browser", "alle rechte vorbehalten", "jetzt kostenlos"],
  ...["folgen sie uns", "auf facebook folgen", "ihre zustimmung", "ihre einwilligung"],
  ...["unterstützen sie uns", "ihre spende", "ihre unterstützung", "mit einem abo"],
  // French, Spanish, Portuguese, Italian
  ...["notre newsletter", "adresse e-mail ne sera pas", "tous droits réservés"],
  ...["nuestro boletín", "nuestra newsletter", "todos los derechos reservados", "síguenos en"],
  ...["nossa newsletter", "todos os direitos reservados", "nosso canal", "grupo do whatsapp"],
  ...["canal no whatsapp", "nostra newsletter", "tutti i diritti riservati"],
  // Reports of mistakes
  ...["found an error in this article", "spotted a mistake?", "fehler gefunden?"],
  ...["fehler entdeckt?", "une erreur dans cet article", "encontraste un error"],
  ...["encontrou um erro?", "trovato un errore?", "v článku zaznamenali chybu"],
  ...["našli jste v článku chybu", "zauważyłeś błąd", "znalazłeś błąd", "fout gezien?"],
  ...["нашли ошибку?", "заметили ошибку?", "нашли опечатку", "hata mı gördünüz"],
  // Russian, Turkish
  ...["в нашем телеграм", "наш канал", "все права защищены", "tüm hakları saklıdır"],
];

/** Like promptPhrases, but for shorter blocks only, because news reports use these phrases too. */
export const noticePhrases: readonly string[] = [
  ...["privacy policy", "privacy notice", "cookie policy", "terms of service", "terms of use"],
  ...["datenschutzerklärung", "nutzungsbedingungen", "política de privacidad"],
];

/** Phrases of appeals for money or membership; two of them make any block an appeal. */
export const appealPhrases: readonly string[] = [
  ...["support us", "your support", "support our", "donat", "contribution", "contribute"],
  ...["independent journalism", "quality journalism", "our journalism", "our journalists"],
  ...["our newsroom", "our reporting", "as little as", "starting from", "monthly", "become a"],
  ...["membership", "subscriber", "need your help", "makes a difference", "world of difference"],
  ...["our mission", "critical mission", "fearless", "press freedom", "no paywall", "free to read"],
  ...["we, the journalists", "every contribution", "small favor", "small favour", "reader-funded"],
];

/** Lines, as letter keys, that are followed by readers' comments. */
export const strongStops: ReadonlySet<string> = new Set([
  ...["leaveareply", "leaveacomment", "postacomment", "addacomment", "writeacomment"],
  ...["postyourcomment", "postcomment", "allcomments", "comments", "comment", "showcomments"],
  ...["viewcomments", "readcomments", "usercomments", "readercomments", "viewallcomments"],
  ...["jointheconversation", "jointhediscussion", "discussion", "communitystandardsdiscussion"],
  ...["haveyoursay", "commentsection", "responses", "commentsareclosed", "discussthisarticle"],
  ...["whatdoyouthink", "showcommentshidecomments", "loadcomments", "topcomments"],
  ...["kommentare", "kommentar", "allekommentare", "kommentarschreiben", "ihrkommentar"],
  ...["kommentareanzeigen", "schreibeeinenkommentar", "schreibeneinekommentar", "leserkommentare"],
  ...["diskutierensiemit", "kommentarehinterlassen", "hinterlasseeinenkommentar"],
  ...["hinterlasseneineantwort", "schreibeeineantwort", "kommentierenabbrechen"],
  ...["commentaires", "laisseruncommentaire", "laisserunereponse", "réactions", "vosréactions"],
  ...["comentarios", "comentários", "dejauncomentario", "deixeumcomentário"],
  ...["deixeumaresposta", "deixeseucomentário", "commenti", "lasciauncommento"],
  ...["reacties", "geefeenreactie", "комментарии", "оставитькомментарий", "yorumlar", "yorumyap"],
]);

/** Lines, as letter keys, that are followed by other stories. */
export const weakStops: ReadonlySet<string> = new Set([
  ...["latestnews", "topnews", "breakingnews", "morenews", "topstories", "morestories", "latest"],
  ...["lateststories", "latestarticles", "relatednews", "relatedarticles", "relatedarticle"],
  ...["relatedstories", "relatedstory", "relatedcontent", "relatedposts", "relatedtopics"],
  ...["relatedlinks", "relatedcoverage", "related", "readmore", "readnext", "readalso", "alsoread"],
  ...[
    "seealso",
    "upnext",
    "nextarticle",
    "previousarticle",
    "nextstory",
    "mostread",
    "mostpopular",
  ],
  ...["mostviewed", "mostcommented", "popular", "popularnow", "popularposts", "trending"],
  ...["trendingnow", "recommended", "recommendedforyou", "recommendedstories", "foryou"],
  ...["youmayalsolike", "youmightalsolike", "youmaylike", "youmightlike", "moreforyou"],
  ...["editorspicks", "editorschoice", "dontmiss", "inthissection", "morefromthissection"],
  ...["moreonthisstory", "moreonthistopic", "moreonthis", "fromtheweb", "aroundtheweb"],
  ...["fromaroundtheweb", "sponsored", "sponsoredcontent", "promoted", "paidcontent"],
  ...["promotedstories", "abouttheauthor", "aboutauthor", "abouttheauthors", "newsletter"],
  ...["newsletters", "sharethis", "sharethisarticle", "sharethisstory", "sharethispost"],
  ...["tags", "topics", "keywords", "filedunder", "followus"],
  ...["postnavigation", "morefromus", "alsoontheweb", "weiterlesen", "sourcesandfurtherreading"],
  ...["mehrzumthema", "zumthema", "daskönntesieauchinteressieren", "auchinteressant"],
  ...["daskönntedichauchinteressieren", "weitereartikel", "weiterenachrichten", "weiterethemen"],
  ...["meistgelesen", "meistgelesene", "ähnlicheartikel", "verwandteartikel", "verwandtethemen"],
  ...["lesensieauch", "mehrausderrubrik", "mehraus", "neuestebeiträge", "überdenautor"],
  ...["überdieautorin", "themen", "schlagwörter", "schlagworte", "artikelteilen"],
  ...["dieartikeldeswoche", "empfehlungen", "empfehlungenderredaktion", "unsereempfehlungen"],
  ...["aktuellenachrichten", "neuesteartikel", "auchlesen", "passendzumthema"],
  ...["àlireaussi", "lireaussi", "surlemêmesujet", "articlesliés", "àliresurlemêmesujet"],
  ...["lespluslus", "danslamêmerubrique", "voiraussi"],
  ...["noticiasrelacionadas", "artículosrelacionados", "máleídas", "lomásleído", "másnoticias"],
  ...["tepuedeinteresar", "lepuedeinteresar", "másinformación", "archivadoen"],
  ...["leiatambém", "leiamais", "notíciasrelacionadas", "maislidas", "vejatambém"],
  ...["leggianche", "articolicorrelati", "potrebbeinteressarti"],
  ...["leesook", "meestgelezen", "читайтетакже", "популярное", "ilgilihaberler", "çokokunanlar"],
  ...["právěseděje", "související", "souvisejícíčlánky", "nejčtenější", "mohlobyvászajímat"],
]);
