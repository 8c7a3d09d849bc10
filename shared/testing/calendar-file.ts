import type { ImportPlan, ImportRead } from '#shared/import-plan';
import { readImportFile } from '#shared/read-import-file';
import type { TaskCreation } from '#shared/task';

/** The day and the place that calendars are read on in tests. */
export const calendarDay = { today: '2026-11-28', timeZone: 'Europe/Berlin' };

const workspaceId = '3b241101-e2bb-4255-8caf-4136c566a962';

/** Reads bytes or text as a file of that name. */
export async function readCalendarFile(
  content: string | Uint8Array,
  options: { fileName?: string; today?: string; timeZone?: string } = {},
): Promise<ImportRead> {
  const { fileName = 'Home.ics', ...day } = options;
  return readImportFile({
    fileName,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    context: { workspaceId, ...calendarDay, labelIdsByName: new Map(), ...day },
  });
}

/** The plan of a calendar that can be read. */
export async function calendarPlan(
  content: string | Uint8Array,
  options: Parameters<typeof readCalendarFile>[1] = {},
): Promise<ImportPlan> {
  const read = await readCalendarFile(content, options);
  if (!read.ok) throw new Error(read.failure.code);
  return read.plan;
}

/** A calendar of the given entries, each as its lines. */
export function calendarOf(...entries: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR', ''].join('\r\n');
}

/** A component of the given lines, with a UID and a summary where they have none. */
export function entryOf(kind: 'VEVENT' | 'VTODO', ...lines: string[]): string {
  const has = (name: string) => lines.some((line) => line.startsWith(name));
  return [
    `BEGIN:${kind}`,
    ...(has('UID') ? [] : ['UID:one']),
    ...(has('SUMMARY') ? [] : ['SUMMARY:Water the plants']),
    ...lines,
    `END:${kind}`,
  ].join('\r\n');
}

/** The fields that one entry's task gets, without its place; undefined if it gets none. */
export async function taskOf(
  kind: 'VEVENT' | 'VTODO',
  ...lines: string[]
): Promise<Partial<TaskCreation> | undefined> {
  const { tasks } = await calendarPlan(calendarOf(entryOf(kind, ...lines)));
  const [task] = tasks;
  if (task === undefined) return undefined;
  const { projectId: _project, orderKey: _key, ...fields } = task.create;
  return fields;
}

/** What a plan makes of a file: its tasks by title, each with the title of its parent, and the codes of what is told. */
export async function tasksByTitle(content: string | Uint8Array, fileName = 'Home.ics') {
  const plan = await calendarPlan(content, { fileName });
  const titles = new Map(plan.tasks.map(({ id, create }) => [id, String(create['title'])]));
  const tasks = plan.tasks.map(({ create }) => {
    const { parentId } = create;
    const parent = typeof parentId === 'string' ? titles.get(parentId) : undefined;
    const named: Record<string, unknown> = { ...create, ...(parent ? { parent } : {}) };
    return named;
  });
  const byTitle = new Map(tasks.map((task) => [String(task['title']), task]));
  return { plan, byTitle, codes: plan.rows.map(({ code }) => code) };
}
