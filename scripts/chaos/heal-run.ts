import { setTimeout as pause } from 'node:timers/promises';
import type { BareClient } from './bare-client.ts';
import type { BrowserTabs } from './browser-tabs.ts';
import type { Cast } from './cast.ts';
import type { RunOptions } from './chaos-run.ts';

/** After everything was healed, this must be enough for devices and pages together. */
const quietWithinMs = 30_000;
const lookAgainMs = 250;

/** Who plays in a run. */
export interface Players {
  cast: Cast;
  tabs: BrowserTabs;
  /** Asks the server at `url` where it stands. */
  client: BareClient;
  url: string;
}

/**
 * Ends the work, brings everybody back and waits until all is quiet. The servers must run well by then. What still waits
 * after 30 s is printed here, with where it waits; `liveness` finds it in the history.
 */
export async function healRun({ record, print }: RunOptions, players: Players): Promise<void> {
  const { cast, tabs } = players;
  await Promise.all([cast.stopWork(), tabs.stopWork()]);
  record.fault('healed', 'everybody is online, the servers run');
  const startMs = Date.now();
  await Promise.all([cast.heal(), tabs.heal()]);
  const waiting = await untilAllQuiet(players, startMs + quietWithinMs);
  for (const line of waiting) print(line);
  print(`quiet after ${((Date.now() - startMs) / 1000).toFixed(1)} s`);
}

/** Quiet is what devices and pages are in one and the same look: a page may still wake the devices. */
async function untilAllQuiet(players: Players, deadlineMs: number): Promise<string[]> {
  const { cast, tabs, client, url } = players;
  const readHead = async () => (await client.pull(url))?.head;
  for (;;) {
    const once = { readHead, withinMs: 0 };
    const waiting = [...(await cast.untilQuiet(once)), ...(await tabs.untilQuiet(once))];
    if (waiting.length === 0 || Date.now() > deadlineMs) return waiting;
    await pause(lookAgainMs);
  }
}
