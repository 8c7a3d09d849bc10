import { entryText, type ReadEntry } from './calendar-entry.ts';
import { derivedId } from './ids.ts';

/** An entry with the id that its task gets: the same on every import of the calendar. */
export interface IdentifiedEntry {
  id: string;
  entry: ReadEntry;
}

/**
 * Gives each entry its id, from its UID and, for one time of a series, which one it is. Of several versions of one entry the
 * newest is kept and the others are counted; entries that share a UID by mistake and are as new as each other are all kept.
 */
export function identifyEntries(
  entries: readonly ReadEntry[],
  workspaceId: string,
): IdentifiedEntry[] {
  const versionsByKey = new Map<string, Versions>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const versions = versionsByKey.get(key) ?? { entries: [], said: new Set() };
    versionsByKey.set(key, withVersion(versions, entry));
  }
  return [...versionsByKey].flatMap(([key, versions]) =>
    versions.entries.map((entry, nth) => {
      return { id: derivedId('import', 'calendar', workspaceId, key, nth), entry };
    }),
  );
}

interface Versions {
  entries: ReadEntry[];
  /** What these entries say, to know a different one. */
  said: Set<string>;
}

function withVersion(versions: Versions, entry: ReadEntry): Versions {
  const { entries, said } = versions;
  const [first] = entries;
  const order = first === undefined ? 0 : compareVersions(first, entry);
  const saying = sayingOf(entry);
  if (first === undefined || entry.uid === '' || (order === 0 && !said.has(saying))) {
    entries.push(entry);
    said.add(saying);
    return versions;
  }
  entry.leave('older_versions');
  return order < 0 ? { entries: [entry], said: new Set([saying]) } : versions;
}

/** Negative when the second is newer. */
function compareVersions(a: ReadEntry, b: ReadEntry): number {
  const [first, second] = [a, b].map((entry) => Number(entryText(entry, 'sequence')) || 0);
  if (first !== second) return (first ?? 0) - (second ?? 0);
  const [at, bt] = [entryText(a, 'last-modified'), entryText(b, 'last-modified')];
  if (at === bt) return 0;
  return at < bt ? -1 : 1;
}

function sayingOf(entry: ReadEntry): string {
  const said = ['summary', 'dtstart', 'due'].map((name) => entryText(entry, name));
  return JSON.stringify([entry.kind, ...said]);
}

function keyOf(entry: ReadEntry): string {
  const { kind, uid, recurrenceId } = entry;
  return uid === '' ? sayingOf(entry) : JSON.stringify([kind, uid, recurrenceId, 'uid']);
}
