import { leaveNotices } from '#client/notices/notice-switch.ts';
import { forgetAnswersOf } from '#client/notices/take-answers.ts';
import type { KeyValueStorage } from '#client/session/remembered-account.ts';
import type { Session } from '#client/session/session.ts';
import {
  type BookStorage,
  forgetSeenDatabase,
  leaveSeenDatabase,
} from '#client/store/device-book.ts';
import { forgetDraftsOf } from '#client/store/draft-storage.ts';
import { type BrowserDatabases, deleteDatabases } from '#client/store/device-databases.ts';
import { ownerCache } from '#shared/background-sync';
import { sharedCache } from '#shared/share-target';

/**
 * Signs out: the account's data is closed, and with `clear` deleted, without waiting for the server, which may be out
 * of reach for long. Meanwhile an edit could be made that the deletion would take along.
 * `openGuest` closes what is open and shows what there is without an account.
 */
export async function signOut(of: {
  session: Session;
  how: 'clear' | 'keep';
  databases: BrowserDatabases;
  storage: BookStorage & Pick<KeyValueStorage, 'removeItem'>;
  openGuest: () => Promise<void>;
}): Promise<void> {
  const { session, how, databases, storage, openGuest } = of;
  const state = session.state();
  // Before other tabs hear of it: none of them may take it for a loss.
  const noteLeaving = how === 'clear' ? forgetSeenDatabase : leaveSeenDatabase;
  if (state.name !== 'signed-out') noteLeaving(storage, state.account.userId);
  const forget = () => {
    if (how !== 'clear' || state.name === 'signed-out') return;
    for (const row of ['drafts', 'reminders', 'first', 'notices']) {
      storage.removeItem(`taskflow.${row}.${state.account.userId}`);
    }
  };
  forget();
  // Nothing is shown to whoever comes next, whether the server hears of it or not.
  await leaveNoticesHere();
  // The service worker must not send what stays here locked.
  await forgetCache(ownerCache);
  const leaving = session.logout();
  await openGuest();
  // What was noted until the account was closed goes too.
  forget();
  if (how === 'clear' && state.name !== 'signed-out') {
    forgetDraftsOf(state.account.userId);
    // What other apps shared with this person, and was not answered yet.
    await forgetCache(sharedCache);
    if ('caches' in globalThis) {
      await forgetAnswersOf(caches, state.account.userId).catch(() => undefined);
    }
    await deleteDatabases(databases, state.account.userId);
  }
  await leaving;
}

async function leaveNoticesHere(): Promise<void> {
  if (!('navigator' in globalThis) || !('serviceWorker' in navigator)) return;
  if (!('PushManager' in globalThis) || !('caches' in globalThis)) return;
  const { ready } = navigator.serviceWorker;
  const pushManager = async () => (await ready).pushManager;
  const shown = async () => (await ready).getNotifications();
  await leaveNotices({ caches, pushManager, shown }).catch(() => undefined);
}

async function forgetCache(name: string): Promise<void> {
  if ('caches' in globalThis) await caches.delete(name).catch(() => false);
}
