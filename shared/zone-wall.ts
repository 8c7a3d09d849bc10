/** What the clocks on the walls of a zone show at an instant: date `YYYY-MM-DD` and time `HH:MM`. */
export function wallOfInstant(
  instantMs: number,
  timeZone: string,
): { date: string; time: string } | undefined {
  const format = formatOf(timeZone);
  if (format === undefined || Math.abs(instantMs) > 8e15) return undefined;
  // Swedish writes dates and times as ISO 8601 does.
  const [date = '', time = ''] = format.format(instantMs).split(' ');
  return { date, time };
}

/** The name of a zone that this device knows, in its own spelling of capitals; undefined for an unknown one. */
export function knownZone(timeZone: string): string | undefined {
  const resolved = formatOf(timeZone)?.resolvedOptions().timeZone;
  if (resolved === undefined) return undefined;
  // An older name stays: devices differ in which of two names of a place they prefer.
  return resolved.toLowerCase() === timeZone.toLowerCase() ? resolved : timeZone;
}

/** Minutes that a zone is ahead of UTC at an instant; undefined for an unknown one. */
export function offsetMinutes(instantMs: number, timeZone: string): number | undefined {
  const wall = wallOfInstant(instantMs, timeZone);
  if (wall === undefined) return undefined;
  return Math.round((Date.parse(`${wall.date}T${wall.time}:00Z`) - instantMs) / 60_000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it. Names come from files: what is no name is not kept. */
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(timeZone)) return undefined;
  // One for all spellings of a name, of which there are thousands.
  const key = timeZone.toLowerCase();
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  if (made !== undefined) formats.set(key, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    return undefined;
  }
}
