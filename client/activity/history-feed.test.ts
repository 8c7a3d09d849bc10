import { expect, test } from 'vitest';
import type { HistoryEntry } from '#shared/history-message';
import { createHistoryFeed, type HistoryAnswer } from './history-feed.ts';

function entry(seq: number, says = true): HistoryEntry {
  const at = '2026-11-28T09:00:00.000Z';
  const change = { group: 'title', value: { title: String(seq) } };
  const outcome = says ? 'applied' : 'unchanged';
  const author = { deviceId: 'anaslaptop', n: seq, userId: 'ana' };
  return { ...author, seq, at, madeAt: at, changes: [{ ...change, outcome }] };
}

/** A server with a log of one document, three entries a page. */
function server(entries: HistoryEntry[]) {
  const asked: (number | undefined)[] = [];
  const link = { isUp: true };
  const read = async (before?: number): Promise<HistoryAnswer> => {
    asked.push(before);
    if (!link.isUp) return { name: 'away' };
    const older = entries.filter(({ seq }) => before === undefined || seq < before);
    const page = older.toSorted((a, b) => b.seq - a.seq).slice(0, 3);
    const rest = older.length > page.length;
    return { name: 'read', page: { entries: page, next: rest ? (page.at(-1)?.seq ?? 0) : null } };
  };
  return { asked, link, entries, feed: createHistoryFeed(read) };
}

const seqs = ({ feed }: ReturnType<typeof server>) => feed.state().entries.map(({ seq }) => seq);

test('pages follow one another, and what is new comes before them', async () => {
  const of = server([1, 2, 3, 4, 5].map((seq) => entry(seq)));
  await of.feed.refresh(5);
  expect(seqs(of)).toEqual([5, 4, 3]);
  expect(await of.feed.readEarlier()).toBe(2);
  expect([seqs(of), of.feed.state().next]).toEqual([[5, 4, 3, 2, 1], null]);
  of.entries.push(entry(6));
  await of.feed.refresh(6);
  expect([seqs(of), of.feed.state().next]).toEqual([[6, 5, 4, 3, 2, 1], null]);
});

test('what reaches the seq of the task already is not asked for again', async () => {
  const of = server([entry(1)]);
  await of.feed.refresh(1);
  await of.feed.refresh(1);
  expect(of.asked).toEqual([undefined]);
});

test('a page that does not meet what was known takes its place', async () => {
  const of = server([entry(1), entry(2)]);
  await of.feed.refresh();
  of.entries.push(...[11, 12, 13, 14].map((seq) => entry(seq)));
  await of.feed.refresh();
  expect([seqs(of), of.feed.state().next]).toEqual([[14, 13, 12], 12]);
});

test('pages that say nothing are passed over', async () => {
  const of = server([entry(1), ...[2, 3, 4, 5, 6, 7].map((seq) => entry(seq, false))]);
  await of.feed.refresh();
  expect(seqs(of)).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test('without a connection what was read stays, and the next attempt goes on', async () => {
  const of = server([1, 2, 3, 4].map((seq) => entry(seq)));
  await of.feed.refresh();
  of.link.isUp = false;
  expect(await of.feed.readEarlier()).toBe(0);
  expect([of.feed.state().status, seqs(of)]).toEqual(['away', [4, 3, 2]]);
  of.link.isUp = true;
  await of.feed.refresh();
  await of.feed.readEarlier();
  expect([of.feed.state().status, seqs(of)]).toEqual(['shown', [4, 3, 2, 1]]);
});
