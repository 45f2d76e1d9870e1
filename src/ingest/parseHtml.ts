/** Makes a document of HTML, without running or loading anything of it. */
export type ParseHtml = (html: string) => Document;
