import type { UserAction } from '#client/store/local-store.ts';
import { pickFrom, type SeededRandom } from '#scripts/seeded-random';
import { heldStamp } from '#shared/group-value';
import { nextOccurrenceId } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import type { Change, FieldChange } from '#shared/push-message';

/** What a person sees and chooses from. `mark` makes every value of this edit unlike all others. */
export interface EditChoice {
  random: SeededRandom;
  shown: ReadonlyMap<string, AnyDocument>;
  mark: number;
  newId: () => string;
  now: string;
  /** Whether the device runs the next build, which knows more fields and groups. */
  isNext: boolean;
}

const labels = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'];

/** Draws what a person does next with what the screen shows. */
export function drawEdit(of: EditChoice): UserAction {
  const tasks = [...of.shown.values()].filter(({ kind }) => kind === 'task');
  if (tasks.length === 0 || of.random() < 0.25) return createTasks(of);
  const task = pickFrom(of.random, tasks);
  if (of.isNext && of.random() < 0.4) return editNext(of, task);
  const dice = of.random();
  if (dice < 0.25) return action('rename', change(task, 'title', { title: `title ${of.mark}` }));
  if (dice < 0.4) return writeNotes(of, task);
  if (dice < 0.52) return action('place', move(of, task, tasks));
  if (dice < 0.64) return completeTask(task, of.now);
  if (dice < 0.74) return action('trash', change(task, 'trash', trashValue(of, task)));
  if (dice < 0.84) {
    return action('estimate', change(task, 'estimate', { estimateMinutes: 1 + of.mark }));
  }
  if (dice < 0.92) return label(of, task);
  return renameTwo(of, tasks);
}

function createTasks(of: EditChoice): UserAction {
  const count = 1 + Math.floor(of.random() * 3);
  const recurrence = of.random() < 0.3 ? { rule: 'FREQ=DAILY', basis: 'due' } : null;
  const changes = Array.from({ length: count }, (_, index): Change => {
    const title = `task ${of.mark}.${index}`;
    const id = of.newId();
    return { kind: 'task', id, create: { title, dueDate: '2026-11-22', recurrence } };
  });
  return { label: 'create', changes };
}

function writeNotes(of: EditChoice, task: AnyDocument): UserAction {
  const before = typeof task['notes'] === 'string' ? task['notes'] : '';
  const line = `line ${of.mark}.`;
  const notes = of.random() < 0.5 ? `${before}\n${line}` : `${line}\n${before}`;
  return action('notes', { ...change(task, 'notes', { notes }), before });
}

function move(
  { random }: EditChoice,
  task: AnyDocument,
  tasks: readonly AnyDocument[],
): FieldChange {
  const parent = pickFrom(random, tasks);
  const parentId = parent.id === task.id ? null : parent.id;
  return change(task, 'place', { parentId });
}

/** Completes a task; a recurring one makes its successor, whose id follows from it (R8). */
export function completeTask(task: AnyDocument, now: string): UserAction {
  const done = change(task, 'status', { status: 'done', completedAt: now });
  if (task['recurrence'] === null || task['status'] === 'done') return action('complete', done);
  const { recurrence } = task;
  const id = nextOccurrenceId(task.id);
  const title = `after ${task.id}`;
  const next: Change = { kind: 'task', id, create: { title, dueDate: '2026-11-23', recurrence } };
  return { label: 'complete', changes: [done, next] };
}

function trashValue(of: EditChoice, task: AnyDocument): Record<string, unknown> {
  return { trashedAt: task['trashedAt'] === null ? of.now : null };
}

/** What only the next build can do: a new field of a known group, or a group that is new (R13). */
function editNext(of: EditChoice, task: AnyDocument): UserAction {
  const dice = of.random();
  if (dice < 0.4) return action('energy', change(task, 'estimate', { energy: of.mark }));
  if (dice < 0.5) {
    return action('estimate', change(task, 'estimate', { energy: of.mark, estimateMinutes: 5 }));
  }
  return action('mood', change(task, 'mood', { mood: `mood ${of.mark}` }));
}

function label({ random }: EditChoice, task: AnyDocument): UserAction {
  const labelId = pickFrom(random, labels);
  return action('label', change(task, `label/${labelId}`, { present: random() < 0.7 }));
}

/** One action on two documents, which must stand or fall together. */
function renameTwo(of: EditChoice, tasks: readonly AnyDocument[]): UserAction {
  const [first, second] = [pickFrom(of.random, tasks), pickFrom(of.random, tasks)];
  const both = first === second ? [first] : [first, second];
  const changes = both.map((task) => change(task, 'title', { title: `pair ${of.mark}` }));
  return { label: 'rename two', changes };
}

function action(label: string, only: Change): UserAction {
  return { label, changes: [only] };
}

function change(task: AnyDocument, group: string, value: Record<string, unknown>): FieldChange {
  return { kind: 'task', id: task.id, group, value, base: heldStamp(task, group) || null };
}
