import { createContext, useContext, useEffect, useState } from 'react';

/** Time as the composition root hands it down: nothing below it reads a clock or sets a timer of its own. */
export interface Timing {
  nowMs(): number;
  /** Calls back once after a delay; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

/** See `Timing`; without a provider time stands still. */
export const TimingContext = createContext<Timing>({
  nowMs: () => 0,
  after: () => () => undefined,
});

/** The time of the app. */
export function useTiming(): Timing {
  return useContext(TimingContext);
}

const checkEveryMs = 30_000;

/** Today's date where the person is, `YYYY-MM-DD`; renders again when it changes, also after the device slept. */
export function useToday(): string {
  const timing = useTiming();
  const [today, setToday] = useState(() => localDate(timing.nowMs()));
  useEffect(() => {
    let cancel = () => {};
    const check = () => {
      setToday(localDate(timing.nowMs()));
      cancel = timing.after(checkEveryMs, check);
    };
    check();
    return () => cancel();
  }, [timing]);
  return today;
}

/** The date of an instant (ms) in the zone of this device, `YYYY-MM-DD`. */
export function localDate(ms: number): string {
  const date = new Date(ms);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
