import type { RandomBytes } from '#shared/ids';
import { applyCommit, applyPage, beginRebuild } from './apply-pulled.ts';
import { withOffset } from './device-clock.ts';
import type { LocalDatabase } from './local-database.ts';
import type { LocalTables } from './local-tables.ts';
import { forkOutbox, readFormerDeviceIds } from './renumber-outbox.ts';
import { readStoredMeta, type Transact } from './store-transaction.ts';

/** What only sync does to a database: everything of `LocalStore` that the list does without. */
export function pulling(
  tables: LocalTables,
  transact: Transact,
  { random, clock }: { random: RandomBytes; clock: () => number },
) {
  return {
    applyPage: (page) => transact((scope) => applyPage(tables, scope, { ...page, random })),
    applyCommit: (event) => transact((scope) => applyCommit(tables, scope, event)),
    startRebuild: (reason) =>
      transact(async ({ meta }) => ({
        result: undefined,
        meta: await beginRebuild(tables, meta, reason),
      })),
    fork: async ({ deviceId, fromN }) => {
      return transact(async (scope) => {
        if (scope.meta.deviceId !== deviceId) return { result: undefined };
        return { result: undefined, meta: await forkOutbox(tables, scope, { fromN, random }) };
      });
    },
    readFormerDeviceIds: async () => {
      return readFormerDeviceIds(tables, await readStoredMeta(tables));
    },
    learnOffset: async (sample) => {
      return transact(async ({ meta }) => {
        const next = withOffset(meta, sample, clock());
        return next === meta ? { result: undefined } : { result: undefined, meta: next };
      });
    },
    readRefused: async () => {
      const rows = await tables.refused.orderBy('position').toArray();
      return rows.map(({ batch, seq, code, pointer }) => ({ ...batch, seq, code, pointer }));
    },
    dismissRefused: (stamp) =>
      transact(async ({ meta }) => {
        await tables.refused.filter(({ batch }) => batch.stamp === stamp).delete();
        return { result: undefined, meta };
      }),
  } satisfies Partial<LocalDatabase>;
}
