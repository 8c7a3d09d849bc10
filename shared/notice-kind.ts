import * as z from 'zod/mini';

/** What a browser can be told while the app is closed. `test` is asked for by the person. */
export const noticeKind = z.enum(['reminder', 'assigned', 'mentioned', 'unsent', 'test']);

/** See `noticeKind`. */
export type NoticeKind = z.infer<typeof noticeKind>;

/** The kinds that a person can choose. */
export const chosenKinds = ['reminder', 'assigned', 'mentioned', 'unsent'] as const;
