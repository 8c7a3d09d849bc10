import { isPurged, type AnyDocument } from '#shared/kind-definition';
import { reminderTimes } from '#shared/reminder-times';
import { isTask } from '../tasks-api/task-answer.ts';
import type { NoticeRow } from '../storage/notice-port.ts';
import type { EntryBody, LoggedBatch, LoggedChange } from '../sync/log-entry.ts';
import { type NoticeBody, reminderNoticeId } from './notice-body.ts';
import { earliestZone } from './zones.ts';

/** What one entry of the log asks to be told, and whose reminders it ends. */
export interface EntryNotices {
  puts: NoticeRow[];
  removes: { id: string; seq: number }[];
}

/** Of what was committed longer ago than this nobody is told any more: the log is being read anew. */
const newsMaxMs = 24 * 60 * 60_000;

/**
 * The notices of an entry. A task with reminders gets one that is looked at when the first of them may come anywhere on
 * earth; who is assigned or mentioned by somebody else is told at once. `nowMs` is when the entry is read, `members` give the
 * names of people by their ids.
 */
export function noticesOfEntry(of: {
  entry: { workspaceId: string; seq: number; epoch: string; atMs: number };
  body: EntryBody;
  nowMs: number;
  members: ReadonlyMap<string, string>;
}): EntryNotices {
  const { entry, body, nowMs } = of;
  const found: EntryNotices = { puts: [], removes: [] };
  for (const document of body.documents) {
    if (document.kind !== 'task') continue;
    const id = reminderNoticeId({ taskId: document.id, epoch: entry.epoch });
    const first = isPurged(document) ? undefined : firstReminderMs(document, entry.atMs);
    if (first === undefined) found.removes.push({ id, seq: entry.seq });
    else
      found.puts.push(
        rowOf(entry, { id, dueMs: first }, { kind: 'reminder', taskId: document.id }),
      );
  }
  if (nowMs - entry.atMs > newsMaxMs) return found;
  for (const { taskId, toUserId, byUserId, kind } of [
    ...assignments(body),
    ...mentions(body, of.members),
  ]) {
    const id = `${kind}.${taskId}.${toUserId}.${entry.epoch}.${entry.seq}`;
    found.puts.push(rowOf(entry, { id, dueMs: nowMs }, { kind, taskId, toUserId, byUserId }));
  }
  return found;
}

function rowOf(
  { workspaceId, seq, atMs }: { workspaceId: string; seq: number; atMs: number },
  { id, dueMs }: { id: string; dueMs: number },
  body: NoticeBody,
): NoticeRow {
  return { workspaceId, id, seq, dueMs, toldToMs: atMs, body: JSON.stringify(body) };
}

/** Undefined: none is to come. In the zone where days begin first, as nobody knows yet who is where. */
function firstReminderMs(task: AnyDocument, afterMs: number): number | undefined {
  if (!isTask(task)) return undefined;
  const times = reminderTimes(task, earliestZone);
  // Where days begin later, what is over here is yet to come.
  return times.find(({ atMs }) => atMs + dayAndTwoHoursMs > afterMs)?.atMs;
}

const dayAndTwoHoursMs = 26 * 60 * 60_000;

interface News {
  kind: 'assigned' | 'mentioned';
  taskId: string;
  toUserId: string;
  byUserId: string;
}

function assignments({ batches, documents }: EntryBody): News[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return changesOf(batches).flatMap(({ change, userId }): News[] => {
    if (change.kind !== 'task') return [];
    const news = (toUserId: string): News[] =>
      toUserId === userId
        ? []
        : [{ kind: 'assigned', taskId: change.id, toUserId, byUserId: userId }];
    if ('created' in change) {
      const task = byId.get(change.id);
      const isNew = change.created && task !== undefined && !isPurged(task);
      return isNew && isTask(task) ? Object.keys(task.assignees).flatMap(news) : [];
    }
    if (!('group' in change) || change.effect !== 'applied') return [];
    const [set, toUserId] = change.group.split('/');
    const isPresent = set === 'assignee' && change.value['present'] === true;
    return isPresent && toUserId !== undefined ? news(toUserId) : [];
  });
}

/** People whose name stands behind an `@` in a new comment, however it is written large or small. */
function mentions({ batches, documents }: EntryBody, members: ReadonlyMap<string, string>): News[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return changesOf(batches).flatMap(({ change, userId }): News[] => {
    if (change.kind !== 'comment' || !('created' in change) || !change.created) return [];
    const comment = byId.get(change.id);
    if (comment === undefined || isPurged(comment)) return [];
    const { text, taskId } = comment;
    if (typeof text !== 'string' || typeof taskId !== 'string') return [];
    return [...members].flatMap(([toUserId, name]): News[] => {
      const isMeant = toUserId !== userId && names(text, name);
      return isMeant ? [{ kind: 'mentioned', taskId, toUserId, byUserId: userId }] : [];
    });
  });
}

function names(text: string, name: string): boolean {
  if (name.trim() === '') return false;
  const [within, wanted] = [text, `@${name}`].map((words) => words.normalize('NFKC').toLowerCase());
  if (within === undefined || wanted === undefined) return false;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const [before, after] = [within.slice(0, at).at(-1), within[at + wanted.length]];
    if (!isLetter(before) && !isLetter(after)) return true;
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}

function changesOf(batches: readonly LoggedBatch[]): { change: LoggedChange; userId: string }[] {
  return batches
    .filter(({ outcome, sameAs }) => outcome === 'committed' && sameAs === undefined)
    .flatMap(({ changes, userId }) => changes.map((change) => ({ change, userId })));
}
