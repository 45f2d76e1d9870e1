import { checkRooms } from "./checkRooms.ts";
import { readers } from "./readers.ts";

checkRooms(Object.keys(readers).filter((room) => room.startsWith("ingest")));
