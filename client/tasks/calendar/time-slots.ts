/** Minutes to which a time snaps when a task is dropped in the grid. */
export const snapMinutes = 15;

const dayMinutes = 24 * 60;
const shownMinutes = 30;

/** A stretch of a day: minutes since midnight, end excluded. */
export interface TimedItem {
  id: string;
  startMinute: number;
  endMinute: number;
}

/** Where an item stands: in which of how many lanes beside each other. */
export interface PlacedItem extends TimedItem {
  lane: number;
  lanes: number;
}

/** The stretch of a task: as long as its estimate, half an hour without one or with less, and never past midnight. */
export function toTimedItem(of: {
  id: string;
  dueTime: string;
  estimateMinutes: number | null;
}): TimedItem {
  const length = Math.max(of.estimateMinutes ?? 0, shownMinutes);
  const startMinute = Math.min(minutesOf(of.dueTime), dayMinutes - shownMinutes);
  return { id: of.id, startMinute, endMinute: Math.min(startMinute + length, dayMinutes) };
}

/** Items by start; those that overlap stand in lanes of equal width, and what does not touch them is as wide as the day. */
export function placeInLanes(items: readonly TimedItem[]): PlacedItem[] {
  const sorted = [...items].sort(
    (a, b) => a.startMinute - b.startMinute || b.endMinute - a.endMinute || (a.id < b.id ? -1 : 1),
  );
  const placed: PlacedItem[] = [];
  let cluster: PlacedItem[] = [];
  let laneEnds: number[] = [];
  const close = () => {
    for (const item of cluster) item.lanes = laneEnds.length;
    placed.push(...cluster);
    cluster = [];
    laneEnds = [];
  };
  for (const item of sorted) {
    if (laneEnds.every((end) => end <= item.startMinute)) close();
    const free = laneEnds.findIndex((end) => end <= item.startMinute);
    const lane = free < 0 ? laneEnds.length : free;
    laneEnds[lane] = item.endMinute;
    cluster.push({ ...item, lane, lanes: 1 });
  }
  close();
  return placed;
}

/** The time `HH:MM` at a height of the grid (px from midnight), snapped; within the day. */
export function timeAt(offsetPx: number, hourPx: number): string {
  const minutes = Math.round(((offsetPx / hourPx) * 60) / snapMinutes) * snapMinutes;
  return timeOf(Math.min(Math.max(minutes, 0), dayMinutes - snapMinutes));
}

/** Minutes since midnight of a time `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
