import { connectTarget } from '#scripts/bench/clients/connect-target';
import type { Amounts, Measures, Probe, Target } from '#scripts/bench/job';
import { percentile } from '#scripts/bench/percentile';

const intervalMs = 20;
const warmUpEdits = 25;
const settleMs = 300;

/** W3: an edit every 20 ms; from the call at the sender to the event at each of the receivers. */
export async function driveEdits(of: {
  target: Target;
  amounts: Amounts;
  probe: Probe;
}): Promise<Measures> {
  const target = await connectTarget(of.target, of.amounts.tasks);
  const calledAt = new Map<number, number>();
  const latenciesMs: number[] = [];
  const connectReceiver = () => {
    let newest = 0;
    return target.connect((title) => {
      const arrived = numberOf(title);
      // Edits that waited for a push travel together, and the newest title stands for those before it.
      for (let number = newest + 1; number <= arrived; number += 1) {
        const startedAt = calledAt.get(number);
        if (startedAt !== undefined) latenciesMs.push(performance.now() - startedAt);
      }
      newest = Math.max(newest, arrived);
    });
  };
  await Promise.all(Array.from({ length: of.amounts.receivers }, connectReceiver));
  const sender = await target.connect();

  await everyInterval(warmUpEdits, (number) => sender.edit(`warm-up ${number}`));
  await of.probe.mark('begin');
  await everyInterval(of.amounts.edits, (number) => {
    calledAt.set(number, performance.now());
    return sender.edit(`edit ${number}`);
  });
  await of.probe.mark('end');
  const expected = of.amounts.edits * of.amounts.receivers;
  if (latenciesMs.length !== expected) {
    throw new Error(`${latenciesMs.length} of ${expected} events arrived`);
  }
  return { p50Ms: percentile(latenciesMs, 0.5), p99Ms: percentile(latenciesMs, 0.99) };
}

/** 0 for a title that is not of a measured edit. */
function numberOf(title: string): number {
  return Number(/^edit (\d+)$/.exec(title)?.[1] ?? 0);
}

/** Calls on the beat whether or not earlier calls were answered; resolves a while after the last answer. */
async function everyInterval(
  count: number,
  call: (number: number) => Promise<void>,
): Promise<void> {
  const calls: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let number = 1; number <= count; number += 1) {
    await pause(startedAt + number * intervalMs - performance.now());
    calls.push(call(number));
  }
  await Promise.all(calls);
  await pause(settleMs);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
