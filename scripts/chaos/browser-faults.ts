import type { SeededRandom } from '#scripts/seeded-random';
import type { BrowserTabs } from './browser-tabs.ts';
import { drawFaults, strikeUntil } from './draw-faults.ts';

/** What can happen to a real browser. `tab` is an index that is taken round the tabs there are. */
type BrowserFault =
  | { name: 'renderer killed'; tab: number }
  | { name: 'browser offline'; tab: number; forMs: number }
  | { name: 'quota exceeded'; tab: number; forMs: number };

/** Lets faults strike the browsers of a run until the time is over. */
export function strikeBrowsers(
  endMs: number,
  of: { seed: number; tabs: BrowserTabs },
): Promise<void> {
  const faults = drawFaults({ seed: of.seed + 2, betweenMs: [4_000, 12_000], round: browserRound });
  return strikeUntil(endMs, faults, (fault) => strikeBrowser(of.tabs, fault));
}

/** One round of what happens to browsers. */
function browserRound(random: SeededRandom): BrowserFault[] {
  const tab = () => Math.floor(random() * 1_000);
  return [
    { name: 'renderer killed', tab: tab() },
    { name: 'renderer killed', tab: tab() },
    { name: 'browser offline', tab: tab(), forMs: 1_000 + random() * 10_000 },
    { name: 'quota exceeded', tab: tab(), forMs: 2_000 + random() * 4_000 },
  ];
}

/** Does to a browser what the schedule asks for; it is whole again when this resolves. */
async function strikeBrowser(tabs: BrowserTabs, fault: BrowserFault): Promise<void> {
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
