import { Subject } from 'rxjs';
import { expect, test } from 'vitest';
import type { StorageNotice, Watched } from './watch-storage.ts';
import { watchStorage } from './watch-storage.ts';

const mb = 1_000_000;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A device on which time goes by hand. */
function createDevice(of: { asksPerson?: boolean; answers?: boolean } = {}) {
  const rows = new Map<string, string>();
  const timers: { atMs: number; run: () => void }[] = [];
  const repeats: (() => void)[] = [];
  const device = {
    nowMs: Date.UTC(2026, 10, 22, 9),
    usage: 10 * mb,
    quota: 10_000 * mb,
    ownTasks: 0,
    waiting: 0,
    isInstalled: false,
    isKept: false,
    asked: 0,
    measured: 0,
    noted: [] as (number | undefined)[],
    install: () => {},
    hide: () => {},
    changes$: new Subject<void>(),
    /** Lets time go by, and all that is due then run to its end. */
    wait: async (forMs: number) => {
      device.nowMs += forMs;
      const due = timers.filter(({ atMs }) => atMs <= device.nowMs);
      for (const timer of due) timers.splice(timers.indexOf(timer), 1);
      for (const { run } of due) run();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    start: () => {
      let shown: StorageNotice | undefined;
      const watch = watchStorage(watched());
      watch.notice$.subscribe((notice) => {
        shown = notice;
      });
      return { watch, name: () => shown?.name };
    },
    lookAround: () => repeats.forEach((run) => run()),
  };
  function watched(): Watched {
    return {
      device: {
        loss: () => undefined,
        note: (waiting) => void device.noted.push(waiting),
        leave: (waiting) => void device.noted.push(waiting),
        putAway: () => undefined,
      },
      countWaiting: async () => device.waiting,
      countOwnTasks: () => device.ownTasks,
      changes$: device.changes$,
      ports: {
        storage: {
          getItem: (key) => rows.get(key) ?? null,
          setItem: (key, value) => void rows.set(key, value),
        },
        keeper: {
          estimate: async () => {
            device.measured += 1;
            return { usage: device.usage, quota: device.quota };
          },
          persisted: async () => device.isKept,
          persist: async () => {
            device.asked += 1;
            device.isKept = of.answers ?? false;
            return device.isKept;
          },
        },
        scheduler: {
          now: () => device.nowMs,
          after: (delayMs, run) => {
            const timer = { atMs: device.nowMs + delayMs, run };
            timers.push(timer);
            return () => void timers.splice(timers.indexOf(timer), 1);
          },
        },
        page: {
          repeat: (run) => {
            repeats.push(run);
            return () => undefined;
          },
        },
        asksPerson: of.asksPerson ?? false,
        isInstalled: () => device.isInstalled,
        isVisible: () => true,
        onInstalled: (run) => {
          device.install = run;
          return () => undefined;
        },
        onHidden: (run) => {
          device.hide = run;
          return () => undefined;
        },
        onOtherTab: () => () => undefined,
      },
    };
  }
  return device;
}

test('the browser is asked after the third own task, never at the first visit, and not again within 30 days', async () => {
  const device = createDevice();
  device.ownTasks = 5;
  const first = device.start();
  await device.wait(minuteMs);
  expect(device.asked).toBe(0);
  first.watch.stop();

  device.ownTasks = 2;
  await device.wait(dayMs);
  device.start();
  await device.wait(minuteMs);
  expect(device.asked).toBe(0);
  device.ownTasks = 3;
  device.changes$.next();
  await device.wait(minuteMs);
  expect(device.asked).toBe(1);

  await device.wait(29 * dayMs);
  device.changes$.next();
  await device.wait(minuteMs);
  expect(device.asked).toBe(1);
  await device.wait(dayMs);
  device.changes$.next();
  await device.wait(minuteMs);
  expect(device.asked).toBe(2);
});

test('an app that starts installed asks at once, and one that is being installed asks again', async () => {
  const installed = createDevice();
  installed.isInstalled = true;
  installed.start();
  await installed.wait(minuteMs);
  expect(installed.asked).toBe(1);

  const tab = createDevice();
  tab.start();
  await tab.wait(minuteMs);
  tab.install();
  await tab.wait(minuteMs);
  expect(tab.asked).toBe(1);
});

test('what is kept already is not asked for', async () => {
  const device = createDevice();
  device.isInstalled = true;
  device.isKept = true;
  device.start();
  await device.wait(minuteMs);
  expect(device.asked).toBe(0);
});

test('where the browser asks the person, they are told why first, and a no is for 30 days', async () => {
  const device = createDevice({ asksPerson: true, answers: true });
  device.start().watch.stop();
  await device.wait(dayMs);
  device.ownTasks = 3;
  const { watch, name } = device.start();
  await device.wait(minuteMs);
  expect(device.asked).toBe(0);
  expect(name()).toBe('ask');
  watch.putAway();
  expect(name()).toBeUndefined();
  await device.wait(29 * dayMs);
  device.changes$.next();
  await device.wait(minuteMs);
  expect(name()).toBeUndefined();
  await device.wait(dayMs);
  device.changes$.next();
  await device.wait(minuteMs);
  expect(name()).toBe('ask');
  expect(await watch.ask()).toBe(true);
  expect(name()).toBeUndefined();
});

test('little room is told, once a day after it was put away, and goes by itself once there is room', async () => {
  const device = createDevice();
  const { watch, name } = device.start();
  await device.wait(minuteMs);
  expect(name()).toBeUndefined();
  device.usage = 8_000 * mb;
  device.lookAround();
  await device.wait(minuteMs);
  expect(name()).toBe('short');
  watch.putAway();
  device.lookAround();
  await device.wait(minuteMs);
  expect(name()).toBeUndefined();
  await device.wait(dayMs);
  device.lookAround();
  await device.wait(minuteMs);
  expect(name()).toBe('short');
  device.quota = 100_000 * mb;
  device.lookAround();
  await device.wait(minuteMs);
  expect(name()).toBeUndefined();
});

test('room is measured after what was written, at most once a minute', async () => {
  const device = createDevice();
  device.start();
  await device.wait(3_000);
  expect(device.measured).toBe(1);
  for (let second = 0; second < 30; second += 1) {
    device.changes$.next();
    await device.wait(1_000);
  }
  expect(device.measured).toBe(1);
  await device.wait(minuteMs);
  expect(device.measured).toBe(2);
});

test('what waits is noted soon after a change, and when the page goes', async () => {
  const device = createDevice();
  device.start();
  device.hide();
  expect(device.noted).toEqual([undefined]);
  device.waiting = 3;
  await device.wait(3_000);
  device.hide();
  expect(device.noted).toEqual([undefined, 3, 3]);
});
