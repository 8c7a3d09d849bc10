import { benchCreations } from '#scripts/bench/bench-tasks';
import { connectTarget } from '#scripts/bench/clients/connect-target';
import type { LiveClient } from '#scripts/bench/clients/live-client';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';
import { percentile } from '#scripts/bench/percentile';

/** W5: many clients write into one workspace, each its next task as soon as the last one is acknowledged. */
export async function driveWriters(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const { writers, edits } = of.amounts;
  const target = await connectTarget(of.target, 0);
  const clients: LiveClient[] = [];
  for (let number = 0; number < writers; number += 1) clients.push(await target.connect());
  const tasks = benchCreations(writers * edits, 2).map(({ id, create }) => ({
    ...create,
    title: String(create['title']),
    id,
  }));
  const latenciesMs: number[] = [];
  await of.probe.mark('begin');
  const startedAt = performance.now();
  await Promise.all(
    clients.map(async (client, number) => {
      for (const task of tasks.slice(number * edits, (number + 1) * edits)) {
        const calledAt = performance.now();
        await client.create(task);
        latenciesMs.push(performance.now() - calledAt);
      }
    }),
  );
  const tookMs = performance.now() - startedAt;
  await of.probe.mark('end');
  return { perSecond: (tasks.length / tookMs) * 1000, p99Ms: percentile(latenciesMs, 0.99) };
}
