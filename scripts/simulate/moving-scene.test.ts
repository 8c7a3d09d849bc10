import { expect, onTestFinished, test } from 'vitest';
import { MovingScene } from './moving-scene.ts';

const steps = 40;
const first = Number(process.env['MOVE_FROM'] ?? 1);
const seeds = Array.from(
  { length: Number(process.env['MOVE_SEEDS'] ?? 4) },
  (_, index) => first + index,
);

for (const devices of [1, 2, 3]) {
  const whom = devices === 1 ? 'one device that undoes too' : `${devices} devices`;
  test.each(seeds)(
    `[R8] once all is settled nothing is live in two workspaces, and nothing lost, with ${whom}: seed %i`,
    async (seed) => {
      const scene = new MovingScene(seed);
      onTestFinished(() => scene.close());
      await scene.begin(devices);
      for (let step = 0; step < steps; step += 1) await scene.step();
      await scene.heal();
      for (const { databases } of scene.devices) {
        for (const database of databases) {
          const { moves = [], leaving = [] } = await database.readMeta();
          expect([moves, leaving.filter(({ sources }) => sources.length > 0)]).toEqual([[], []]);
          expect(await database.tables.outbox.count()).toBe(0);
        }
      }
      const wrong = scene.lineages().filter(({ live, isLate }) => {
        // Undo of what was added puts it in the trash.
        const mayBeAway = devices === 1 || isLate;
        return live.length > 1 || (live.length === 0 && !mayBeAway);
      });
      const told = wrong.map(({ name, documents }) => ({ name, documents }));
      expect([told, told.length === 0 ? [] : scene.trace]).toEqual([[], []]);
    },
  );
}
