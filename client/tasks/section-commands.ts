import { commitParts } from '#client/store/commit-parts.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import { moveInto } from '#shared/move-into';
import { orderKeyBetween } from '#shared/order-key';
import type { Project } from '#shared/project';
import type { Change } from '#shared/push-message';
import type { CommandResult } from './task-change.ts';
import { sectionsOf } from './project-sections.ts';

/**
 * Adds a section at the end of a project, or right after another one; answers its id. Undefined for an empty name, or
 * when the project holds as many as it can, deleted ones included.
 */
export async function addSection(
  store: AppStore,
  { project, name, afterId }: { project: Project; name: string; afterId?: string | undefined },
): Promise<string | undefined> {
  const text = toName(name);
  const isFull = Object.keys(project.sections).length >= limits.sectionsPerProjectMax;
  if (text === '' || isFull) return undefined;
  const sections = sectionsOf(project);
  const at = sections.findIndex(({ id }) => id === afterId);
  const index = at < 0 ? sections.length - 1 : at;
  const orderKey = orderKeyBetween({
    before: sections[index]?.orderKey ?? null,
    after: sections[index + 1]?.orderKey ?? null,
    deviceId: store.deviceId(),
  });
  const id = store.newId();
  const value = { name: text, orderKey };
  const changes = [sectionChange(store, { project, group: `section/${id}`, value })];
  await store.commit({ label: 'section.add', changes });
  return id;
}

/** Renames a section; `base` is the stamp that the edit began from (A14). */
export function renameSection(
  store: AppStore,
  of: { project: Project; sectionId: string; name: string; base: string | null },
): CommandResult {
  const { project, sectionId, base } = of;
  const name = toName(of.name);
  if (name === '') return Promise.resolve(undefined);
  const group = `section/${sectionId}`;
  const change = { kind: 'project', id: project.id, group, value: { name }, base };
  return commitParts(store, { label: 'section.rename', changes: [change] });
}

/** Moves a section to a place among the others, 0 the first. */
export function moveSection(
  store: AppStore,
  { project, sectionId, index }: { project: Project; sectionId: string; index: number },
): CommandResult {
  const siblings = sectionsOf(project);
  const rows = moveInto({ siblings, taskId: sectionId, index, deviceId: store.deviceId() });
  const changes = rows.map(({ id, orderKey }) =>
    sectionChange(store, { project, group: `section/${id}`, value: { orderKey } }),
  );
  return commitParts(store, { label: 'section.move', changes });
}

/**
 * Deletes a section. Its tasks keep naming it and are shown in no section (R8), so that Undo brings all of them back
 * with one change, and tasks added to it elsewhere meanwhile are in sight.
 */
export function removeSection(
  store: AppStore,
  { project, sectionId }: { project: Project; sectionId: string },
): CommandResult {
  const group = `sectionGone/${sectionId}`;
  const changes = [sectionChange(store, { project, group, value: { present: true } })];
  return commitParts(store, { label: 'section.remove', changes });
}

function sectionChange(
  store: AppStore,
  { project, group, value }: { project: Project; group: string; value: Record<string, unknown> },
): Change {
  const { id } = project;
  return { kind: 'project', id, group, value, base: store.baseOf(id, group) };
}

function toName(text: string): string {
  const line = text.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
  return line.slice(0, limits.nameMaxLength).toWellFormed();
}
