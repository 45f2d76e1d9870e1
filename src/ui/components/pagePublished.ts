import { createContext } from "preact";
import type { PublicationDate } from "../../engine/model/index.ts";

/** The publication date of the page whose references are shown; null if unknown. */
export const PagePublished = createContext<PublicationDate | null>(null);
