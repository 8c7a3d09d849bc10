import { connectTarget } from '#scripts/bench/clients/connect-target';
import type { LiveTarget } from '#scripts/bench/clients/live-client';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';

/** Connected before the first look, so that code and pools that every server has once do not count. */
const warmUpConnections = 200;
const settleMs = 1_000;

/** W6: what one more idle connection costs the server, in resident memory after a full collection. */
export async function driveIdle(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const target = await connectTarget(of.target, 0);
  await connectMany(target, warmUpConnections);
  const before = await of.probe.serverMemory();
  await connectMany(target, of.amounts.connections);
  const after = await of.probe.serverMemory();
  return { bytesPerConnection: (after - before) / of.amounts.connections };
}

async function connectMany(target: LiveTarget, count: number): Promise<void> {
  const atOnce = 20;
  for (let number = 0; number < count; number += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => target.connect()));
  }
  await new Promise((resolve) => setTimeout(resolve, settleMs));
}
