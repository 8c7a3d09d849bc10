import * as z from 'zod/mini';
import { uuid } from '#shared/fields';

const news = z.enum(['assigned', 'mentioned']);

/**
 * What a notice is about; see `NoticeRow.body`. A reminder is looked at anew each time, the others are told once. It holds
 * ids only: what people wrote is read when it is told, so that nothing of it outlives a purge (R7).
 */
export const noticeBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), taskId: uuid }),
  z.object({ kind: news, taskId: uuid, toUserId: uuid, byUserId: uuid }),
  /** A message that a push service did not take: once more, to this subscription. */
  z.object({
    kind: z.literal('again'),
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reminder'), atMs: z.number() }),
      z.object({ kind: news, byUserId: uuid }),
    ]),
    taskId: uuid,
    tag: z.string(),
    subscriptionId: z.string(),
    toUserId: uuid,
    attempt: z.int(),
  }),
]);

/** See `noticeBodySchema`. */
export type NoticeBody = z.infer<typeof noticeBodySchema>;

/** The id of the notice that watches over the reminders of a task: a restored log counts its entries anew. */
export function reminderNoticeId({ taskId, epoch }: { taskId: string; epoch: string }): string {
  return `reminder.${taskId}.${epoch}`;
}
