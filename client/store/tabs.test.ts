import { expect, test, vi } from 'vitest';
import type { StoredMeta } from './local-tables.ts';
import { freshMeta } from './fresh-meta.ts';
import { type OnRev, openRevChannel, type TabPort, tabCheckIntervalMs, watchTabs } from './tabs.ts';

const nothing = () => undefined;

/** A reader whose reads end when the test says so. */
function createReader() {
  const reads: (() => void)[] = [];
  const read = () => new Promise<void>((resolve) => reads.push(resolve));
  return { reads, read };
}

function createPort(): TabPort & { receive: (data: unknown) => void; posted: unknown[] } {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const posted: unknown[] = [];
  return {
    posted,
    postMessage: (message) => void posted.push(message),
    addEventListener: (_type, listener) => void listeners.push(listener),
    close: () => undefined,
    receive: (data) => {
      for (const listener of listeners) listener({ data });
    },
  };
}

const never = () => () => undefined;

test('tabs tell each other only a rev, and anything else is not heard', () => {
  const port = createPort();
  const channel = openRevChannel(port);
  const heard: number[] = [];
  const stop = channel.onRev((rev) => heard.push(rev));
  channel.announce(7);
  port.receive(8);
  port.receive({ rev: 9 });
  port.receive('10');
  port.receive(-1);
  stop();
  channel.announce(11);
  expect(heard).toEqual([7, 8]);
  expect(port.posted).toEqual([7, 11]);
});

test('a page that is frozen hears no other tab, and tells what it still writes', () => {
  const port = createPort();
  const channel = openRevChannel(port);
  const heard: number[] = [];
  channel.onRev((rev) => heard.push(rev));
  channel.pause(true);
  port.receive(8);
  channel.announce(9);
  channel.pause(false);
  port.receive(10);
  expect(heard).toEqual([9, 10]);
  expect(port.posted).toEqual([9]);
});

test('an edit that ends while its tab closes still counts as saved', () => {
  const port = createPort();
  const channel = openRevChannel(port);
  channel.close();
  port.postMessage = () => {
    throw new DOMException('Channel is closed', 'InvalidStateError');
  };
  expect(() => channel.announce(1)).not.toThrow();
});

test('a tab reads on a message, when it is looked at, every 30 s and when asked', async () => {
  const triggers: Record<string, () => void> = {};
  const intervals: number[] = [];
  let reads = 0;
  const watch = watchTabs({
    read: async () => void (reads += 1),
    take: nothing,
    onRev: (run) => {
      triggers['message'] = () => run(1, undefined);
      return () => delete triggers['message'];
    },
    onLookedAt: (run) => {
      triggers['looked-at'] = run;
      return () => delete triggers['looked-at'];
    },
    repeat: (run, everyMs) => {
      triggers['time'] = run;
      intervals.push(everyMs);
      return () => delete triggers['time'];
    },
  });
  for (const name of ['message', 'looked-at', 'time']) {
    triggers[name]?.();
    await watch.settled();
  }
  await watch.check();
  expect(reads).toBe(4);
  expect(intervals).toEqual([tabCheckIntervalMs]);
  watch.stop();
  expect(Object.keys(triggers)).toEqual([]);
});

test('what comes during a read makes one more read, which began after it', async () => {
  const { reads, read } = createReader();
  const watch = watchTabs({ read, take: nothing, onRev: never, onLookedAt: never, repeat: never });
  const first = watch.check();
  const others = [watch.check(), watch.check()];
  expect(reads).toHaveLength(1);
  reads[0]?.();
  await first;
  await Promise.resolve();
  await Promise.resolve();
  expect(reads).toHaveLength(2);
  reads[1]?.();
  await Promise.all([...others, watch.settled()]);
  expect(reads).toHaveLength(2);
});

test('a failed read does not stop the next one', async () => {
  let reads = 0;
  const read = async () => {
    reads += 1;
    if (reads === 1) throw new Error('the disk is busy');
  };
  const watch = watchTabs({ read, take: nothing, onRev: never, onLookedAt: never, repeat: never });
  await expect(watch.check()).rejects.toThrow('busy');
  await watch.check();
  expect(reads).toBe(2);
});

test('what this tab added itself is taken without a read, where nothing came in between', async () => {
  const { reads, read } = createReader();
  const taken: number[] = [];
  let tell: Parameters<OnRev>[0] = () => undefined;
  const watch = watchTabs({
    read,
    take: ({ meta }) => {
      if (meta.rev !== 2) return undefined;
      taken.push(meta.rev);
      return Promise.resolve();
    },
    onRev: (listener) => {
      tell = listener;
      return () => undefined;
    },
    onLookedAt: never,
    repeat: never,
  });
  tell(2, { meta: metaAt(2), outbox: [] });
  await watch.settled();
  expect([taken, reads.length]).toEqual([[2], 0]);

  // Another tab wrote too: a read brings both.
  tell(4, { meta: metaAt(4), outbox: [] });
  expect([taken, reads.length]).toEqual([[2], 1]);

  // While that read runs nothing is taken beside it.
  tell(2, { meta: metaAt(2), outbox: [] });
  reads[0]?.();
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  expect(taken).toEqual([2]);
});

function metaAt(rev: number): StoredMeta {
  return { ...freshMeta((length) => new Uint8Array(length)), rev };
}
