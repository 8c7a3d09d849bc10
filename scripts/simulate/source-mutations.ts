import type { Mutation } from './mutation.ts';

/**
 * The product broken in its sources, one place at a time, in a build of its own: for rules that no part handed in from
 * outside could break.
 */
export const sourceMutations: readonly Mutation[] = [
  {
    name: 'clears fields that a change does not name',
    breaks: {
      'shared/group-value.ts': [
        [
          "if (set.named.name === 'fields') return { ...document, ...set.value, stamps };",
          `if (set.named.name === 'fields') {
            const cleared = Object.fromEntries(set.named.group.fields.map((field) => [field, null]));
            return { ...document, ...cleared, ...set.value, stamps };
          }`,
        ],
      ],
    },
  },
  {
    name: 'drops without a word what comes second',
    breaks: {
      'shared/apply-change.ts': [
        [
          "if (!incomingWins) return { name: 'unchanged', loser: incomingLoser(of, 'concurrent', held) };",
          "if (!incomingWins) return { name: 'unchanged' };",
        ],
      ],
    },
  },
  {
    name: 'makes what exists once more',
    breaks: {
      'shared/apply-change.ts': [["if (document !== undefined) return { name: 'unchanged' };", '']],
    },
  },
  {
    name: 'judges by the clocks what its author had seen',
    breaks: {
      'shared/apply-change.ts': [
        [
          'const isFresh = change.base !== null && baseMatches(held, change.base);',
          'const isFresh = change.ifBase === true && baseMatches(held, change.base);',
        ],
      ],
    },
  },
  {
    name: 'lets a task lie under itself',
    breaks: {
      'sync-server/sync/tree-rule.ts': [
        ["if (depth === 'cycle') return true;", "if (depth === 'cycle') return false;"],
      ],
    },
  },
  {
    name: 'lays one text of notes over the other',
    breaks: {
      'shared/apply-change.ts': [
        [
          'const merge = mergeText({ base: change.before, mine, theirs, winner });',
          'const merge = { ...mergeText({ base: change.before, mine, theirs, winner }), text: mine };',
        ],
      ],
    },
  },
  {
    name: 'keeps the database of a former member',
    breaks: {
      'client/store/sealed-batches.ts': [['  await deleteDatabase(of, database);\n', '']],
    },
  },
  {
    name: 'seals nothing of a membership that ends',
    breaks: {
      'client/store/sealed-batches.ts': [
        ['sealed.batches.bulkPut(rows)', 'sealed.batches.count()'],
      ],
    },
  },
  {
    name: 'applies an event in the middle of a pull',
    breaks: {
      'client/store/apply-pulled.ts': [["  if (!isWhole(meta)) return { result: 'gap' };\n", '']],
    },
  },
  {
    name: 'goes back to an event it had applied',
    breaks: {
      'client/store/apply-pulled.ts': [
        ["  if (event.seq <= meta.wholeSeq) return { result: 'behind' };\n", ''],
        ['event.prev !== meta.wholeSeq || ', ''],
      ],
    },
  },
  {
    name: 'settles by its number the batch of a copy',
    breaks: {
      'client/store/settle-batches.ts': [
        [
          'if (answer === undefined || answer.stamp !== row.batch.stamp) return [];',
          'if (answer === undefined) return [];',
        ],
      ],
    },
  },
  {
    name: 'purges what has changed meanwhile',
    breaks: {
      'sync-server/sync/judge-purge.ts': [[' && document.seq === seq', '']],
    },
  },
  {
    name: 'leaves the values of what it purged',
    breaks: {
      'sync-server/trash/blank-entry.ts': [
        ['return body === entry.body ? undefined : body;', 'return undefined;'],
      ],
    },
  },
  {
    name: 'serves checkpoints that have expired',
    breaks: {
      'sync-server/sync/read-page.ts': [
        ["if (from > 0 && from < horizon) throw new ApiError('checkpoint_expired');", ''],
      ],
    },
  },
  {
    name: 'looks for a batch under later names only',
    breaks: {
      'sync-server/sync/find-originals.ts': [
        [
          'if (counter === undefined || ownerOf(counter) !== userId) return false;',
          'if (counter?.n !== 0) return false;',
        ],
      ],
    },
  },
  {
    name: 'forgets whose batches others have brought',
    breaks: {
      'sync-server/sync/carried-batch.ts': [
        [
          'return isCarried(batch, deviceId) || counter?.isCarriedFrom === true;',
          'return isCarried(batch, deviceId);',
        ],
      ],
    },
  },
  {
    name: 'takes all numbers up to the last for its own after a restore',
    breaks: {
      'client/store/renumber-outbox.ts': [
        [
          'const isOurs = lastStamp === undefined || lastStamp === stamps.get(deviceId);',
          'const isOurs = true;',
        ],
      ],
    },
  },
  {
    name: 'drops the clamp',
    breaks: {
      'shared/stamp.ts': [
        [
          'if (fit.ceilingMs !== undefined && parts.ms > fit.ceilingMs) {',
          'if (Number.isNaN(parts.ms)) {',
        ],
      ],
    },
  },
  {
    name: 'applies the view out of order',
    breaks: {
      'sync-server/storage/fold-steps.ts': [
        ['for (const step of steps) {', 'for (const step of [...steps].reverse()) {'],
        ['if (step.seq !== expected) {', 'if (step.seq < 0) {'],
        ['const { seq, hash } = last;', 'const { seq, hash } = steps.at(-1) ?? last;'],
      ],
    },
  },
  {
    name: 'judges from the cache alone',
    breaks: {
      'sync-server/sync/commit-entry.ts': [
        ['if (!restsOnAbsence(draft)) return draft;', 'if (draft !== undefined) return draft;'],
      ],
      'sync-server/sync/workspace-states.ts': [
        [
          '      await catchUp(of.storage, state);\n      await loadDocuments',
          '      await loadDocuments',
        ],
      ],
    },
  },
];
