import type { CalendarComponent } from './calendar-component.ts';
import { windowsZones } from './windows-zones.ts';
import { knownZone, offsetMinutes } from './zone-wall.ts';

/** The IANA zone that a calendar means; `isGuess`: only its offsets are known, and other zones have the same. */
export interface FoundZone {
  zone: string;
  isGuess: boolean;
}

/** Finds the zone of a TZID; undefined when nobody can say which one it is. */
export type FindZone = (tzid: string) => FoundZone | undefined;

/**
 * Reads TZIDs as programs write them: IANA names, also behind a path (`/mozilla.org/20050126_1/Europe/Berlin`), names of
 * Windows, and any name whose VTIMEZONE says where it is or which offsets it has. `today` says which year's offsets count.
 */
export function createFindZone(of: {
  definitions: readonly CalendarComponent[];
  deviceZone: string;
  today: string;
}): FindZone {
  const definitions = new Map(
    of.definitions.map((definition) => [firstText(definition, 'tzid'), definition]),
  );
  const zonesByOffsets = new Map<string, string>();
  const guess = (offsets: string) => {
    // One look at every zone serves all that have to be guessed.
    if (zonesByOffsets.size === 0) collectOffsets(zonesByOffsets, of);
    return zonesByOffsets.get(offsets);
  };
  const found = new Map<string, FoundZone | undefined>();
  return (tzid) => {
    if (!found.has(tzid)) {
      found.set(tzid, zoneOfName(tzid) ?? zoneOfDefinition(definitions.get(tzid), guess));
    }
    return found.get(tzid);
  };
}

function zoneOfName(tzid: string): FoundZone | undefined {
  const name = tzid.trim().replace(/^["']|["']$/g, '');
  const parts = name.split('/').filter((part) => part !== '');
  const names = parts.map((_, at) => parts.slice(at).join('/'));
  const windows = windowsZones.get(parts.at(-1) ?? '');
  for (const candidate of [name, ...names.slice(0, 8), windows ?? '']) {
    const zone = knownZone(candidate);
    if (zone !== undefined) return { zone, isGuess: false };
  }
  return undefined;
}

/** Where most people live of those that share their offsets. */
const likelyZones = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Athens',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
];

function zoneOfDefinition(
  definition: CalendarComponent | undefined,
  guess: (offsets: string) => string | undefined,
): FoundZone | undefined {
  if (definition === undefined) return undefined;
  const named = zoneOfName(firstText(definition, 'x-lic-location'));
  if (named !== undefined) return named;
  const wanted = yearOffsets(definition);
  const zone = wanted && guess(offsetsKey(wanted));
  return zone === undefined ? undefined : { zone, isGuess: true };
}

/** Fills in zones by their offsets of this year; of several the first counts: that of the device, then likely ones. */
function collectOffsets(
  zonesByOffsets: Map<string, string>,
  { deviceZone, today }: { deviceZone: string; today: string },
): void {
  const year = today.slice(0, 4);
  for (const zone of [deviceZone, ...likelyZones, ...windowsZones.values()]) {
    const at = (month: string) => offsetMinutes(Date.parse(`${year}-${month}-15T12:00:00Z`), zone);
    const key = offsetsKey({ january: at('01') ?? 0, july: at('07') ?? 0 });
    if (!zonesByOffsets.has(key)) zonesByOffsets.set(key, zone);
  }
}

function offsetsKey({ january, july }: YearOffsets): string {
  return `${january} ${july}`;
}

interface YearOffsets {
  january: number;
  july: number;
}

/** The offsets in minutes of a definition that still holds; its older rules do not matter for what is to come. */
function yearOffsets(definition: CalendarComponent): YearOffsets | undefined {
  const standard = latest(definition.components('standard'));
  const summer = latest(definition.components('daylight').filter(isLasting));
  const winterOffset = standard && offsetOf(standard);
  const summerOffset = summer && offsetOf(summer);
  if (winterOffset === undefined) {
    return summerOffset === undefined ? undefined : both(summerOffset);
  }
  if (summer === undefined || summerOffset === undefined) return both(winterOffset);
  const month = Number(startOf(summer).slice(5, 7));
  const isNorthern = month >= 2 && month <= 7;
  return isNorthern
    ? { january: winterOffset, july: summerOffset }
    : { january: summerOffset, july: winterOffset };
}

function both(offset: number): YearOffsets {
  return { january: offset, july: offset };
}

function isLasting(change: CalendarComponent): boolean {
  return change.rules('rrule').some((rule) => rule !== '' && !/UNTIL|COUNT/.test(rule));
}

function latest(changes: readonly CalendarComponent[]): CalendarComponent | undefined {
  return changes.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)).at(-1);
}

function startOf(change: CalendarComponent): string {
  return firstText(change, 'dtstart');
}

function offsetOf(change: CalendarComponent): number | undefined {
  const match = /^([+-])(\d\d):?(\d\d)/.exec(firstText(change, 'tzoffsetto'));
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

function firstText(component: CalendarComponent, name: string): string {
  return component.values(name)[0]?.text ?? '';
}
