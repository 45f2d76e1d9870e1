/**
 * Zones as printed after a clock time, with those of RFC 822. Names with several meanings ("IST",
 * "AST", "ECT") are left out: no zone is better than a wrong one.
 */
const hoursAhead: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0 },
  ...{ bst: 1, cet: 1, mez: 1, west: 1, wat: 1 },
  ...{ cest: 2, mesz: 2, eet: 2, cat: 2, sast: 2 },
  ...{ eest: 3, msk: 3, trt: 3, eat: 3, мск: 3 },
  ...{ pkt: 5, wib: 7, awst: 8, hkt: 8, sgt: 8, pht: 8, wita: 8, jst: 9, kst: 9, wit: 9 },
  ...{ acst: 9.5, aest: 10, acdt: 10.5, aedt: 11, nzst: 12, nzdt: 13 },
  ...{ art: -3, brt: -3, clst: -3, ndt: -2.5, nst: -3.5, adt: -3 },
  ...{ edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 },
  ...{ akdt: -8, akst: -9, hst: -10 },
};

/** Names that are used in summer and in winter. */
const places: Readonly<Record<string, string>> = {
  ...{ et: "America/New_York", ct: "America/Chicago", mt: "America/Denver" },
  pt: "America/Los_Angeles",
};

/**
 * A zone after a clock time: "+01:00", "+0100", "UTC+1", "GMT-05:30", "(CET)", "Z". A few spaces at
 * most are between them.
 */
export const zoneSource = String.raw`\s{0,3}\(?((?:GMT|UTC|UT)?\s?[+\u2212-]\d{1,2}(?::?\d{2})?(?!\d)|[A-Za-zА-я]{1,4}(?![\p{L}\d]))\)?`;

/**
 * Returns "Z" or an offset such as "+01:00" for a zone after a time of that day; null if the zone
 * is not known.
 */
export function offsetOfZone(zone: string, day: string, clock: string): string | null {
  const numeric = /^(?:GMT|UTC|UT)?\s?([+\u2212-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (numeric !== null) {
    const [, sign, hours, minutes = "00"] = numeric;
    const ahead = Number(hours) * 60 + Number(minutes);
    if (ahead > 14 * 60 || Number(minutes) > 59) return null;
    // "-0000" means that the zone is not known (RFC 5322, 3.3).
    if (sign !== "+" && ahead === 0) return null;
    return written(sign === "+" ? ahead : -ahead, false);
  }
  // "18:20 et mis à jour", "18:20 art": a word of the language, in small letters.
  if (zone !== zone.toUpperCase() && !/^(?:z|ut|utc|gmt)$/i.test(zone)) return null;
  const name = zone.toLowerCase();
  const hours = hoursAhead[name];
  if (hours !== undefined) return written(hours * 60, /^(?:z|ut|utc|gmt)$/.test(name));
  const place = places[name];
  return place === undefined ? null : written(minutesAheadIn(place, `${day}T${clock}`), false);
}

function written(minutesAhead: number, isUtc: boolean): string {
  if (isUtc) return "Z";
  const part = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const far = Math.abs(minutesAhead);
  return `${minutesAhead < 0 ? "-" : "+"}${part(far / 60)}:${part(far % 60)}`;
}

/** Returns how many minutes the clocks of a place are ahead of UTC at its local time. */
function minutesAheadIn(place: string, local: string): number {
  const asUtc = Date.parse(`${local}${local.length === 16 ? ":00" : ""}Z`);
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: place,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
  });
  const aheadAt = (moment: number) => {
    const part = Object.fromEntries(
      format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
    );
    const there = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!);
    return Math.round((there - moment) / 60_000);
  };
  // First taken for UTC; then with what that gives, which differs in the nights of the change only.
  return aheadAt(asUtc - aheadAt(asUtc) * 60_000);
}
