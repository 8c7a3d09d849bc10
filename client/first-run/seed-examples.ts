import type { ExamplesWords } from '#client/i18n/compiled/types/examples-words.ts';
import { keysOf } from '#client/keys/find-shortcut.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { exampleLabels } from '#client/store/guest-examples.ts';
import { derivedId } from '#shared/ids';
import { orderKeysBetween } from '#shared/order-key';
import type { Change } from '#shared/push-message';
import type { TaskCreation } from '#shared/task';

/** The id of the project with the examples: several tabs of one guest make the same one (R8). */
export function examplesId(workspaceId: string): string {
  return derivedId('examples', workspaceId);
}

/** Whom the examples are for: their language, whether they touch, and how keys are printed on their device. */
export interface ExamplesFor {
  words: ExamplesWords;
  isTouch: boolean;
  print: (keys: string) => string;
}

/** Adds the project whose tasks teach by being done, in one batch; answers its id. */
export async function seedExamples(store: AppStore, person: ExamplesFor): Promise<string> {
  const projectId = examplesId(store.workspaceId);
  const createdAt = store.now();
  const project = { name: person.words.project, color: 'indigo', icon: 'lightbulb', createdAt };
  const tasks = exampleTasks(person);
  const keys = orderKeysBetween({
    before: null,
    after: null,
    deviceId: store.deviceId(),
    count: tasks.length + 1,
  });
  const changes = tasks.map(({ name, parent, ...fields }, at): Change => {
    const parentId = parent === undefined ? {} : { parentId: taskIdOf(store, parent) };
    const orderKey = keys[at + 1] ?? '';
    const create = { ...fields, projectId, ...parentId, orderKey, createdAt };
    return { kind: 'task', id: taskIdOf(store, name), create };
  });
  const create = { ...project, orderKey: keys[0] ?? '' };
  // Without room on the disk there are no examples: nobody would want to be asked to try it again.
  await store.tryCommit({
    label: exampleLabels.add,
    changes: [{ kind: 'project', id: projectId, create }, ...changes],
  });
  return projectId;
}

/** Moves the examples to the trash with all that was added to their project: one batch, one Undo. */
export async function removeExamples(store: AppStore, projectId: string): Promise<void> {
  const value = { trashedAt: store.now() };
  const base = store.baseOf(projectId, 'trash');
  const change: Change = { kind: 'project', id: projectId, group: 'trash', value, base };
  await store.commit({ label: exampleLabels.remove, changes: [change] });
}

type ExampleName = keyof ExamplesWords['tasks'];

type Example = Pick<TaskCreation, 'title' | 'notes'> & { name: ExampleName; parent?: ExampleName };

/** In the order in which one learns. Keys are those of the person; who has no keyboard is told of no key. */
function exampleTasks({ words: { tasks }, isTouch, print }: ExamplesFor): Example[] {
  const device = isTouch ? 'touch' : 'other';
  const at = (keys: string | undefined) => ({ device, key: print(keys ?? '') }) as const;
  const { tick, add, open, plan, find, undo, drag, parent, child, offline } = tasks;
  const said = (name: ExampleName, title: string): Example => ({
    name,
    title,
    notes: tasks[name].notes,
  });
  return [
    said('tick', tick.title(at(keysOf('list', 'done')[0]))),
    said('add', add.title(at(keysOf('anywhere', 'add')[0]))),
    said('open', open.title(at(keysOf('list', 'open')[0]))),
    said('plan', plan.title(at(keysOf('list', 'schedule')[0]))),
    said('drag', drag.title(at(keysOf('list', 'move-down')[0]))),
    said('parent', parent.title),
    { ...said('child', child.title), parent: 'parent' },
    said('find', find.title(at(keysOf('anywhere', 'palette')[0]))),
    said('undo', undo.title(at(keysOf('anywhere', 'undo')[0]))),
    said('offline', offline.title),
  ];
}

function taskIdOf(store: AppStore, name: ExampleName): string {
  return derivedId('examples', store.workspaceId, name);
}
