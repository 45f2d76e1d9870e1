import { checkRooms } from "./checkRooms.ts";

await checkRooms("engine/");
