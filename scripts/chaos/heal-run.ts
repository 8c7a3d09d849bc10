import type { BareClient } from './bare-client.ts';
import type { BrowserTabs } from './browser-tabs.ts';
import type { Cast } from './cast.ts';
import type { RunOptions } from './chaos-run.ts';

/** After everything was healed, this must be enough. */
const quietWithinMs = 30_000;

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
  const { cast, tabs, client, url } = players;
  await Promise.all([cast.stopWork(), tabs.stopWork()]);
  record.fault('healed', 'everybody is online, the servers run');
  const startMs = Date.now();
  await Promise.all([cast.heal(), tabs.heal()]);
  const readHead = async () => (await client.pull(url))?.head;
  const waiting = [
    ...(await cast.untilQuiet({ readHead, withinMs: quietWithinMs })),
    ...(await tabs.untilQuiet({ readHead, withinMs: quietWithinMs })),
  ];
  for (const line of waiting) print(line);
  print(`quiet after ${((Date.now() - startMs) / 1000).toFixed(1)} s`);
}
