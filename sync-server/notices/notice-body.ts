import * as z from 'zod/mini';
import { uuid } from '#shared/fields';

/** What a notice is about; see `NoticeRow.body`. A reminder is looked at anew each time, the others are told once. */
export const noticeBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), taskId: uuid }),
  z.object({
    kind: z.enum(['assigned', 'mentioned']),
    taskId: uuid,
    toUserId: uuid,
    byUserId: uuid,
  }),
  /** A message that a push service did not take: once more, to this subscription. */
  z.object({
    kind: z.literal('again'),
    subscriptionId: z.string(),
    notice: z.record(z.string(), z.unknown()),
    attempt: z.int(),
  }),
]);

/** See `noticeBodySchema`. */
export type NoticeBody = z.infer<typeof noticeBodySchema>;

/** The id of the notice that watches over the reminders of a task. */
export function reminderNoticeId(taskId: string): string {
  return `reminder.${taskId}`;
}
