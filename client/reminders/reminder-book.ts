/** One reminder that has come: of which task, and for when it was set (ms). */
export interface DueReminder {
  taskId: string;
  atMs: number;
}

/** A reminder that stands on the screen. */
export interface OpenReminder extends DueReminder {
  /** It came while no tab was there to show it. */
  isLate: boolean;
}

/** What one device remembers of its reminders, so that each is shown once, over all tabs and reloads. */
export interface ReminderBook {
  /** Since when this device shows reminders: earlier ones are not made up for. */
  sinceMs: number;
  /** Keys of reminders that were shown, the latest last. */
  shown: readonly string[];
  /** Shown and not answered yet: the next tab goes on showing them. */
  open: readonly OpenReminder[];
}

/** A reminder missed for longer than this is not made up for. */
export const catchUpMs = 7 * 24 * 60 * 60 * 1000;

/** A reminder shown this long after its time was missed, not merely waited for. */
const lateAfterMs = 2 * 60 * 1000;

const shownMax = 1_000;

/** A book without pages. */
export function newReminderBook(nowMs: number): ReminderBook {
  return { sinceMs: nowMs, shown: [], open: [] };
}

/** Names a reminder: the task and the moment, so that one that is moved comes again at its new time. */
export function reminderKey({ taskId, atMs }: DueReminder): string {
  return `${taskId}@${atMs}`;
}

/**
 * The book at a moment. `times` are all reminders of all open tasks: what has come since and was not shown is opened;
 * what is open and no longer among them (done, trashed, moved to another time) is closed. That the clock was set back or
 * forward changes nothing: what was shown is known by its key, not by the time it was shown at.
 */
export function turnPage(
  book: ReminderBook,
  { times, nowMs }: { times: readonly DueReminder[]; nowMs: number },
): ReminderBook {
  const sinceMs = Math.min(book.sinceMs, nowMs);
  const keys = new Set(times.map(reminderKey));
  const shown = new Set(book.shown);
  const fresh = times.filter(
    (time) =>
      time.atMs > sinceMs &&
      time.atMs > nowMs - catchUpMs &&
      time.atMs <= nowMs &&
      !shown.has(reminderKey(time)),
  );
  const standing = book.open.filter((reminder) => keys.has(reminderKey(reminder)));
  const isSame = fresh.length === 0 && standing.length === book.open.length;
  if (isSame && sinceMs === book.sinceMs) return book;
  const opened = fresh.map(({ taskId, atMs }): OpenReminder => {
    return { taskId, atMs, isLate: nowMs - atMs > lateAfterMs };
  });
  return {
    sinceMs,
    shown: [...book.shown, ...fresh.map(reminderKey)].slice(-shownMax),
    open: [...standing, ...opened].sort((a, b) => a.atMs - b.atMs),
  };
}

/** The book once these reminders were answered. */
export function closeReminders(book: ReminderBook, answered: readonly DueReminder[]): ReminderBook {
  const keys = new Set(answered.map(reminderKey));
  return { ...book, open: book.open.filter((reminder) => !keys.has(reminderKey(reminder))) };
}

/** When the page should be turned next: at the next reminder, but never later than `atMostMs` from now. */
export function nextTurnMs(
  times: readonly DueReminder[],
  { nowMs, atMostMs }: { nowMs: number; atMostMs: number },
): number {
  const waits = times.filter(({ atMs }) => atMs > nowMs).map(({ atMs }) => atMs - nowMs);
  return Math.min(atMostMs, ...waits);
}
