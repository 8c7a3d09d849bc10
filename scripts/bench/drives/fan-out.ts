import { connectTarget } from '#scripts/bench/clients/connect-target';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';
import { percentile } from '#scripts/bench/percentile';

const warmUpEdits = 10;
const pauseMs = 20;

/** W4: one edit to many receivers; from the call until the last of them has it. */
export async function driveFanOut(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const { edits, receivers } = of.amounts;
  const target = await connectTarget(of.target, 0);
  let arrived = 0;
  let allHaveIt = () => {};
  const receive = () => {
    arrived += 1;
    if (arrived === receivers) allHaveIt();
  };
  for (let number = 0; number < receivers; number += 1) await target.connect(receive);
  const sender = await target.connect();

  const latenciesMs: number[] = [];
  for (let number = 1; number <= warmUpEdits + edits; number += 1) {
    if (number === warmUpEdits + 1) await of.probe.mark('begin');
    arrived = 0;
    const everybody = new Promise<void>((resolve) => {
      allHaveIt = resolve;
    });
    const startedAt = performance.now();
    const answered = sender.edit(`edit ${number}`);
    await everybody;
    if (number > warmUpEdits) latenciesMs.push(performance.now() - startedAt);
    await answered;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await of.probe.mark('end');
  return { p50Ms: percentile(latenciesMs, 0.5) };
}
