import * as z from 'zod/mini';

/**
 * A stamp is the hybrid logical clock time of a batch: `<9 chars base36 ms><3 chars base36 counter>-<deviceId>`.
 * Plain string order is time order. Stamps decide who wins, never whether devices converge (R5, R6).
 */
export type Stamp = string;

/** What a document holds for a group: a stamp, or `<fitted>~<as sent>` where the server changed it to fit (R6). */
export type HeldStamp = string;

/** The server's own device id: merged results and commands of the server carry it. */
export const serverDeviceId = '0000000000';

const stampPattern = /^[0-9a-z]{12}-[0-9a-z]{10}$/;
const counterMax = 36 ** 3 - 1;
const msMax = 36 ** 9 - 1;

/** A stamp as it travels in a batch; the `~` form is made by the server only. */
export const stampSchema = z.string().check(z.regex(stampPattern));

/** A base as it travels in a change: a held stamp, in either form. */
export const heldStampSchema = z
  .string()
  .check(z.regex(/^[0-9a-z]{12}-[0-9a-z]{10}(~[0-9a-z]{12}-[0-9a-z]{10})?$/));

/** Milliseconds and counter of a stamp, and the device that made it. */
export interface StampParts {
  ms: number;
  counter: number;
  deviceId: string;
}

/** Writes a stamp. A counter that overflows carries into the milliseconds. */
export function formatStamp({ ms, counter, deviceId }: StampParts): Stamp {
  const carried = counter > counterMax ? { ms: ms + 1, counter: 0 } : { ms, counter };
  const safeMs = Math.min(Math.max(0, Math.floor(carried.ms)), msMax);
  return `${base36(safeMs, 9)}${base36(carried.counter, 3)}-${deviceId}`;
}

/** Reads the effective (fitted) part of a stamp. The text must have passed a stamp schema. */
export function readStamp(stamp: HeldStamp): StampParts {
  return {
    ms: Number.parseInt(stamp.slice(0, 9), 36),
    counter: Number.parseInt(stamp.slice(9, 12), 36),
    deviceId: stamp.slice(13, 23),
  };
}

/** The effective part of a held stamp: what is compared with others. */
export function effectiveStamp(held: HeldStamp): Stamp {
  return held.slice(0, 23);
}

/** Whether `base` names the value that is held now, by either part of either stamp (R6). */
export function baseMatches(held: HeldStamp, base: HeldStamp): boolean {
  if (held === base) return true;
  const [fitted, asSent] = held.split('~');
  return base.split('~').some((part) => part === fitted || part === asSent);
}

/** The smallest stamp above both, made by `deviceId`. */
export function stampAbove(a: HeldStamp, b: HeldStamp, deviceId: string): Stamp {
  const highest = effectiveStamp(a) > effectiveStamp(b) ? a : b;
  const { ms, counter } = readStamp(highest);
  return formatStamp({ ms, counter: counter + 1, deviceId });
}

/**
 * The stamp a value is stored under (R6). `ceilingMs` is the commit time: a stamp beyond it is pulled back to it.
 * `above` is the held stamp being replaced: the result is greater than it, and this floor goes before the ceiling.
 */
export function fitStamp(fit: {
  sent: Stamp;
  ceilingMs?: number | undefined;
  above?: HeldStamp | undefined;
}): HeldStamp {
  const parts = readStamp(fit.sent);
  let fitted = fit.sent;
  if (fit.ceilingMs !== undefined && parts.ms > fit.ceilingMs) {
    fitted = formatStamp({ ms: fit.ceilingMs, counter: 0, deviceId: parts.deviceId });
  }
  if (fit.above !== undefined && fitted <= effectiveStamp(fit.above)) {
    fitted = stampAbove(fit.above, fit.above, parts.deviceId);
  }
  return fitted === fit.sent ? fit.sent : `${fitted}~${fit.sent}`;
}

/** A device's hybrid logical clock: what it must keep on disk between sessions. */
export interface ClockState {
  ms: number;
  counter: number;
}

/** The next tick of a clock at corrected time `nowMs`: never at or below an earlier tick. */
export function tick(clock: ClockState, nowMs: number): ClockState {
  if (nowMs > clock.ms) return { ms: Math.floor(nowMs), counter: 0 };
  if (clock.counter >= counterMax) return { ms: clock.ms + 1, counter: 0 };
  return { ms: clock.ms, counter: clock.counter + 1 };
}

function base36(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}
