export { type RelationStyles, stylesFor } from "../components/markStyles.ts";
export { relationStyles } from "../components/tokens.ts";
export { createWording, type Wording } from "../components/wording.ts";
export type { CardActions } from "./cardActions.ts";
export { type CardDress, createCardHost } from "./cardHost.tsx";
