import { parse } from '#shared/parse';
import { reminderTimes } from '#shared/reminder-times';
import type { PushSubscriptionRow, ClaimedNotice, NoticeStorage } from '../storage/notice-port.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { ActionTokens } from './action-token.ts';
import { type About, messageOf, type NoticeMessage, type TaskWithPeople } from './message-of.ts';
import { type NoticeBody, noticeBodySchema } from './notice-body.ts';
import { createTaskReader, type ReadTask, type TaskKey } from './read-task.ts';
import { catchUpMs, reminderTurn } from './reminder-turn.ts';
import type { SendPush } from './send-push.ts';

/** What telling works with. */
export interface TellerParts {
  notices: NoticeStorage;
  documents: FreshDocuments;
  send: SendPush;
  tokens: Pick<ActionTokens, 'issue'>;
  now: () => number;
  onFailed: (of: { workspaceId: string; noticeId: string }, error: unknown) => void;
}

/** A sending that a slow service draws out fits into it; after a crash the next replica begins when it is over. */
const leaseMs = 60_000;
const claimedAtOnce = 50;
/** So many are told side by side at most: what a service that does not answer holds up, and what lies in memory. */
const underWayMax = 200;
/** After these the message is given up: what it said stands in the app. */
const waitsMs = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

/** When a notice is looked at again once it was told; undefined: never. */
type Next = { dueMs: number; toldToMs: number } | undefined;

/** Tells what is due; see `createTeller`. */
export interface Teller {
  /**
   * Claims what is due until nothing is left, and tells it; resolves when all is claimed, not when all is told, so that a
   * service that does not answer holds up nothing that becomes due meanwhile.
   */
  tellDue(): Promise<void>;
  /** Claims nothing more, and resolves when what was claimed is told. */
  drain(): Promise<void>;
}

/**
 * Replicas share the queue by leases, so each notice is told by one of them; one that ends while it tells leaves its lease to
 * run out, and what it had told already is told again under the same tag, which browsers show once.
 */
export function createTeller(of: TellerParts): Teller {
  const underWay = new Set<Promise<void>>();
  const end = { isDraining: false };
  return {
    tellDue: async () => {
      while (!end.isDraining) {
        const nowMs = of.now();
        const claim = { nowMs, leaseEndMs: nowMs + leaseMs, limit: claimedAtOnce };
        const due = await of.notices.claimNotices(claim);
        const read = createTaskReader(of.documents, due.flatMap(taskOf));
        for (const notice of due) {
          const work = tellOne(of, { claimed: notice, nowMs, read }).finally(() => {
            underWay.delete(work);
          });
          underWay.add(work);
        }
        if (due.length < claimedAtOnce) return;
        while (underWay.size > underWayMax - claimedAtOnce) await Promise.race(underWay);
      }
    },
    drain: async () => {
      end.isDraining = true;
      await Promise.all(underWay);
    },
  };
}

/** Whose notice it is; none where its body cannot be read. */
function taskOf({ workspaceId, body }: ClaimedNotice): TaskKey[] {
  const parsed = bodyOf(body);
  return parsed === undefined ? [] : [{ workspaceId, taskId: parsed.taskId }];
}

function bodyOf(text: string): NoticeBody | undefined {
  try {
    const parsed = parse(noticeBodySchema, JSON.parse(text));
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

interface Work {
  claimed: ClaimedNotice;
  nowMs: number;
  read: ReadTask;
}

/** Never rejects: a notice that cannot be told keeps nobody else waiting, and is tried again when its lease is over. */
async function tellOne(of: TellerParts, { claimed, nowMs, read }: Work): Promise<void> {
  const { workspaceId, id } = claimed;
  try {
    const body = bodyOf(claimed.body);
    const next =
      body === undefined
        ? // Of a newer release, after a way back: whoever understands it may still come.
          { dueMs: nowMs + 60 * 60_000, toldToMs: claimed.toldToMs }
        : await tell(of, { claimed, body, nowMs, read });
    await of.notices.finishNotice(claimed, next);
  } catch (error) {
    of.onFailed({ workspaceId, noticeId: id }, error);
  }
}

async function tell(
  of: TellerParts,
  { claimed, body, nowMs, read }: Work & { body: NoticeBody },
): Promise<Next> {
  const { workspaceId } = claimed;
  const known = await read({ workspaceId, taskId: body.taskId });
  if (known === undefined) return undefined;
  if (body.kind === 'reminder') return tellReminders(of, { claimed, known, nowMs });
  // Of a project in the trash nothing is told (R7); its reminders come again with it.
  if (known.isHidden) return undefined;
  if (body.kind === 'again') {
    await tellAgain(of, { claimed, body, known });
    return undefined;
  }
  const { kind, toUserId, byUserId } = body;
  const to = await wanting(of, { kind, people: [toUserId], known });
  const about = { kind, byUserId };
  const messages = to.map((each) =>
    messageOf(of.tokens, { to: each, tag: claimed.id, about, known }),
  );
  await sendAll(of, claimed, messages);
  return undefined;
}

async function tellReminders(
  of: TellerParts,
  { claimed, known, nowMs }: { claimed: ClaimedNotice; known: TaskWithPeople; nowMs: number },
): Promise<Next> {
  const { task, isHidden } = known;
  const people = remindedPeople(known);
  const subscriptions = await wanting(of, { kind: 'reminder', people, known });
  const turn = reminderTurn({ task, subscriptions, toldToMs: claimed.toldToMs, nowMs });
  const messages = (isHidden ? [] : turn.tell).map(({ to, atMs }) => {
    const tag = `reminder.${task.id}.${atMs}`;
    return messageOf(of.tokens, { to, tag, about: { kind: 'reminder', atMs }, known });
  });
  await sendAll(of, claimed, messages);
  const { nextDueMs: dueMs } = turn;
  return dueMs === undefined ? undefined : { dueMs, toldToMs: nowMs };
}

/** Whom a task's reminders are for: those it is assigned to, and with nobody assigned everybody who shares it. */
function remindedPeople({ task, members }: TaskWithPeople): string[] {
  const assigned = Object.keys(task.assignees).filter((id) => members.has(id));
  return assigned.length > 0 ? assigned : [...members.keys()];
}

/** The browsers of these people, of those who are members now, that want to be told such things. */
async function wanting(
  of: TellerParts,
  {
    kind,
    people,
    known,
  }: { kind: About['kind']; people: readonly string[]; known: TaskWithPeople },
): Promise<PushSubscriptionRow[]> {
  const held = await of.notices.subscriptionsOf(people.filter((id) => known.members.has(id)));
  return held.filter(({ kinds }) => kinds.includes(kind));
}

/** All at once. What is to be tried again becomes a notice of its own. */
async function sendAll(
  of: TellerParts,
  claimed: ClaimedNotice,
  messages: readonly NoticeMessage[],
): Promise<void> {
  const outcomes = await Promise.all(messages.map(({ to, notice }) => of.send(to, notice)));
  const gone = messages.filter((_, at) => outcomes[at]?.name === 'gone').map(({ to }) => to.id);
  if (gone.length > 0) await of.notices.removeSubscriptions(gone);
  const later = messages.flatMap((message, at) => {
    const outcome = outcomes[at];
    if (outcome?.name !== 'later') return [];
    const wait = Math.max(waitsMs[0], outcome.retryAfterMs ?? 0);
    // By its tag: the next reminder of the task may come while this one still waits.
    const id = `again.${message.notice.tag}.${message.to.id}`;
    return [againRow(of, { claimed: { ...claimed, id }, message, attempt: 1, wait })];
  });
  if (later.length > 0) await of.notices.putNotices(later);
}

async function tellAgain(
  of: TellerParts,
  work: {
    claimed: ClaimedNotice;
    body: Extract<NoticeBody, { kind: 'again' }>;
    known: TaskWithPeople;
  },
): Promise<void> {
  const { claimed, body, known } = work;
  const { subscriptionId, attempt, about, tag } = body;
  const to = await of.notices.subscriptionById(subscriptionId);
  if (to === undefined || !isStillToTell(to, { body, known, nowMs: of.now() })) return;
  const message = messageOf(of.tokens, { to, tag, about, known });
  const outcome = await of.send(to, message.notice);
  const wait = waitsMs[attempt];
  if (outcome.name === 'later' && wait !== undefined) {
    const longer = Math.max(wait, outcome.retryAfterMs ?? 0);
    // Takes the place of the one that is claimed, whose lease ends with it.
    const row = againRow(of, { claimed, message, attempt: attempt + 1, wait: longer });
    await of.notices.putNotices([row]);
  }
  if (outcome.name === 'gone') await of.notices.removeSubscriptions([subscriptionId]);
}

/** Meanwhile the browser may be somebody else's, who asks for such things may want no more, and a reminder be put off. */
function isStillToTell(
  to: PushSubscriptionRow,
  of: { body: Extract<NoticeBody, { kind: 'again' }>; known: TaskWithPeople; nowMs: number },
): boolean {
  const { about, toUserId } = of.body;
  const { task, members } = of.known;
  if (to.userId !== toUserId || !members.has(to.userId)) return false;
  if (!to.kinds.includes(about.kind)) return false;
  if (about.kind !== 'reminder') return true;
  const isSet = reminderTimes(task, to.timeZone).some(({ atMs }) => atMs === about.atMs);
  return isSet && about.atMs > of.nowMs - catchUpMs;
}

function againRow(
  of: TellerParts,
  again: {
    claimed: { workspaceId: string; id: string; seq: number };
    message: NoticeMessage;
    attempt: number;
    wait: number;
  },
) {
  const { claimed, message, attempt, wait } = again;
  const { to, about, taskId, notice } = message;
  const nowMs = of.now();
  const { tag } = notice;
  const whom = { subscriptionId: to.id, toUserId: to.userId };
  const body: NoticeBody = { kind: 'again', about, taskId, tag, ...whom, attempt };
  const { workspaceId, id, seq } = claimed;
  const times = { seq: seq + 1, dueMs: nowMs + wait, toldToMs: nowMs };
  return { workspaceId, id, ...times, body: JSON.stringify(body) };
}
