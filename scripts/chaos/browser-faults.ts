import type { SeededRandom } from '#scripts/seeded-random';
import type { BrowserTabs } from './browser-tabs.ts';

/** What can happen to a real browser. `tab` is an index that is taken round the tabs there are. */
export type BrowserFault =
  | { name: 'renderer killed'; tab: number }
  | { name: 'browser offline'; tab: number; forMs: number }
  | { name: 'quota exceeded'; tab: number; forMs: number };

/** One round of what happens to browsers. */
export function browserRound(random: SeededRandom): BrowserFault[] {
  const tab = () => Math.floor(random() * 1_000);
  return [
    { name: 'renderer killed', tab: tab() },
    { name: 'renderer killed', tab: tab() },
    { name: 'browser offline', tab: tab(), forMs: 1_000 + random() * 10_000 },
    { name: 'quota exceeded', tab: tab(), forMs: 2_000 + random() * 4_000 },
  ];
}

/** Does to a browser what the schedule asks for; it is whole again when this resolves. */
export async function strikeBrowser(tabs: BrowserTabs, fault: BrowserFault): Promise<void> {
  switch (fault.name) {
    case 'renderer killed':
      return tabs.killRenderer(fault.tab);
    case 'browser offline':
      return tabs.goOffline(fault.tab, fault.forMs);
    case 'quota exceeded':
      return tabs.exceedQuota(fault.tab, fault.forMs);
    default:
      return fault satisfies never;
  }
}
