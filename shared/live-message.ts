import * as z from 'zod/mini';
import { problemSchema } from './api-error.ts';
import { documentSchema } from './document-message.ts';
import { deviceIdSchema, uuid } from './fields.ts';
import { refusalCode } from './push-message.ts';

/** Asks for the events of a workspace: the server subscribes first, then answers the head read from the log. */
export const joinRequestSchema = z.strictObject({ workspaceId: uuid, deviceId: deviceIdSchema });

/** The answer to `join`; the device pulls if `head` is above its own. `serverTime`: ms since 1970 (R6). */
export const joinAnswerSchema = z.object({
  epoch: z.string(),
  head: z.int(),
  serverTime: z.optional(z.int()),
});

/** Ends the events of a workspace on this socket. */
export const leaveRequestSchema = z.strictObject({ workspaceId: uuid });

/** Renews the session of a socket before its access token expires. */
export const renewRequestSchema = z.strictObject({ token: z.string() });

/** One batch of a commit, as every device of the workspace hears of it. */
export const announcedBatchSchema = z.object({
  deviceId: z.string(),
  n: z.int(),
  /** Which batch stands under this n: a copied profile may have used the number for another one (R3). */
  stamp: z.string(),
  outcome: z.enum(['committed', 'refused']),
  code: z.optional(refusalCode),
  pointer: z.optional(z.string()),
});

/**
 * One commit. Applied only on a whole checkpoint equal to `prev` in the same epoch (R2).
 * `absent`: the documents were too large for an event; the device pulls.
 */
export const commitEventSchema = z.object({
  workspaceId: z.string(),
  epoch: z.string(),
  prev: z.int(),
  seq: z.int(),
  hash: z.string(),
  batches: z.array(announcedBatchSchema),
  documents: z.optional(z.array(documentSchema)),
  absent: z.optional(z.literal(true)),
});

/** See `commitEventSchema`. */
export type CommitEvent = z.infer<typeof commitEventSchema>;

/** The heartbeat of a workspace, every 15 s and whenever a replica heard of a new head by polling. */
export const headEventSchema = z.object({
  workspaceId: z.string(),
  epoch: z.string(),
  head: z.int(),
  hash: z.string(),
});

/** See `headEventSchema`. */
export type HeadEvent = z.infer<typeof headEventSchema>;

/** The person lost the membership, by the entry `seq` of the named epoch. A hint: the device asks before it acts. */
export const revokedEventSchema = z.object({
  workspaceId: z.string(),
  epoch: z.string(),
  seq: z.int(),
});

/** The person has come into a workspace, on this device or another. A hint: the device asks for the list. */
export const workspacesEventSchema = z.object({ workspaceId: z.string() });

/** Who else is here: volatile, never in the log. */
export const presenceEventSchema = z.object({
  workspaceId: z.string(),
  userIds: z.array(z.string()),
});

/** What an acknowledgement carries: the answer, or the same problem object as over HTTP. */
export function ackSchema<T extends z.core.SomeType>(answer: T) {
  return z.union([
    z.object({ ok: z.literal(true), answer }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
}

/** Names of the socket's events, both directions. */
export const liveEvents = {
  join: 'join',
  leave: 'leave',
  push: 'push',
  renew: 'renew',
  commit: 'commit',
  head: 'head',
  revoked: 'revoked',
  workspaces: 'workspaces',
  signedOut: 'signed-out',
  presence: 'presence',
} as const;
