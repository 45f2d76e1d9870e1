import { createContext } from "preact";
import type { PublicationDate } from "../../engine/model/index.ts";

/** When the page was published whose references are shown; null where that is not known. */
export const PagePublished = createContext<PublicationDate | null>(null);
