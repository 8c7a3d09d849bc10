import type { CalendarComponent } from './calendar-component.ts';
import { windowsZones } from './windows-zones.ts';
import { isKnownZone, offsetMinutes } from './zone-wall.ts';

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
  const found = new Map<string, FoundZone | undefined>();
  return (tzid) => {
    if (!found.has(tzid)) {
      found.set(tzid, zoneOfName(tzid) ?? zoneOfDefinition(definitions.get(tzid), of));
    }
    return found.get(tzid);
  };
}

function zoneOfName(tzid: string): FoundZone | undefined {
  const name = tzid.trim().replace(/^["']|["']$/g, '');
  const parts = name.split('/').filter((part) => part !== '');
  const names = parts.map((_, at) => parts.slice(at).join('/'));
  const windows = windowsZones.get(parts.at(-1) ?? '');
  const known = [name, ...names.slice(0, 8), windows ?? ''].find(isKnownZone);
  return known === undefined ? undefined : { zone: known, isGuess: false };
}

function zoneOfDefinition(
  definition: CalendarComponent | undefined,
  of: { deviceZone: string; today: string },
): FoundZone | undefined {
  if (definition === undefined) return undefined;
  const named = zoneOfName(firstText(definition, 'x-lic-location'));
  if (named !== undefined) return named;
  const wanted = yearOffsets(definition);
  if (wanted === undefined) return undefined;
  const zones = [of.deviceZone, ...windowsZones.values()];
  const zone = zones.find((candidate) => hasOffsets(candidate, of.today.slice(0, 4), wanted));
  return zone === undefined ? undefined : { zone, isGuess: true };
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

function hasOffsets(zone: string, year: string, { january, july }: YearOffsets): boolean {
  const at = (month: string) => offsetMinutes(Date.parse(`${year}-${month}-15T12:00:00Z`), zone);
  return at('01') === january && at('07') === july;
}

function firstText(component: CalendarComponent, name: string): string {
  return component.values(name)[0]?.text ?? '';
}
