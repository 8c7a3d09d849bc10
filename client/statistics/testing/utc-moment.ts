import type { LocalMoment } from '../local-moment.ts';

/** The moment of an instant where clocks show UTC. */
export function utcMoment(ms: number): LocalMoment {
  const day = Math.floor(ms / 86_400_000);
  return { day, minute: Math.floor((ms - day * 86_400_000) / 60_000) };
}
