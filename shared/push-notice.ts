import * as z from 'zod/mini';
import { instant, timeZone, uuid } from './fields.ts';
import { limits } from './limits.ts';
import { chosenKinds, noticeKind } from './notice-kind.ts';

/**
 * What one push message says, as JSON; only the browser it is for can read it (RFC 8291). Times are ms since 1970, texts are
 * as people wrote them. The words around them are the browser's own.
 */
export const pushNoticeSchema = z.looseObject({
  v: z.literal(1),
  kind: noticeKind,
  userId: uuid,
  /** One with the same tag takes the place of the other one. */
  tag: z.string(),
  workspaceId: z.optional(uuid),
  taskId: z.optional(uuid),
  /** Of the task, cut to what fits. */
  title: z.optional(z.string()),
  atMs: z.optional(z.number()),
  /** Who assigned or mentioned. */
  by: z.optional(z.string()),
  /** Which device has not sent how many changes. */
  device: z.optional(z.string()),
  count: z.optional(z.int()),
  /** Allows its bearer to complete or put off this task, and nothing else, for some days. */
  token: z.optional(z.string()),
});

/** See `pushNoticeSchema`. */
export type PushNotice = z.infer<typeof pushNoticeSchema>;

const base64url = (bytes: { min: number; max: number }) =>
  z.string().check(z.regex(/^[\w-]+$/), z.minLength(bytes.min), z.maxLength(bytes.max));

/** What a browser gives to be told things, as `PushSubscription.toJSON()` does, and how it wants them. */
export const subscriptionRequestSchema = z.strictObject({
  endpoint: z.string().check(z.maxLength(1_024), z.regex(/^https?:\/\//)),
  // An uncompressed point of P-256, and sixteen random bytes.
  keys: z.strictObject({
    p256dh: base64url({ min: 87, max: 88 }),
    auth: base64url({ min: 22, max: 24 }),
  }),
  timeZone,
  kinds: z.array(z.enum(chosenKinds)).check(z.maxLength(chosenKinds.length)),
});

/** See `subscriptionRequestSchema`. */
export type SubscriptionRequest = z.infer<typeof subscriptionRequestSchema>;

/** One of the subscriptions of the person who asks, by its endpoint. */
export const endpointRequestSchema = z.strictObject({
  endpoint: z.string().check(z.minLength(1), z.maxLength(1_024)),
});

/** How many changes a subscribed device has not sent, when it is put away. */
export const unsentRequestSchema = z.strictObject({
  ...endpointRequestSchema.shape,
  unsent: z.int().check(z.minimum(0), z.maximum(1_000_000)),
});

/** What was pressed on a notice, when (ms since 1970), and until when a reminder was put off. */
export const noticeAnswerSchema = z.strictObject({
  token: z.string().check(z.maxLength(2_048)),
  action: z.enum(['done', 'snooze']),
  at: instant,
  until: z.optional(instant),
});

/** See `noticeAnswerSchema`. */
export type NoticeAnswer = z.infer<typeof noticeAnswerSchema>;

/** For how long Snooze on a notice puts a reminder off. */
export const noticeSnoozeMs = 60 * 60_000;

/** At most this much of a title travels in a notice: services take 4 KiB, encrypted. */
export const noticeTitleMax = Math.min(200, limits.titleMaxLength);

/** Where the page leaves what the worker needs, and the worker what the page has to do. */
export const noticesCache = 'taskflow-notices';
/** In that cache: who is told, and the words around what is told. */
export const noticeWordsPath = '/notices/words';
/** In that cache, followed by an id: an answer that did not reach the server yet. */
export const noticeAnswersPath = '/notices/answers/';

/** Whose notices this browser shows, and in which words; `{title}`, `{by}` and the like stand for what is told. */
export const noticeWordsSchema = z.object({
  userId: uuid,
  reminder: z.string(),
  assigned: z.string(),
  mentioned: z.string(),
  unsent: z.string(),
  test: z.string(),
  done: z.string(),
  snooze: z.string(),
  lang: z.string(),
  dir: z.enum(['ltr', 'rtl']),
});

/** See `noticeWordsSchema`. */
export type NoticeWords = z.infer<typeof noticeWordsSchema>;

/** An answer as it waits in the cache, with what a page needs to carry it out itself. */
export const heldAnswerSchema = z.object({
  ...noticeAnswerSchema.shape,
  userId: uuid,
  taskId: uuid,
});

/** See `heldAnswerSchema`. */
export type HeldAnswer = z.infer<typeof heldAnswerSchema>;

/** By which the browser wakes the worker for answers that did not get through. */
export const answersSyncTag = 'taskflow-notice-answers';
/** What a page hears from the worker: to open a task at `path`, or that answers wait for it. */
export const workerMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('taskflow-open'), path: z.string() }),
  z.object({ type: z.literal('taskflow-notice-answers') }),
]);
/** See `workerMessageSchema`. */
export type WorkerMessage = z.infer<typeof workerMessageSchema>;
/** Whoever carries out answers holds this lock: the worker, or one page. */
export const answersLock = 'taskflow.notice-answers';
