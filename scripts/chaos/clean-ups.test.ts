import { expect, test } from 'vitest';
import { createCleanUps } from './clean-ups.ts';

test('everything is taken down once, whatever one of them does, and one that hangs is not waited for', async () => {
  const cleanUps = createCleanUps();
  const done: string[] = [];
  cleanUps.add(async () => done.push('stage'));
  cleanUps.add(() => {
    throw new Error('gone already');
  });
  cleanUps.add(() => new Promise(() => undefined));
  cleanUps.add(async () => done.push('browser'));
  expect(cleanUps.hasBegun).toBe(false);
  await Promise.all([cleanUps.run(50), cleanUps.run(50)]);
  expect(cleanUps.hasBegun).toBe(true);
  expect(done).toEqual(['stage', 'browser']);
});
