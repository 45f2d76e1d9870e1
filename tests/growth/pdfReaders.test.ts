/** A file of its own, so that two cores have about as much to measure. */
import { checkRooms } from "./checkRooms.ts";

await checkRooms((room) => room === "ingest/pdf");
