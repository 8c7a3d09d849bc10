import { expect, test } from 'vitest';
import { isOfferDue, noteVisit, putOfferAway } from './install-memory.ts';

const minuteMs = 60_000;
const startMs = Date.parse('2026-11-28T09:00:00Z');

function memoryStorage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('a reload is no new visit, half an hour away is one', () => {
  const storage = memoryStorage();
  expect(noteVisit(storage, startMs).visits).toBe(1);
  expect(noteVisit(storage, startMs + 20 * minuteMs).visits).toBe(1);
  expect(noteVisit(storage, startMs + 45 * minuteMs).visits).toBe(1);
  expect(noteVisit(storage, startMs + 80 * minuteMs).visits).toBe(2);
});

test('the offer is due at the second visit of who has five tasks, and not again once it was put away', () => {
  const storage = memoryStorage();
  expect(isOfferDue(noteVisit(storage, startMs), 50)).toBe(false);
  const second = noteVisit(storage, startMs + 60 * minuteMs);
  expect(isOfferDue(second, 4)).toBe(false);
  expect(isOfferDue(second, 5)).toBe(true);
  putOfferAway(storage);
  expect(isOfferDue(noteVisit(storage, startMs + 200 * minuteMs), 50)).toBe(false);
});

test('broken or closed storage counts from the start and throws nothing', () => {
  const broken = memoryStorage(new Map([['taskflow.install', '{"visits":"many"}']]));
  expect(noteVisit(broken, startMs).visits).toBe(1);
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const closed = { getItem: refuse, setItem: refuse };
  expect(noteVisit(closed, startMs).visits).toBe(1);
  putOfferAway(closed);
});
