import { useEffect, useState } from 'react';
import { useTiming } from './timing.ts';

const checkEveryMs = 30_000;

/** How instants are written where one is shown. */
interface AgoFormats {
  ago: (amount: number, unit: 'second' | 'minute' | 'hour' | 'day') => string;
  instant: (at: string, options: Intl.DateTimeFormatOptions) => string;
}

/** How long ago an instant was ("5 minutes ago"), after a week its day; the whole date is its tooltip. */
export function TimeAgo({ at, formats }: { at: string; formats: AgoFormats }) {
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
  const whole = formats.instant(at, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <time dateTime={at} title={whole} className="shrink-0 whitespace-nowrap">
      {timeAgo(at, { nowMs, formats })}
    </time>
  );
}

/** An instant in words as seen from now; one of a clock that is ahead counts as now. */
function timeAgo(at: string, { nowMs, formats }: { nowMs: number; formats: AgoFormats }): string {
  const minutes = Math.floor(Math.max(0, nowMs - Date.parse(at)) / 60_000);
  if (minutes < 1) return formats.ago(0, 'second');
  if (minutes < 60) return formats.ago(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return formats.ago(hours, 'hour');
  const days = Math.floor(hours / 24);
  if (days < 7) return formats.ago(days, 'day');
  return formats.instant(at, { day: 'numeric', month: 'short', year: 'numeric' });
}
