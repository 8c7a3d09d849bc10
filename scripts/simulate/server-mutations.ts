import { ApiError } from '#shared/api-error';
import { createSync } from '#server/sync/create-sync';
import type { StoredEntry } from '#server/storage/port';
import { decodeBody } from '#server/sync/log-entry';
import type { Mutation } from './mutation.ts';

const everythingAfter = { limit: 1_000, maxBytes: 1e9 };

/** The server broken on purpose, one part at a time. */
export const serverMutations: readonly Mutation[] = [
  {
    name: 'answers without committing',
    alterStorage: (storage, { random }) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: (entries) =>
          random() < 0.1
            ? Promise.resolve(entries.map(() => 'appended'))
            : storage.changeLog.append(entries),
      },
    }),
  },
  {
    name: 'acknowledges before it is durable',
    alterStorage: (storage, { time }) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: async (entries) => {
          time.after(300, () => void storage.changeLog.append(entries));
          return entries.map(() => 'appended');
        },
      },
    }),
  },
  {
    name: 'takes an unknown outcome for a success',
    alterStorage: (storage) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: async (entries) =>
          (await storage.changeLog.append(entries)).map((outcome) =>
            outcome === 'unknown' ? 'appended' : outcome,
          ),
      },
    }),
  },
  {
    name: 'takes a number that others used for its own',
    alterStorage: (storage) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: async (entries) =>
          (await storage.changeLog.append(entries)).map((outcome) =>
            outcome === 'taken' ? 'appended' : outcome,
          ),
      },
    }),
  },
  {
    name: 'skips the counter',
    alterStorage: (storage) => ({
      ...storage,
      documentView: { ...storage.documentView, readCounters: async () => [] },
    }),
  },
  {
    name: 'forgets the loser',
    alterStorage: (storage) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: (entries) => storage.changeLog.append(entries.map(withoutConflicts)),
      },
    }),
  },
  {
    name: 'keeps another value than the one that lost',
    alterStorage: (storage) => ({
      ...storage,
      changeLog: {
        ...storage.changeLog,
        append: (entries) => storage.changeLog.append(entries.map(withEmptyConflicts)),
      },
    }),
  },
  {
    name: 'leaves out a step of the view',
    alterStorage: (storage) => ({
      ...storage,
      documentView: {
        ...storage.documentView,
        apply: (steps) => {
          const [first] = steps;
          const emptied = steps.map((step) =>
            step === first && steps.length > 1 ? { ...step, documents: [] } : step,
          );
          return storage.documentView.apply(emptied);
        },
      },
    }),
  },
  {
    name: 'stops applying the view',
    alterStorage: (storage) => ({
      ...storage,
      documentView: {
        ...storage.documentView,
        apply: (steps) =>
          steps.some(({ seq }) => seq > 6)
            ? Promise.reject(new ApiError('storage_unavailable'))
            : storage.documentView.apply(steps),
      },
    }),
  },
  {
    name: 'loses what the view holds of one document',
    alterStorage: (storage) => ({
      ...storage,
      documentView: {
        ...storage.documentView,
        scan: async (range) => (await storage.documentView.scan(range)).slice(0, -1),
      },
    }),
  },
  {
    name: 'commits in a time that no clock has shown',
    alterServerClock: (nowMs) => nowMs + 100 * 365 * 24 * 3_600_000,
  },
  {
    name: 'pages without the log tail',
    alterSync: (sync, parts) => {
      const changeLog = { ...parts.storage.changeLog, read: async () => [] };
      const blind = createSync({
        storage: { ...parts.storage, changeLog },
        announce: () => undefined,
        now: parts.now,
        newCommitId: () => '',
        pause: (ms) => parts.time.sleep(ms),
        afterIo: (callback) => void parts.time.after(0, callback),
        onViewFailed: () => undefined,
      });
      return { ...sync, readPage: blind.readPage };
    },
  },
  {
    name: 'serves a short page as done',
    alterSync: (sync, { storage }) => ({
      ...sync,
      readPage: async (request) => {
        const page = JSON.parse(await sync.readPage(request));
        if (page.done) return JSON.stringify(page);
        const heads = await storage.changeLog.heads({ workspaceIds: [request.workspaceId] });
        const { seq = 0, hash = '' } = heads.get(request.workspaceId) ?? {};
        const end = { done: true, head: seq, hash, next: String(seq), lastN: 0, refused: [] };
        return JSON.stringify({ ...page, ...end });
      },
    }),
  },
  {
    name: 'serves a page of a moving view',
    alterSync: (sync, { storage }) => ({
      ...sync,
      readPage: async (request) => {
        const page = JSON.parse(await sync.readPage(request));
        if (!page.done) return JSON.stringify(page);
        const from = { workspaceId: request.workspaceId, after: page.head, ...everythingAfter };
        const [late] = await storage.changeLog.read(from);
        const documents = late === undefined ? [] : decodeBody(late).documents;
        return JSON.stringify({ ...page, documents: [...page.documents, ...documents] });
      },
    }),
  },
  {
    name: 'tells of one number more than there is',
    alterSync: (sync) => ({
      ...sync,
      readPage: async (request) => {
        const page = JSON.parse(await sync.readPage(request));
        return JSON.stringify(page.done ? { ...page, lastN: page.lastN + 1 } : page);
      },
    }),
  },
  {
    name: 'says committed where a batch is forked',
    alterSync: (sync) => ({
      ...sync,
      push: async (of) => {
        const answer = await sync.push(of);
        const results = answer.results.map((result) =>
          result.outcome === 'forked' ? { ...result, outcome: 'committed' as const } : result,
        );
        return { ...answer, results };
      },
      readPage: async (request) => {
        const { lastStamp: _lastStamp, ...page } = JSON.parse(await sync.readPage(request));
        return JSON.stringify(page);
      },
    }),
  },
  {
    name: 'keeps the old epoch after a restore',
    alterSync: (sync) => ({
      ...sync,
      states: {
        ...sync.states,
        open: async (workspaceId) => ({ ...(await sync.states.open(workspaceId)), epoch: 'epoch' }),
      },
    }),
  },
  {
    name: 'lets everybody read',
    alterSync: (sync) => ({
      ...sync,
      states: { ...sync.states, membership: async () => ({ role: 'member', seq: 1, epoch: '' }) },
    }),
  },
  { name: 'never polls the heads', pollsHeads: false },
];

function withoutConflicts(entry: StoredEntry): StoredEntry {
  const body = decodeBody(entry);
  const documents = body.documents.filter(({ kind }) => kind !== 'conflict');
  return { ...entry, body: JSON.stringify({ ...body, documents }) };
}

function withEmptyConflicts(entry: StoredEntry): StoredEntry {
  const body = decodeBody(entry);
  const documents = body.documents.map((document) =>
    document.kind === 'conflict' ? { ...document, value: {} } : document,
  );
  return { ...entry, body: JSON.stringify({ ...body, documents }) };
}
