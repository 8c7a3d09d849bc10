import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import type { FoundTask } from '#shared/found-task-message';
import type { SearchServer, ServerAnswer } from './server-answer.ts';
import { useServerTask } from './use-server-task.ts';

afterEach(cleanup);

const found: FoundTask = {
  task: {
    id: '3d1f6c1e-0000-4000-8000-000000000001',
    workspaceId: '3d1f6c1e-0000-4000-8000-000000000002',
    title: 'Rent',
    notes: '',
    status: 'todo',
    priority: 'none',
    startDate: null,
    dueDate: null,
    dueTime: null,
    recurrence: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    completedAt: null,
    trashedAt: null,
  },
  project: null,
  parentTitle: null,
  labels: [],
  comments: [],
  olderComments: 0,
  isWhole: true,
};
const whole: ServerAnswer<FoundTask> = { name: 'answered', answer: found };
const partly: ServerAnswer<FoundTask> = { name: 'answered', answer: { ...found, isWhole: false } };
const away: ServerAnswer<FoundTask> = { name: 'failed', why: 'away' };

/** Reads over timers that only `next` runs; the answers come in turn. */
function reading(answers: ServerAnswer<FoundTask>[]) {
  const timers: (() => void)[] = [];
  const hints: (() => void)[] = [];
  let asked = 0;
  const server: SearchServer = {
    search: () => Promise.resolve({ name: 'missing' }),
    readTask: async () => {
      asked += 1;
      return answers.shift() ?? whole;
    },
    onHint: (listener) => {
      hints.push(listener);
      return () => undefined;
    },
    random: () => 1,
  };
  const timing: Timing = {
    nowMs: () => 0,
    after: (_delayMs, run) => {
      timers.push(run);
      return () => void timers.splice(0);
    },
  };
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TimingContext value={timing}>{children}</TimingContext>
  );
  const { result } = renderHook(
    () => useServerTask({ server, workspaceId: 'home', taskId: 'rent' }),
    { wrapper },
  );
  const settle = async (run: (() => void) | undefined) => act(async () => run?.());
  return {
    now: () => result.current,
    asked: () => asked,
    waiting: () => timers.length,
    next: () => settle(timers.shift()),
    hint: () => settle(hints.at(-1)),
    retry: () => settle(() => result.current.retry()),
  };
}

it('a task is read once, and once more for each answer that lacks comments', async () => {
  const task = reading([partly, whole]);
  expect(task.now().name).toBe('reading');
  await task.next();
  expect([task.now().name, task.waiting()]).toEqual(['read', 1]);
  await task.next();
  expect([task.now(), task.waiting()]).toMatchObject([{ name: 'read', found }, 0]);
  expect(task.asked()).toBe(2);
});

it('without an answer it says why, and reads again by itself, on a hint, and when asked', async () => {
  const task = reading([away, away, away, whole]);
  await task.next();
  expect(task.now()).toMatchObject({ name: 'failed', why: 'away' });
  expect(task.waiting()).toBe(1);
  await task.hint();
  await task.next();
  expect([task.now().name, task.asked()]).toEqual(['failed', 3]);
  await task.retry();
  expect(task.now()).toMatchObject({ name: 'read', found });
});

it('what was read stays when a later answer fails; what is gone is said to be gone', async () => {
  const task = reading([partly, { name: 'failed', why: 'busy' }, { name: 'missing' }]);
  await task.next();
  await task.next();
  expect(task.now()).toMatchObject({ name: 'read' });
  await task.next();
  expect([task.now().name, task.waiting()]).toEqual(['gone', 0]);
});
