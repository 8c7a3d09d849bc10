import type { NoticeStorage } from '../storage/notice-port.ts';
import type { SendPush } from './send-push.ts';

/** A device that was not heard of for this long and had something not sent is told of on the person's others. */
const silentMs = 24 * 60 * 60_000;
const atOnce = 200;

/**
 * Tells people, on their other devices, that one of them holds changes it has not sent, once for each time that it said so:
 * browsers delete what lies unused. Resolves to how many messages were sent.
 */
export async function tellUnsent(of: {
  notices: NoticeStorage;
  send: SendPush;
  now: () => number;
}): Promise<number> {
  const beforeMs = of.now() - silentMs;
  const silent = await of.notices.silentSubscriptions({ beforeMs, limit: atOnce });
  let sent = 0;
  for (const { id, userId, unsent, seenAtMs, device } of silent) {
    // Whoever clears the mark tells; another replica finds it cleared.
    const mark = { id, unsent: 0, seenAtMs, expectedSeenAtMs: seenAtMs };
    if (!(await of.notices.noteSeen(mark))) continue;
    const all = await of.notices.subscriptionsOf([userId]);
    const others = all.filter((one) => one.id !== id && one.kinds.includes('unsent'));
    const notice = {
      v: 1,
      kind: 'unsent',
      userId,
      tag: `unsent.${id}`,
      device,
      count: unsent,
    } as const;
    const outcomes = await Promise.all(others.map((to) => of.send(to, notice)));
    const gone = others.filter((_, at) => outcomes[at]?.name === 'gone').map((to) => to.id);
    if (gone.length > 0) await of.notices.removeSubscriptions(gone);
    sent += outcomes.filter(({ name }) => name === 'sent').length;
  }
  return sent;
}
