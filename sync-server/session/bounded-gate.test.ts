import { expect, test } from 'vitest';
import { createBoundedGate } from './bounded-gate.ts';

test('two run, the next wait in order, and one too many is told to come back', async () => {
  const gate = createBoundedGate({ parallel: 2, waiting: 2 });
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const enter = (id: number) =>
    gate.run(() => {
      started.push(id);
      return new Promise<number>((resolve) => finish.push(() => resolve(id)));
    });
  const runs = [enter(1), enter(2), enter(3), enter(4)];
  await expect(enter(5)).rejects.toMatchObject({ code: 'busy' });
  expect(started).toEqual([1, 2]);
  for (const id of [0, 1, 2, 3]) {
    finish[id]?.();
    await runs[id];
  }
  expect(started).toEqual([1, 2, 3, 4]);
});

test('a task that fails leaves its place to the next', async () => {
  const gate = createBoundedGate({ parallel: 1, waiting: 1 });
  const failed = gate.run(() => Promise.reject(new Error('no')));
  const next = gate.run(() => Promise.resolve('yes'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
