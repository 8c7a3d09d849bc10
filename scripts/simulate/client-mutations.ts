import type { LocalDatabase } from '#client/store/local-database.ts';
import type { Mutation } from './mutation.ts';

/** The device broken on purpose, one part at a time. */
export const clientMutations: readonly Mutation[] = [
  {
    name: 'skips the check of prev',
    alterStore: (store) => ({
      ...store,
      applyCommit: async (event) => {
        const { wholeSeq } = await store.readMeta();
        return store.applyCommit(event.seq > wholeSeq ? { ...event, prev: wholeSeq } : event);
      },
    }),
  },
  {
    name: 'applies a page without its checkpoint',
    alterStore: (store) => ({
      ...store,
      applyPage: async (page) => {
        const { checkpoint, wholeSeq } = await store.readMeta();
        const outcome = await store.applyPage(page);
        if (page.answer.done) await store.tables.meta.update('meta', { checkpoint, wholeSeq });
        return outcome;
      },
    }),
  },
  {
    name: 'moves the checkpoint without the page',
    alterStore: (store) => ({
      ...store,
      applyPage: ({ answer, ...page }) =>
        store.applyPage({ ...page, answer: { ...answer, documents: answer.documents.slice(1) } }),
    }),
  },
  {
    name: 'settles from the push answer',
    alterTransport: (transport, store) => ({
      ...transport,
      push: async (request) => {
        const outcome = await transport.push(request);
        if (outcome.name === 'answered') await forget(store, outcome.answer.results);
        return outcome;
      },
    }),
  },
  {
    name: 'writes a page that another tab overtook',
    alterStore: (store) => ({
      ...store,
      applyPage: async (page) => {
        const { epoch, checkpoint, wholeSeq, generation, deviceId } = await store.readMeta();
        const asked = { epoch, checkpoint, wholeSeq, generation, deviceId };
        return store.applyPage({ ...page, asked });
      },
    }),
  },
  {
    name: 'reports an edit before it is on disk',
    alterStore: (store) => ({
      ...store,
      commitBatches: async (actions) => {
        const batches = await store.commitBatches(actions);
        if ((batches[0]?.n ?? 0) % 5 === 4) {
          await forget(
            store,
            batches.map(({ n }) => ({ n })),
          );
        }
        return batches;
      },
    }),
  },
  {
    name: 'numbers a batch twice',
    alterStore: (store) => ({
      ...store,
      commitBatches: async (actions) => {
        const batches = await store.commitBatches(actions);
        const { nextN } = await store.readMeta();
        if (nextN === 4) await store.tables.meta.update('meta', { nextN: 3 });
        return batches;
      },
    }),
  },
  {
    name: 'does not leave the old device id after a fork',
    alterStore: (store) => ({ ...store, fork: async () => undefined }),
  },
  {
    name: 'never rebuilds',
    alterStore: (store) => ({ ...store, startRebuild: async () => undefined }),
  },
  {
    name: 'forgets what was sent',
    alterStore: (store) => ({
      ...store,
      startRebuild: async (reason) => {
        await store.tables.sent.clear();
        return store.startRebuild(reason);
      },
    }),
  },
  {
    name: 'hides its own new batch',
    alterStore: (store) => ({
      ...store,
      commitBatches: async (actions) => {
        const batches = await store.commitBatches(actions);
        await store.tables.outbox.toCollection().modify({ rev: 0 });
        return batches;
      },
    }),
  },
];

async function forget({ tables }: LocalDatabase, results: readonly { n: number }[]): Promise<void> {
  const numbers = new Set(results.map(({ n }) => n));
  await tables.outbox.filter(({ n }) => numbers.has(n)).delete();
}
