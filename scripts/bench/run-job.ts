import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Amounts, DriveName, Measures } from '#scripts/bench/job';
import type { RunningTarget } from '#scripts/bench/start-target';

const client = fileURLToPath(new URL('bench-client.ts', import.meta.url));

/** A server that died leaves its clients waiting; the largest job takes a tenth of this. */
const timeoutMs = 120_000;

type FromClient =
  | { measures: Measures }
  | { request: 'collect' }
  | { request: 'begin' }
  | { request: 'end' };

/**
 * Runs one measurement in a client process of its own and hands its questions on to the server.
 * With `onProfile` the server is profiled over the measured part; the measures are then not comparable.
 */
export async function runJob(of: {
  drive: DriveName;
  running: RunningTarget;
  amounts: Amounts;
  onProfile?: ((profile: unknown) => void) | undefined;
}): Promise<Measures> {
  const child = fork(client, { execArgv: ['--import', 'tsx'] });
  const ended = once(child, 'exit');
  let measures: Measures | undefined;
  child.on('message', (message: FromClient) => {
    if ('measures' in message) measures = message.measures;
    else void answer(message.request).then((value) => child.send({ value }));
  });
  child.send({ drive: of.drive, target: of.running.target, amounts: of.amounts });
  const impatience = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await ended;
  clearTimeout(impatience);
  if (!measures) throw new Error(`${of.drive} on ${of.running.target.name} failed`);
  return measures;

  async function answer(request: 'collect' | 'begin' | 'end'): Promise<unknown> {
    if (request === 'collect') return of.running.server.ask('collect');
    if (!of.onProfile) return undefined;
    const value = await of.running.server.ask(request);
    if (request === 'end') of.onProfile(value);
    return undefined;
  }
}
