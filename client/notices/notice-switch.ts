import { BehaviorSubject, type Observable } from 'rxjs';
import {
  type NoticeKind,
  type NoticeWords,
  noticesCache,
  noticeWordsPath,
  type SubscriptionRequest,
} from '#shared/push-notice';
import {
  keepNoticeMemory,
  type MemoryStorage,
  type NoticeMemory,
  readNoticeMemory,
} from './notice-memory.ts';

/**
 * Whether this device is told things while the app is closed. `unsupported`: the browser cannot; `install-first`: only the
 * installed app can (iOS); `blocked`: the person has forbidden it in the browser; `unreachable`: wanted, but the push service or
 * the server could not be asked.
 */
export type NoticeState =
  | 'unsupported'
  | 'install-first'
  | 'blocked'
  | 'off'
  | 'on'
  | 'unreachable';

/** What notices need of the browser. */
export interface NoticeDevice {
  /** What the browser lacks, if anything. */
  lacks: 'unsupported' | 'install-first' | undefined;
  permission: () => NotificationPermission;
  askPermission: () => Promise<NotificationPermission>;
  pushManager: () => Promise<Pick<PushManager, 'getSubscription' | 'subscribe'>>;
  caches: Pick<CacheStorage, 'open'>;
  storage: MemoryStorage;
  zone: () => string;
}

/** The server's side; each rejects where it could not be asked. */
export interface NoticeServer {
  readKey: () => Promise<string>;
  subscribe: (request: SubscriptionRequest) => Promise<void>;
  unsubscribe: (endpoint: string) => Promise<void>;
  sendTest: (endpoint: string) => Promise<'sent' | 'gone' | 'later' | 'refused'>;
}

/** Turns notices on and off for one person on this device. */
export interface NoticeSwitch {
  readonly state$: Observable<NoticeState>;
  memory(): NoticeMemory;
  /** Asks for the permission, if need be, and subscribes. To be called while a press is handled: browsers want that. */
  turnOn(): Promise<NoticeState>;
  turnOff(): Promise<void>;
  choose(kinds: NoticeMemory['kinds']): Promise<void>;
  /** Remembers that the person was asked, whatever they said. */
  noteAsked(): void;
  /** Brings everything up to date, at a start and when the language changes: the browser may have dropped its subscription. */
  refresh(): Promise<void>;
  /** Has the server send one to this device. */
  test(): Promise<'sent' | 'failed'>;
  /** Where messages for this device go, while it is on. */
  endpoint(): Promise<string | undefined>;
}

/** Creates the switch; nothing is asked of anybody before it is used. */
export function createNoticeSwitch(of: {
  device: NoticeDevice;
  server: NoticeServer;
  userId: string;
  /** The words around what is told, in the person's language now. */
  words: () => Omit<NoticeWords, 'userId'>;
}): NoticeSwitch {
  const { device, server, userId } = of;
  const memory = () => readNoticeMemory(device.storage, userId);
  const state$ = new BehaviorSubject<NoticeState>(restingState(device, memory()));
  const rest = () => {
    const state = restingState(device, memory());
    state$.next(state);
    return state;
  };
  const subscribe = async (): Promise<NoticeState> => {
    try {
      const subscription = await subscribeTo(device, await server.readKey());
      await server.subscribe(requestOf(subscription, { device, kinds: memory().kinds }));
      await keepWords(device.caches, { ...of.words(), userId });
      return rest();
    } catch {
      state$.next('unreachable');
      return 'unreachable';
    }
  };
  const endpoint = async () => {
    if (device.lacks !== undefined || !memory().isOn) return undefined;
    return (await (await device.pushManager()).getSubscription())?.endpoint;
  };
  return {
    state$,
    memory,
    endpoint,
    turnOn: async () => {
      if (device.lacks !== undefined) return rest();
      const isAllowed = (await device.askPermission()) === 'granted';
      keepNoticeMemory(device.storage, userId, { isOn: isAllowed, isAsked: true });
      return isAllowed ? subscribe() : rest();
    },
    turnOff: async () => {
      const held = await endpoint();
      keepNoticeMemory(device.storage, userId, { isOn: false });
      rest();
      // Where the server is out of reach, the push service will tell it that this one is gone.
      if (held !== undefined) await server.unsubscribe(held).catch(() => undefined);
      await leaveNotices(device);
    },
    choose: async (kinds) => {
      keepNoticeMemory(device.storage, userId, { kinds });
      if (memory().isOn) await subscribe();
    },
    noteAsked: () => void keepNoticeMemory(device.storage, userId, { isAsked: true }),
    refresh: async () => {
      if (rest() === 'on') await subscribe();
    },
    test: async () => {
      const held = await endpoint();
      if (held === undefined) return 'failed';
      const outcome = await server.sendTest(held).catch(() => 'failed' as const);
      return outcome === 'sent' ? 'sent' : 'failed';
    },
  };
}

/** Ends what this browser is told: nothing that still arrives is shown. */
export async function leaveNotices(
  device: Pick<NoticeDevice, 'pushManager' | 'caches'>,
): Promise<void> {
  const cache = await device.caches.open(noticesCache);
  await cache.delete(noticeWordsPath);
  await (await (await device.pushManager()).getSubscription())?.unsubscribe();
}

function restingState(device: NoticeDevice, { isOn }: NoticeMemory): NoticeState {
  if (device.lacks !== undefined) return device.lacks;
  const permission = device.permission();
  if (permission === 'denied') return 'blocked';
  return isOn && permission === 'granted' ? 'on' : 'off';
}

/** A subscription is bound to the key of a server: one that is for another key reaches nobody. */
async function subscribeTo(device: NoticeDevice, publicKey: string): Promise<PushSubscription> {
  const manager = await device.pushManager();
  const held = await manager.getSubscription();
  if (held !== null && isFor(held, publicKey)) return held;
  await held?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

function isFor({ options }: PushSubscription, publicKey: string): boolean {
  const { applicationServerKey: key } = options;
  if (key === null) return false;
  const text = btoa(String.fromCodePoint(...new Uint8Array(key)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === publicKey;
}

function requestOf(
  subscription: PushSubscription,
  { device, kinds }: { device: NoticeDevice; kinds: readonly NoticeKind[] },
): SubscriptionRequest {
  const { endpoint, keys } = subscription.toJSON();
  const [p256dh, auth] = [keys?.['p256dh'], keys?.['auth']];
  if (endpoint === undefined || p256dh === undefined || auth === undefined) {
    throw new Error('the browser gave a subscription without keys');
  }
  const chosen = kinds.filter((kind) => kind !== 'test');
  return { endpoint, keys: { p256dh, auth }, timeZone: device.zone(), kinds: chosen };
}

async function keepWords(caches: NoticeDevice['caches'], words: NoticeWords): Promise<void> {
  const cache = await caches.open(noticesCache);
  await cache.put(noticeWordsPath, new Response(JSON.stringify(words)));
}
