import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { examplesWords as arabic } from '#client/i18n/compiled/ar/examples-words.ts';
import { examplesWords as english } from '#client/i18n/compiled/en/examples-words.ts';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { examplesId, removeExamples, seedExamples } from './seed-examples.ts';

const print = (keys: string) => keys.toUpperCase();

async function tasksOf(store: ReturnType<typeof createMemoryStore>): Promise<Task[]> {
  const tasks = await firstValueFrom(store.live<Task>({ kind: 'task' }));
  return [...tasks].sort(compareOrder);
}

describe('the examples of a first start', () => {
  it('are one batch: a project, and tasks in the order in which one learns', async () => {
    const store = createMemoryStore();
    const projectId = await seedExamples(store, { words: english, isTouch: false, print });
    expect(store.batches.map(({ label }) => label)).toEqual(['seed.add']);
    expect(store.current(projectId)).toMatchObject({ kind: 'project', name: 'Getting started' });
    const tasks = await tasksOf(store);
    expect(tasks).toHaveLength(10);
    expect(tasks.map(({ title }) => title).slice(0, 2)).toEqual([
      'Tick me: click the circle, or press E',
      'Press Q and write “Call Mum tomorrow 18:00 #family”',
    ]);
    expect(tasks.every((task) => task.projectId === projectId)).toBe(true);
    expect(tasks.filter(({ parentId }) => parentId !== null)).toHaveLength(1);
  });

  it('name no keys where there is no keyboard', async () => {
    const store = createMemoryStore();
    await seedExamples(store, { words: english, isTouch: true, print });
    const titles = (await tasksOf(store)).map(({ title }) => title);
    expect(titles.join('\n')).not.toMatch(/press|Ctrl/i);
  });

  it('have the same ids in every tab and language, so that two tabs make them once', async () => {
    const store = createMemoryStore();
    const first = await seedExamples(store, { words: english, isTouch: false, print });
    const second = await seedExamples(store, { words: arabic, isTouch: false, print });
    expect(second).toBe(first);
    expect(first).toBe(examplesId(store.workspaceId));
    expect(await tasksOf(store)).toHaveLength(10);
  });

  it('go to the trash in one batch, with what was added to them, and one undo brings them back', async () => {
    const store = createMemoryStore();
    const projectId = await seedExamples(store, { words: english, isTouch: false, print });
    await removeExamples(store, projectId);
    expect(store.batches.map(({ label }) => label)).toEqual(['seed.add', 'seed.remove']);
    const trashed = () => firstValueFrom(store.live<Project>({ kind: 'project' }));
    expect((await trashed())[0]?.trashedAt).not.toBeNull();
    await store.undo();
    expect((await trashed())[0]?.trashedAt).toBeNull();
  });
});
