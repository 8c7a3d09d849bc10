import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { describe, expect, test } from 'vitest';
import { createFindZone } from './calendar-zones.ts';
import { readComponent } from './calendar-component.ts';
import { windowsZones } from './windows-zones.ts';
import { knownZone } from './zone-wall.ts';

function finder(definition: readonly string[] = [], deviceZone = 'Europe/Vienna') {
  const lines = ['BEGIN:VTIMEZONE', ...definition, 'END:VTIMEZONE'];
  const component = readComponent(lines);
  const definitions = component === undefined ? [] : [component];
  return createFindZone({ definitions, deviceZone, today: '2026-11-28' });
}

/** A zone of that name, with winter and summer offsets that change in these months. */
function definitionOf(tzid: string, winter: string, summer: string, month: number): string[] {
  return [
    `TZID:${tzid}`,
    'BEGIN:STANDARD',
    `TZOFFSETTO:${winter}`,
    'DTSTART:20071104T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    `TZOFFSETTO:${summer}`,
    `DTSTART:2007${String(month).padStart(2, '0')}11T020000`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=2SU`,
    'END:DAYLIGHT',
  ];
}

describe('the zones of Windows', () => {
  test('are those that CLDR names, and this device knows each of them', () => {
    const named = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
    expect([...windowsZones]).toHaveLength(named.length);
    for (const { windowsName, iana } of named) {
      expect(windowsZones.get(windowsName)).toBe(iana[0]);
      expect(knownZone(iana[0] ?? '')).toBe(iana[0]);
    }
  });
});

describe('the zone of a TZID', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    [
      '/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires',
      'America/Argentina/Buenos_Aires',
    ],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['"Pacific Standard Time"', 'America/Los_Angeles'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
  ])('%s is %s', (tzid, zone) => {
    expect(finder()(tzid)).toEqual({ zone, isGuess: false });
  });

  test('a name that says nothing is read from where its definition says it is', () => {
    const find = finder(['TZID:Mine', 'X-LIC-LOCATION:Asia/Tokyo']);
    expect(find('Mine')).toEqual({ zone: 'Asia/Tokyo', isGuess: false });
  });

  test.each([
    ['+0100', '+0200', 3, 'Europe/Vienna'],
    ['-0500', '-0400', 3, 'America/New_York'],
    ['+1000', '+1100', 10, 'Australia/Sydney'],
  ])('%s and %s from month %d on: guessed by its offsets as %s', (winter, summer, month, zone) => {
    const find = finder(definitionOf('(UTC) Somewhere', winter, summer, month));
    expect(find('(UTC) Somewhere')).toEqual({ zone, isGuess: true });
  });

  test.each([
    ['no definition', 'Planet Nine Time', []],
    ['offsets that nobody has', 'X', definitionOf('X', '+0123', '+0456', 3)],
    ['a name that is no zone', '../../etc/passwd', []],
    ['nothing', '', []],
  ])('%s: nobody knows', (_, tzid, definition) => {
    expect(finder(definition)(tzid)).toBeUndefined();
  });
});
