import { ApiError } from '#shared/api-error';
import type { PushNotice } from '#shared/push-notice';
import { noticeTitleMax } from '#shared/push-notice';
import { parse } from '#shared/parse';
import { pushNoticeSchema } from '#shared/push-notice';
import type { Task } from '#shared/task';
import type { ClaimedNotice, PushSubscriptionRow, NoticeStorage } from '../storage/notice-port.ts';
import { isTask } from '../tasks-api/task-answer.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { ActionTokens } from './action-token.ts';
import { readMembers } from './follow-logs.ts';
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

/** Two sendings to a slow service fit into it; after a crash the next replica begins when it is over. */
const leaseMs = 60_000;
const claimedAtOnce = 50;
/** After these the message is given up: what it said stands in the app. */
const retryAfterMs = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

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

async function tellOne(of: TellerParts, claimed: ClaimedNotice, nowMs: number): Promise<number> {
  const { workspaceId, id } = claimed;
  try {
    const body = parse(noticeBodySchema, JSON.parse(claimed.body));
    // Of a newer release, after a way back: whoever understands it may still come.
    if (!body.ok) return await putOff(of, claimed, nowMs);
    if (body.value.kind === 'again') return await tellAgain(of, claimed, body.value);
    return await tellOfTask(of, { claimed, body: body.value, nowMs });
  } catch (error) {
    if (error instanceof ApiError && error.code === 'workspace_unknown') {
      await of.notices.finishNotice(claimed, undefined);
      return 0;
    }
    // The lease runs out, and it is tried again.
    of.onFailed({ workspaceId, noticeId: id }, error);
    return 0;
  }
}

async function putOff(of: TellerParts, claimed: ClaimedNotice, nowMs: number): Promise<number> {
  const next = { dueMs: nowMs + 60 * 60_000, toldToMs: claimed.toldToMs };
  await of.notices.finishNotice(claimed, next);
  return 0;
}

interface Message {
  to: PushSubscriptionRow;
  notice: PushNotice;
}

async function tellOfTask(
  of: TellerParts,
  work: { claimed: ClaimedNotice; body: Exclude<NoticeBody, { kind: 'again' }>; nowMs: number },
): Promise<number> {
  const { claimed, body, nowMs } = work;
  const { workspaceId } = claimed;
  const { taskId } = body;
  const task = (await of.documents.read({ workspaceId, ids: [taskId] })).get(taskId);
  if (!isTask(task) || task.trashedAt !== null) {
    await of.notices.finishNotice(claimed, undefined);
    return 0;
  }
  const members = await readMembers(of.documents, workspaceId);
  const people = body.kind === 'reminder' ? remindedPeople(task, members) : [body.toUserId];
  const held = await of.notices.subscriptionsOf(people.filter((id) => members.has(id)));
  const subscriptions = held.filter(({ kinds }) => kinds.includes(body.kind));
  if (body.kind === 'reminder') {
    const turn = reminderTurn({ task, subscriptions, toldToMs: claimed.toldToMs, nowMs });
    const messages = turn.tell.map(({ to, atMs }): Message => {
      const tag = `reminder.${taskId}.${atMs}`;
      return { to, notice: { ...noticeOf(of, { kind: 'reminder', tag, task, to }), atMs } };
    });
    const sent = await sendAll(of, claimed, messages);
    const next = turn.nextDueMs;
    await of.notices.finishNotice(
      claimed,
      next === undefined ? undefined : { dueMs: next, toldToMs: nowMs },
    );
    return sent;
  }
  const by = members.get(body.byUserId) ?? '';
  const { kind } = body;
  const messages = subscriptions.map((to): Message => {
    return { to, notice: { ...noticeOf(of, { kind, tag: claimed.id, task, to }), by } };
  });
  const sent = await sendAll(of, claimed, messages);
  await of.notices.finishNotice(claimed, undefined);
  return sent;
}

/** Whom a task's reminders are for: those it is assigned to, and with nobody assigned everybody who shares it. */
function remindedPeople({ assignees }: Task, members: ReadonlyMap<string, string>): string[] {
  const assigned = Object.keys(assignees).filter((id) => members.has(id));
  return assigned.length > 0 ? assigned : [...members.keys()];
}

function noticeOf(
  of: TellerParts,
  {
    kind,
    tag,
    task,
    to,
  }: { kind: PushNotice['kind']; tag: string; task: Task; to: PushSubscriptionRow },
): PushNotice {
  const { workspaceId, id: taskId, title } = task;
  const { userId } = to;
  const token = of.tokens.issue({ userId, workspaceId, taskId, subscriptionId: to.id });
  const cut = title.length > noticeTitleMax ? `${title.slice(0, noticeTitleMax - 1)}…` : title;
  return { v: 1, kind, userId, tag, workspaceId, taskId, title: cut.toWellFormed(), token };
}

/** All at once: one slow service holds up nobody else. What is to be tried again becomes a notice of its own. */
async function sendAll(
  of: TellerParts,
  claimed: ClaimedNotice,
  messages: readonly Message[],
): Promise<number> {
  const outcomes = await Promise.all(messages.map(({ to, notice }) => of.send(to, notice)));
  const gone = messages.filter((_, at) => outcomes[at]?.name === 'gone').map(({ to }) => to.id);
  if (gone.length > 0) await of.notices.removeSubscriptions(gone);
  const later = messages.flatMap(({ to, notice }, at) => {
    const outcome = outcomes[at];
    if (outcome?.name !== 'later') return [];
    const id = `again.${claimed.id}.${to.id}`;
    const wait = Math.max(retryAfterMs[0], outcome.retryAfterMs ?? 0);
    return [
      againRow(of, {
        claimed: { ...claimed, id },
        notice,
        subscriptionId: to.id,
        attempt: 1,
        wait,
      }),
    ];
  });
  if (later.length > 0) await of.notices.putNotices(later);
  return outcomes.filter((outcome) => outcome.name === 'sent').length;
}

async function tellAgain(
  of: TellerParts,
  claimed: ClaimedNotice,
  body: Extract<NoticeBody, { kind: 'again' }>,
): Promise<number> {
  const { subscriptionId, attempt } = body;
  const to = await of.notices.subscriptionById(subscriptionId);
  const notice = parse(pushNoticeSchema, body.notice);
  const isForThem = to !== undefined && notice.ok && to.userId === notice.value.userId;
  if (isForThem) {
    const outcome = await of.send(to, notice.value);
    const wait = retryAfterMs[attempt];
    if (outcome.name === 'later' && wait !== undefined) {
      const longer = Math.max(wait, outcome.retryAfterMs ?? 0);
      // Takes the place of the one that is claimed, whose lease ends with it.
      await of.notices.putNotices([
        againRow(of, {
          claimed,
          notice: notice.value,
          subscriptionId,
          attempt: attempt + 1,
          wait: longer,
        }),
      ]);
      return 0;
    }
    if (outcome.name === 'gone') await of.notices.removeSubscriptions([subscriptionId]);
    await of.notices.finishNotice(claimed, undefined);
    return outcome.name === 'sent' ? 1 : 0;
  }
  await of.notices.finishNotice(claimed, undefined);
  return 0;
}

function againRow(
  of: TellerParts,
  again: {
    claimed: { workspaceId: string; id: string; seq: number };
    notice: PushNotice;
    subscriptionId: string;
    attempt: number;
    wait: number;
  },
) {
  const { claimed, notice, subscriptionId, attempt, wait } = again;
  const nowMs = of.now();
  const body: NoticeBody = { kind: 'again', subscriptionId, notice, attempt };
  const { workspaceId, id, seq } = claimed;
  return {
    workspaceId,
    id,
    seq: seq + 1,
    dueMs: nowMs + wait,
    toldToMs: nowMs,
    body: JSON.stringify(body),
  };
}
