import type { CalendarComponent } from './calendar-component.ts';
import { entryText, type EntrySurroundings, type ReadEntry } from './calendar-entry.ts';
import { readEvent } from './calendar-event.ts';
import { type CalendarEntry, type CalendarPart, calendarParts } from './calendar-lines.ts';
import { calendarCreations, calendarProjectName } from './calendar-plan.ts';
import type { IdentifiedDraft } from './calendar-places.ts';
import { type SeriesBudget, seriesDaysMax } from './calendar-series.ts';
import { createTimeReader, type CalendarTime } from './calendar-time.ts';
import { readTodo } from './calendar-todo.ts';
import { identifyEntries } from './calendar-versions.ts';
import { createFindZone, type FindZone } from './calendar-zones.ts';
import {
  completePlan,
  type ImportContext,
  type ImportLeftOutCode,
  type ImportNoticeCode,
  type ImportRead,
  quoteDetail,
} from './import-plan.ts';
import { createImportRows, type ImportRows } from './import-rows.ts';

/**
 * Reads an iCalendar file (RFC 5545): its tasks, and its events that are not over, in a project of the calendar's name.
 * An entry that cannot be read is told with its line and left out; the rest is imported. The text has lost its byte order
 * mark, its line ends are `\n`.
 */
export async function importCalendar(of: {
  fileName: string;
  text: string;
  context: ImportContext;
}): Promise<ImportRead> {
  const { fileName, text, context } = of;
  const parts = calendarParts(text);
  const [first] = parts;
  const code = first?.head.some(isOldVersion) ? 'calendar_too_old' : 'format_unknown';
  if (first === undefined || code === 'calendar_too_old') {
    return { ok: false, failure: { code, fileName, line: undefined } };
  }
  // The library, which is most of the code, in a file of its own.
  const { readComponent } = await import('./calendar-component.ts');
  const reading = createReading(parts, context, readComponent);
  const { rows, leftOut } = reading;
  const read = parts.flatMap((part) => readPart(part, fileName, reading));
  const drafts = toDrafts(read, { context, rows });
  if (!parts.every(({ isClosed }) => isClosed)) {
    rows.tell(text.split('\n').length, 'file_cut_off', fileName);
  }
  const creations = calendarCreations({ drafts, context, rows });
  const plan = { source: 'calendar' as const, fileName, ...creations, others: [], settings: [] };
  const counted = leftOutOrder.flatMap((reason) => {
    const count = leftOut.get(reason);
    return count === undefined ? [] : [{ code: reason, count }];
  });
  return { ok: true, plan: completePlan({ ...plan, rows: rows.rows, leftOut: counted }) };
}

type ReadComponent = (lines: readonly string[]) => CalendarComponent | undefined;

/** What people look for first, first. */
const leftOutOrder: readonly ImportLeftOutCode[] = [
  'past_events',
  'cancelled_events',
  'older_versions',
  'journals',
  'busy_times',
  'other_components',
  'recurrences',
  'invitations',
  'attached_files',
];

interface Reading {
  readComponent: ReadComponent;
  deviceZone: string;
  findZone: FindZone;
  rows: ImportRows;
  leftOut: Map<ImportLeftOutCode, number>;
  leave: (code: ImportLeftOutCode) => void;
  budget: SeriesBudget;
}

function createReading(
  parts: readonly CalendarPart[],
  context: ImportContext,
  readComponent: ReadComponent,
): Reading {
  const leftOut = new Map<ImportLeftOutCode, number>();
  const definitions = parts
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind === 'VTIMEZONE')
    .flatMap(({ lines }) => readComponent(lines) ?? []);
  const { timeZone: deviceZone, today } = context;
  return {
    readComponent,
    deviceZone,
    findZone: createFindZone({ definitions, deviceZone, today }),
    rows: createImportRows(),
    leftOut,
    budget: { daysLeft: seriesDaysMax },
    leave: (code) => void leftOut.set(code, (leftOut.get(code) ?? 0) + 1),
  };
}

function readPart(part: CalendarPart, fileName: string, reading: Reading): ReadEntry[] {
  const head = reading.readComponent(['BEGIN:VCALENDAR', ...part.head, 'END:VCALENDAR']);
  const name = ['x-wr-calname', 'name'].map((key) => head?.values(key)[0]?.text ?? '');
  const projectName = calendarProjectName(name.find((text) => text !== '') ?? '', fileName);
  // A message that calls its events off, as it comes by mail (RFC 5546).
  const isCalledOff = head?.values('method')[0]?.text.toUpperCase() === 'CANCEL';
  return part.entries.flatMap((entry) => {
    const read = readEntry(entry, projectName, reading);
    if (read !== undefined && isCalledOff) reading.leave('cancelled_events');
    return read === undefined || isCalledOff ? [] : [read];
  });
}

function readEntry(
  entry: CalendarEntry,
  projectName: string,
  reading: Reading,
): ReadEntry | undefined {
  const { kind, line, lines, isWhole } = entry;
  const { rows, leave, readComponent, budget } = reading;
  if (kind === 'VTIMEZONE') return undefined;
  if (kind !== 'VEVENT' && kind !== 'VTODO') {
    leave(otherCode(kind));
    return undefined;
  }
  const component = isWhole ? readComponent(lines) : undefined;
  if (component === undefined) {
    const summary = lines.find((text) => /^SUMMARY[:;]/i.test(text)) ?? kind;
    rows.fail(line, 'entry_incomplete', summary.replace(/^SUMMARY:/i, ''));
    return undefined;
  }
  const tell = tellOnce({ line, title: entryText({ component }, 'summary'), reading });
  const times = createTimeReader({ ...reading, tell });
  const [moved] = component.values('recurrence-id');
  // All times from this one on are moved as it is; only it can be.
  if (moved !== undefined && moved.parameter('range') !== '')
    tell('exceptions_left_out', moved.text);
  return {
    kind,
    line,
    component,
    uid: entryText({ component }, 'uid'),
    recurrenceId: entryText({ component }, 'recurrence-id'),
    projectName,
    times,
    budget,
    tell,
    leave,
  };
}

/** Nobody knows an entry by its line. Start and end of one say the same of their zone: once is enough. */
function tellOnce(of: { line: number; title: string; reading: Reading }): ReadEntry['tell'] {
  const { line, title } = of;
  const { rows, leave } = of.reading;
  const told = new Set<string>();
  return (code: ImportNoticeCode, detail: string) => {
    const saying = `${code} ${detail}`;
    if (told.has(saying)) return;
    told.add(saying);
    if (code === 'recurrence_left_out') leave('recurrences');
    const isTitle = title === '' || detail.startsWith(title);
    rows.tell(line, code, isTitle ? detail : `${quoteDetail(title, 80)}: ${detail}`);
  };
}

function otherCode(kind: string): ImportLeftOutCode {
  if (kind === 'VJOURNAL') return 'journals';
  return kind === 'VFREEBUSY' ? 'busy_times' : 'other_components';
}

function toDrafts(
  read: readonly ReadEntry[],
  { context, rows }: { context: ImportContext; rows: ImportRows },
): IdentifiedDraft[] {
  const identified = identifyEntries(read, context.workspaceId);
  const apart = new Map<string, ReadEntry[]>();
  for (const { entry } of identified) {
    if (entry.recurrenceId === '') continue;
    const others = apart.get(entry.uid);
    if (others === undefined) apart.set(entry.uid, [entry]);
    else others.push(entry);
  }
  return identified.flatMap(({ id, entry }) => {
    const isOne = entry.recurrenceId !== '';
    const others = isOne ? [] : (apart.get(entry.uid) ?? []);
    const leftOutDays = (start: CalendarTime) => daysApart(entry, others, start);
    const draft = readOne(entry, { today: context.today, leftOutDays });
    if (draft === undefined) return [];
    if (draft.fields.title !== '') return [{ ...draft, id }];
    rows.fail(entry.line, 'content_missing', entry.uid);
    return [];
  });
}

function readOne(entry: ReadEntry, of: EntrySurroundings) {
  return entry.kind === 'VEVENT' ? readEvent(entry, of) : readTodo(entry, of);
}

/** The days of a series that it leaves out, or that stand in the file as entries of their own. */
function daysApart(
  entry: ReadEntry,
  others: readonly ReadEntry[],
  start: CalendarTime,
): ReadonlySet<string> {
  const values = [
    ...entry.component.values('exdate'),
    ...others.flatMap(({ component }) => component.values('recurrence-id')),
  ];
  return new Set(
    values.flatMap((value) => {
      const time = entry.times.read(value);
      return time === undefined ? [] : [entry.times.inZone(time, start.zone).date];
    }),
  );
}

function isOldVersion(line: string): boolean {
  return /^VERSION\s*:\s*1/i.test(line);
}
