import { expect, test } from 'vitest';
import { mergeNotices } from './merge-notices.ts';

const row = (seq: number) => ({
  workspaceId: 'w',
  id: 'reminder',
  seq,
  dueMs: seq * 10,
  toldToMs: seq * 100,
  body: String(seq),
});

test('of several writes the last one stands, and is told from the first on', () => {
  const merged = mergeNotices([
    { puts: [row(1)], removes: [] },
    { puts: [row(2)], removes: [] },
  ]);
  expect(merged).toEqual({ puts: [{ ...row(2), toldToMs: 100 }], removes: [] });
});

test('what is removed and written again begins anew, and what is removed at last is gone', () => {
  const removed = { puts: [], removes: [{ id: 'reminder', seq: 2 }] };
  const again = mergeNotices([
    { puts: [row(1)], removes: [] },
    removed,
    { puts: [row(3)], removes: [] },
  ]);
  expect(again).toEqual({ puts: [row(3)], removes: removed.removes });
  expect(mergeNotices([{ puts: [row(1)], removes: [] }, removed])).toEqual(removed);
});
