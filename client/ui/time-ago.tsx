import { useEffect, useState } from 'react';
import { useTiming } from './timing.ts';

const formats = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto', style: 'long' });
const wholeTimes = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const checkEveryMs = 30_000;

/** How long ago an instant was ("5 minutes ago"), after a week its day; the whole date is its tooltip. */
export function TimeAgo({ at }: { at: string }) {
  const timing = useTiming();
  const [nowMs, setNowMs] = useState(() => timing.nowMs());
  useEffect(() => {
    let cancel = () => {};
    const check = () => {
      setNowMs(timing.nowMs());
      cancel = timing.after(checkEveryMs, check);
    };
    check();
    return () => cancel();
  }, [timing]);
  const whole = wholeTimes.format(new Date(at));
  return (
    <time dateTime={at} title={whole} className="shrink-0 whitespace-nowrap">
      {timeAgo(Date.parse(at), nowMs)}
    </time>
  );
}

/** An instant in words as seen from now; one of a clock that is ahead counts as now. */
export function timeAgo(atMs: number, nowMs: number): string {
  const minutes = Math.floor(Math.max(0, nowMs - atMs) / 60_000);
  if (minutes < 1) return formats.format(0, 'second');
  if (minutes < 60) return formats.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return formats.format(-hours, 'hour');
  const daysAgo = Math.floor(hours / 24);
  return daysAgo < 7 ? formats.format(-daysAgo, 'day') : days.format(new Date(atMs));
}
