import { firstValueFrom, type Observable } from 'rxjs';
import type { AnyDocument } from '#shared/kind-definition';
import type { LiveQuery } from '../app-store.ts';
import type { LocalDatabase } from '../local-database.ts';
import { type OpenAppStore, openAppStore, type OpenedAppStore } from '../open-app-store.ts';
import { type Device, quietPage } from './device.ts';

/** All tasks in order of id. */
export const allTasks: LiveQuery = { kind: 'task' };

/** Opens the app of one tab over the databases of its workspaces, ready to read. */
export async function openApp(
  device: Device,
  database: LocalDatabase,
  ...others: LocalDatabase[]
): Promise<OpenedAppStore> {
  const app = await openAppStore({
    databases: [database, ...others],
    isGuest: false,
    clock: () => device.clock.nowMs,
    random: device.random,
    page: quietPage,
  });
  await app.ready;
  return app;
}

/** Opens it where a list was noted, with a page that is busy with painting it until `rest()` is called. */
export async function openFirst(
  device: Device,
  database: LocalDatabase,
  first: NonNullable<OpenAppStore['first']>,
): Promise<OpenedAppStore & { rest: () => Promise<void> }> {
  let beIdle = () => {};
  const idle = new Promise<void>((resolve) => {
    beIdle = resolve;
  });
  const app = await openAppStore({
    databases: [database],
    isGuest: false,
    clock: () => device.clock.nowMs,
    random: device.random,
    page: { ...quietPage, whenIdle: () => idle },
    first,
  });
  const rest = async () => {
    beIdle();
    await app.ready;
  };
  return { ...app, rest };
}

/** The rows of a query now. */
export async function rowsOf(
  app: OpenedAppStore,
  query: LiveQuery = allTasks,
): Promise<readonly AnyDocument[]> {
  return firstValueFrom(app.live<AnyDocument>(query));
}

/** Resolves with the first value that satisfies `isIt`; the test's own time limit ends the waiting. */
export async function until<T>(source: Observable<T>, isIt: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscription = source.subscribe({
      next: (value) => {
        if (!isIt(value)) return;
        resolve(value);
        queueMicrotask(() => subscription.unsubscribe());
      },
      error: reject,
    });
  });
}
