import type { IdentifiedDraft, PlacedDraft } from './calendar-places.ts';
import { placeDrafts } from './calendar-places.ts';
import { entryText } from './calendar-entry.ts';
import { derivedId } from './ids.ts';
import { createImportLabels } from './import-labels.ts';
import type { ImportContext, ImportPlan } from './import-plan.ts';
import type { ImportRows } from './import-rows.ts';
import { cutText, importDeviceId, keptCreations } from './imported-document.ts';
import { limits } from './limits.ts';
import { orderKeysBetween } from './order-key.ts';
import type { Creation } from './push-message.ts';

/** The creations of a calendar: a project of its name, if anything of it is imported, its labels and its tasks. */
export function calendarCreations(of: {
  drafts: readonly IdentifiedDraft[];
  context: ImportContext;
  rows: ImportRows;
}): Pick<ImportPlan, 'projects' | 'labels' | 'tasks'> {
  const { context, rows } = of;
  const labels = createImportLabels(context);
  const sorted = of.drafts.toSorted((a, b) => sortOrder(a) - sortOrder(b));
  const keys = orderKeys(sorted.length);
  const keysById = new Map(sorted.map(({ id }, at) => [id, keys[at] ?? 'a0']));
  const placed = placeDrafts(sorted);
  const projectIdOf = (name: string) =>
    derivedId('import', 'project', context.workspaceId, 'calendar', name);
  const found = placed.map((draft) => {
    const place = {
      projectId: projectIdOf(draft.projectName),
      ...(draft.parentId === null ? {} : { parentId: draft.parentId }),
      orderKey: keysById.get(draft.id) ?? 'a0',
    };
    return { line: draft.entry.line, creation: toCreation(draft, place, labels.idOf) };
  });
  const tasks = keptCreations(found, rows.fail);
  const usedIds = new Set(tasks.map(({ create }) => create['projectId']));
  const names = [...new Set(placed.map(({ projectName }) => projectName))];
  const projects = names
    .map((name): Creation => ({ kind: 'project', id: projectIdOf(name), create: { name } }))
    .filter(({ id }) => usedIds.has(id));
  return { projects, labels: labelCreations(labels.newNamesById), tasks };
}

/** The name of a project for a calendar: its own, or that of its file without ending and number of copy. */
export function calendarProjectName(name: string, fileName: string): string {
  const own = name.replace(/\s+/g, ' ').trim();
  const ofFile = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\.[a-z]{3,4}$/i, '')
    .replace(/ ?\(\d+\)$/, '')
    .trim();
  return cutText(own || ofFile || 'iCalendar', limits.nameMaxLength);
}

function toCreation(
  { id, fields, labelNames }: PlacedDraft,
  place: Record<string, string>,
  labelIdOf: (name: string) => string,
): Creation {
  const labels = Object.fromEntries(labelNames.map((name) => [labelIdOf(name), true]));
  const flags = labelNames.length === 0 ? {} : { labels };
  return { kind: 'task', id, create: { ...fields, ...place, ...flags } };
}

/** The order that Apple's and Nextcloud's lists were put in by hand; without one, that of the file. */
function sortOrder({ entry }: IdentifiedDraft): number {
  const order = entryText(entry, 'x-apple-sort-order');
  return order !== '' && Number.isFinite(Number(order)) ? Number(order) : Number.MAX_VALUE;
}

function labelCreations(namesById: ReadonlyMap<string, string>): Creation[] {
  const keys = orderKeys(namesById.size);
  return [...namesById].map(([id, name], at) => {
    return { kind: 'label', id, create: { name, orderKey: keys[at] ?? 'a0' } };
  });
}

function orderKeys(count: number): string[] {
  return orderKeysBetween({ before: null, after: null, deviceId: importDeviceId, count });
}
