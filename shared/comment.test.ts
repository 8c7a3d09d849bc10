import { describe, expect, test } from 'vitest';
import { applyChange } from './apply-change.ts';
import { groupByName } from './document-kinds.ts';
import { type Comment, commentKind } from './comment.ts';
import type { AnyDocument } from './kind-definition.ts';
import { parse } from './parse.ts';
import { type SavedFilter, savedFilterKind } from './saved-filter.ts';

const taskId = '3d1f6c1e-0000-4000-8000-000000000001';
const context = {
  workspaceId: '3d1f6c1e-0000-4000-8000-000000000002',
  userId: '3d1f6c1e-0000-4000-8000-000000000003',
  stamp: '000000000001-alicephone',
  createdAt: '2026-11-28T08:00:00.000Z',
};

function made(kind: string, create: Record<string, unknown>): AnyDocument {
  const id = '3d1f6c1e-0000-4000-8000-000000000004';
  const applied = applyChange({ document: undefined, change: { kind, id, create }, context });
  if (applied.name !== 'changed') throw new Error(applied.name);
  return applied.document;
}

describe('comments', () => {
  test('a comment names its task when it is made, and no change can move it to another', () => {
    const comment = made('comment', { taskId, text: 'Bring the **key**' }) as Comment;
    expect(comment).toMatchObject({ taskId, text: 'Bring the **key**', trashedAt: null });
    expect(groupByName(commentKind, 'taskId')).toBeUndefined();
    expect(parse(commentKind.create, { text: 'about nothing' }).ok).toBe(false);
  });

  test('a comment that says nothing is refused', () => {
    expect(parse(commentKind.create, { taskId, text: ' \n' }).ok).toBe(false);
  });
});

describe('saved filters', () => {
  test('[R13] a query is kept as it was typed, whether this build can read it or not', () => {
    const query = 'today & !!( from the future';
    const filter = made('saved-filter', { name: 'Soon', query }) as SavedFilter;
    expect(filter).toMatchObject({ name: 'Soon', query, color: 'gray' });
    expect(parse(savedFilterKind.create, { name: 'Soon', query: '' }).ok).toBe(false);
  });
});
