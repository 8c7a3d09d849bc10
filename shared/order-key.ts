import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { limits } from './limits.ts';

/**
 * An order key is a path `f`, `f-d-f`, `f-d-f-d-f` …: fractional keys (f) with the device (d) that opened the next
 * level between them. A fractional key at the end of a path is made only by the device before it, so two devices
 * never make the same key, and what one device adds in a row stays together. '-' sorts before every digit, so plain
 * string order is path order.
 */
type OrderKey = string;

/** Where new keys go: `stem` followed by a fractional key between `lower` and `upper`. */
interface Room {
  stem: string;
  lower: string | null;
  upper: string | null;
}

/** The neighbours of a gap in a list (null: the end of the list), and the device that puts something there. */
export interface Gap {
  before: OrderKey | null;
  after: OrderKey | null;
  deviceId: string;
}

const separator = '-';
const devicePattern = /^[0-9a-z]{10}$/;

/**
 * A key for a gap. Where there is no room (equal or unreadable neighbours, 64 characters used up) it is a
 * neighbour's own key: the list stays ordered by id there until `moveInto` re-keys the place (R8).
 */
export function orderKeyBetween(gap: Gap): OrderKey {
  const [key] = newKeysBetween({ ...gap, count: 1 }) ?? [];
  return key ?? gap.before ?? gap.after ?? firstKey(gap.deviceId);
}

/** `count` ascending keys for a gap, kept together whatever others put there; without room as `orderKeyBetween`. */
export function orderKeysBetween({ count, ...gap }: Gap & { count: number }): OrderKey[] {
  const keys = newKeysBetween({ ...gap, count });
  return keys ?? Array.from({ length: count }, () => orderKeyBetween(gap));
}

/** `count` ascending keys strictly inside a gap, each at most 64 characters; undefined where there is no room. */
export function newKeysBetween({ count, ...gap }: Gap & { count: number }): OrderKey[] | undefined {
  const room = findRoom(gap);
  if (!room) return undefined;
  const fractions = generateNKeysBetween(room.lower, room.upper, count);
  const keys = fractions.map((fraction) => room.stem + fraction);
  return keys.every(isOrderKey) ? keys : undefined;
}

/** Whether a text is an order key that new keys can be made beside. */
export function isOrderKey(text: string): boolean {
  if (text.length > limits.orderKeyMaxLength) return false;
  const parts = text.split(separator);
  if (parts.length % 2 === 0) return false;
  return parts.every((part, index) =>
    index % 2 === 0 ? isFraction(part) : devicePattern.test(part),
  );
}

function firstKey(deviceId: string): OrderKey {
  return openLevel(generateKeyBetween(null, null), deviceId).stem + generateKeyBetween(null, null);
}

function findRoom({ before, after, deviceId }: Gap): Room | undefined {
  if (before !== null && !isOrderKey(before)) return undefined;
  if (after !== null && !isOrderKey(after)) return undefined;
  if (before !== null && after !== null && before >= after) return undefined;
  return ownRun({ before, after, deviceId }) ?? newLevel({ before, after, deviceId });
}

/** Room beside a neighbour that this device put there itself: what a person adds in a row stays together. */
function ownRun({ before, after, deviceId }: Gap): Room | undefined {
  const [left, right] = [ownLevel(before, deviceId), ownLevel(after, deviceId)];
  if (left && !after?.startsWith(left.stem)) {
    return { stem: left.stem, lower: left.fraction, upper: null };
  }
  if (right && !before?.startsWith(right.stem)) {
    return { stem: right.stem, lower: null, upper: right.fraction };
  }
  if (left && right && left.stem === right.stem) {
    return { stem: left.stem, lower: left.fraction, upper: right.fraction };
  }
  return undefined;
}

function ownLevel(key: OrderKey | null, deviceId: string) {
  const parts = key?.split(separator) ?? [];
  const fraction = parts.at(-1);
  if (fraction === undefined || parts.at(-2) !== deviceId) return undefined;
  return { stem: toStem(parts.slice(0, -1)), fraction };
}

/** Room where the two paths part. Only equal keys have none. */
function newLevel({ before, after, deviceId }: Gap): Room {
  const left = before?.split(separator) ?? [];
  const right = after?.split(separator) ?? [];
  let depth = 0;
  while (depth < left.length && left[depth] === right[depth]) depth += 1;
  const isAtDevice = depth % 2 === 1;
  // After a prefix: below `after`, inside its device's level. At differing devices: behind all of `before`'s.
  if (isAtDevice && depth === left.length) return levelAt(right, depth + 1, deviceId, 'upper');
  if (isAtDevice) return levelAt(left, depth + 1, deviceId, 'lower');
  const [lower, upper] = [left[depth] ?? null, right[depth] ?? null];
  return levelBetween({ path: left.slice(0, depth), lower, upper, deviceId });
}

function levelAt(path: string[], depth: number, deviceId: string, bound: 'lower' | 'upper'): Room {
  const fraction = path[depth] ?? null;
  const bounds = { lower: null, upper: null, [bound]: fraction };
  return levelBetween({ path: path.slice(0, depth), ...bounds, deviceId });
}

/** In this device's own level new keys need no mark; in another's a new level is opened in the middle of the gap. */
function levelBetween(place: {
  path: string[];
  lower: string | null;
  upper: string | null;
  deviceId: string;
}): Room {
  const { path, lower, upper, deviceId } = place;
  const stem = toStem(path);
  if (path.at(-1) === deviceId) return { stem, lower, upper };
  const level = openLevel(generateKeyBetween(lower, upper), deviceId);
  return { ...level, stem: stem + level.stem };
}

function openLevel(fraction: string, deviceId: string): Room {
  return { stem: toStem([fraction, deviceId]), lower: null, upper: null };
}

function toStem(path: string[]): string {
  return path.map((part) => part + separator).join('');
}

/**
 * What `fractional-indexing` accepts: the first letter says how long the integer is, and no fraction ends in 0.
 * A and z, the longest integers, are left out: beyond them it throws, and nobody gets there by moving tasks.
 */
function isFraction(text: string): boolean {
  if (!/^[B-Za-y][0-9A-Za-z]+$/.test(text)) return false;
  const head = text.charCodeAt(0);
  const integerLength = head >= 97 ? head - 97 + 2 : 90 - head + 2;
  return text.length === integerLength || (text.length > integerLength && !text.endsWith('0'));
}
