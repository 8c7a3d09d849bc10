import type { SeededRandom } from '#scripts/seeded-random';
import type { Cast, ClientFault } from './cast.ts';
import { drawFaults, strikeUntil } from './draw-faults.ts';

/** Lets faults strike the headless devices of a run until the time is over. */
export function strikeClients(endMs: number, of: { seed: number; cast: Cast }): Promise<void> {
  const faults = drawFaults({ seed: of.seed + 1, betweenMs: [1_000, 6_000], round: clientRound });
  return strikeUntil(endMs, faults, (fault) => of.cast.strike(fault));
}

/** One round of what happens to clients in every run. */
function clientRound(random: SeededRandom): ClientFault[] {
  const device = () => Math.floor(random() * 1_000);
  return [
    { name: 'device offline', device: device(), forMs: 4_000 + random() * 26_000 },
    { name: 'device offline', device: device(), forMs: 500 + random() * 4_000 },
    { name: 'all offline', forMs: 500 + random() * 4_000 },
    ...Array.from({ length: 4 }, (): ClientFault => ({ name: 'tab killed', device: device() })),
    { name: 'profile copied', device: device() },
  ];
}
