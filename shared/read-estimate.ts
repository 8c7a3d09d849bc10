import { limits } from './limits.ts';

/** Minutes from "30m", "45min", "2h", "1.5h", "1h30", "1h30m"; undefined for none and for more than a task may have. */
export function readEstimate(text: string): number | undefined {
  const match =
    /^(?:(\d{1,3}(?:[.,]\d{1,2})?)h(?:(?:ou)?rs?)?)?(?:(\d{1,5})(?:m|mins?|minutes?)?)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, hours, minutes] = match;
  const isBare = hours === undefined && /^\d*$/.test(text);
  if (isBare) return undefined;
  const total = Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0);
  return total >= 1 && total <= limits.estimateMaxMinutes ? total : undefined;
}
