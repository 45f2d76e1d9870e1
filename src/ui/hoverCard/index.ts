export { relationStyles } from "../components/tokens.ts";
export { createWording, type Wording } from "../components/wording.ts";
export type { CardActions } from "./cardActions.ts";
export { createCardHost } from "./cardHost.tsx";
