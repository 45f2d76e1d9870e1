import { checkRooms } from "./checkRooms.ts";

await checkRooms((room) => room.startsWith("engine/"));
