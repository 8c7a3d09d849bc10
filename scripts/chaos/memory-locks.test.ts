import { expect, test } from 'vitest';
import { createMemoryLocks } from './memory-locks.ts';

const never = () => new Promise<void>(() => undefined);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Asks for the lead in one tab and notes whether it has it. */
function ask(locks: ReturnType<ReturnType<typeof createMemoryLocks>>) {
  const state = { leads: false, isRobbed: false };
  const signal = new AbortController();
  const lead = () => {
    state.leads = true;
    return never();
  };
  locks.request('lead', { signal: signal.signal }, lead).catch(() => {
    state.leads = false;
    state.isRobbed = true;
  });
  return { state, signal };
}

test('a tab that dies passes the lead on to the one that has waited longest', async () => {
  const device = createMemoryLocks();
  const [first, second, third] = [device(), device(), device()];
  const asked = [first, second, third].map(ask);
  await turn();
  expect(asked.map(({ state }) => state.leads)).toEqual([true, false, false]);
  first.releaseAll();
  await turn();
  expect(asked.slice(1).map(({ state }) => state.leads)).toEqual([true, false]);
});

test('a tab that steals the lead has it at once, and the robbed one hears of it', async () => {
  const device = createMemoryLocks();
  const robbed = ask(device());
  await turn();
  const thief = { leads: false };
  const lead = () => {
    thief.leads = true;
    return never();
  };
  device()
    .request('lead', { steal: true }, lead)
    .catch(() => undefined);
  await turn();
  expect([thief.leads, robbed.state.isRobbed]).toEqual([true, true]);
});

test('turns are taken one after another and give what the work gave', async () => {
  const device = createMemoryLocks();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await turn();
    order.push(`${name} ends`);
    return name;
  };
  const given = await Promise.all([
    device().turn('session', work('one')),
    device().turn('session', work('two')),
  ]);
  expect(given).toEqual(['one', 'two']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});
