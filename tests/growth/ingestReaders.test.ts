import { checkRooms } from "./checkRooms.ts";

await checkRooms((room) => room.startsWith("ingest") && room !== "ingest/pdf");
