import type { Outlet, PublicationDate } from "../engine/model/index.ts";

/**
 * The page as it is sent to be matched: text and metadata only. The offsets in the reply refer to
 * it.
 */
export interface PageText {
  readonly url: string | null;
  readonly title: string;
  /** The article's own blocks, joined by a blank line. */
  readonly body: string;
  readonly outlet: Outlet | null;
  readonly published: PublicationDate | null;
  readonly language: string | null;
  /** The article, or text that the reader has selected, with or without an article around it. */
  readonly scope: "article" | "selection";
}
