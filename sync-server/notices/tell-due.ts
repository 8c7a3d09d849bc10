import { parse } from '#shared/parse';
import type { PushSubscriptionRow, ClaimedNotice, NoticeStorage } from '../storage/notice-port.ts';
import { isTask } from '../tasks-api/task-answer.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { ActionTokens } from './action-token.ts';
import { readMembers } from './follow-logs.ts';
import { type About, messageOf, type NoticeMessage, type TaskWithPeople } from './message-of.ts';
import { type NoticeBody, noticeBodySchema } from './notice-body.ts';
import { reminderTurn } from './reminder-turn.ts';
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
/** After these the message is given up: what it said stands in the app. */
const waitsMs = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

/** What became of a notice: how many were told, and when it is looked at again; undefined: never. */
interface Told {
  sent: number;
  next: { dueMs: number; toldToMs: number } | undefined;
}

/**
 * Takes what is due and tells it, until nothing is due. Replicas share the queue by leases, so each notice is told by one of
 * them; one that ends while it tells leaves its lease to run out, and what it had told already is told again under the same
 * tag, which browsers show once. Resolves to how many messages were sent.
 */
export async function tellDue(of: TellerParts): Promise<number> {
  let sent = 0;
  for (;;) {
    const nowMs = of.now();
    const due = await of.notices.claimNotices({
      nowMs,
      leaseEndMs: nowMs + leaseMs,
      limit: claimedAtOnce,
    });
    const counts = await Promise.all(due.map((notice) => tellOne(of, notice, nowMs)));
    sent += counts.reduce((sum, count) => sum + count, 0);
    if (due.length < claimedAtOnce) return sent;
  }
}

/** Never rejects: a notice that cannot be told keeps nobody else waiting, and is tried again when its lease is over. */
async function tellOne(of: TellerParts, claimed: ClaimedNotice, nowMs: number): Promise<number> {
  const { workspaceId, id } = claimed;
  try {
    const body = parse(noticeBodySchema, JSON.parse(claimed.body));
    const { sent, next } = body.ok
      ? await tell(of, { claimed, body: body.value, nowMs })
      : // Of a newer release, after a way back: whoever understands it may still come.
        { sent: 0, next: { dueMs: nowMs + 60 * 60_000, toldToMs: claimed.toldToMs } };
    await of.notices.finishNotice(claimed, next);
    return sent;
  } catch (error) {
    of.onFailed({ workspaceId, noticeId: id }, error);
    return 0;
  }
}

async function tell(
  of: TellerParts,
  work: { claimed: ClaimedNotice; body: NoticeBody; nowMs: number },
): Promise<Told> {
  const { claimed, body, nowMs } = work;
  const known = await readTask(of, claimed.workspaceId, body.taskId);
  if (known === undefined) return { sent: 0, next: undefined };
  if (body.kind === 'reminder') return tellReminders(of, { claimed, known, nowMs });
  if (body.kind === 'again') return tellAgain(of, { claimed, body, known });
  const { kind, toUserId, byUserId } = body;
  const to = await wanting(of, { kind, people: [toUserId], known });
  const about = { kind, byUserId };
  const messages = to.map((each) =>
    messageOf(of.tokens, { to: each, tag: claimed.id, about, known }),
  );
  return { sent: await sendAll(of, claimed, messages), next: undefined };
}

/** The task with who shares it; undefined where there is nothing to tell of any more. */
async function readTask(
  of: TellerParts,
  workspaceId: string,
  taskId: string,
): Promise<TaskWithPeople | undefined> {
  const task = (await of.documents.read({ workspaceId, ids: [taskId] })).get(taskId);
  if (!isTask(task) || task.trashedAt !== null) return undefined;
  return { task, members: await readMembers(of.documents, workspaceId) };
}

async function tellReminders(
  of: TellerParts,
  { claimed, known, nowMs }: { claimed: ClaimedNotice; known: TaskWithPeople; nowMs: number },
): Promise<Told> {
  const { task } = known;
  const people = remindedPeople(known);
  const subscriptions = await wanting(of, { kind: 'reminder', people, known });
  const turn = reminderTurn({ task, subscriptions, toldToMs: claimed.toldToMs, nowMs });
  const messages = turn.tell.map(({ to, atMs }) => {
    const tag = `reminder.${task.id}.${atMs}`;
    return messageOf(of.tokens, { to, tag, about: { kind: 'reminder', atMs }, known });
  });
  const sent = await sendAll(of, claimed, messages);
  const { nextDueMs: dueMs } = turn;
  return { sent, next: dueMs === undefined ? undefined : { dueMs, toldToMs: nowMs } };
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

/** All at once: one slow service holds up nobody else. What is to be tried again becomes a notice of its own. */
async function sendAll(
  of: TellerParts,
  claimed: ClaimedNotice,
  messages: readonly NoticeMessage[],
): Promise<number> {
  const outcomes = await Promise.all(messages.map(({ to, notice }) => of.send(to, notice)));
  const gone = messages.filter((_, at) => outcomes[at]?.name === 'gone').map(({ to }) => to.id);
  if (gone.length > 0) await of.notices.removeSubscriptions(gone);
  const later = messages.flatMap((message, at) => {
    const outcome = outcomes[at];
    if (outcome?.name !== 'later') return [];
    const wait = Math.max(waitsMs[0], outcome.retryAfterMs ?? 0);
    const id = `again.${claimed.id}.${message.to.id}`;
    return [againRow(of, { claimed: { ...claimed, id }, message, attempt: 1, wait })];
  });
  if (later.length > 0) await of.notices.putNotices(later);
  return outcomes.filter((outcome) => outcome.name === 'sent').length;
}

async function tellAgain(
  of: TellerParts,
  work: {
    claimed: ClaimedNotice;
    body: Extract<NoticeBody, { kind: 'again' }>;
    known: TaskWithPeople;
  },
): Promise<Told> {
  const { claimed, body, known } = work;
  const { subscriptionId, attempt, about, tag } = body;
  const over = { sent: 0, next: undefined };
  const to = await of.notices.subscriptionById(subscriptionId);
  const isOpen = known.task.status === 'todo' || known.task.status === 'in_progress';
  if (to === undefined || !known.members.has(to.userId) || !isOpen) return over;
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
  return { ...over, sent: outcome.name === 'sent' ? 1 : 0 };
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
  const body: NoticeBody = { kind: 'again', about, taskId, tag, subscriptionId: to.id, attempt };
  const { workspaceId, id, seq } = claimed;
  const times = { seq: seq + 1, dueMs: nowMs + wait, toldToMs: nowMs };
  return { workspaceId, id, ...times, body: JSON.stringify(body) };
}
