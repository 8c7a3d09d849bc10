import { BehaviorSubject, type Observable } from 'rxjs';
import { type NoticeKind } from '#shared/notice-kind';
import {
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
  /** What was told and stands there still. */
  shown: () => Promise<readonly Pick<Notification, 'close'>[]>;
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

/** The words around what is told, in the person's language. */
export type ShownWords = Omit<NoticeWords, 'userId'>;

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
  refresh(words: ShownWords): Promise<void>;
  /** Has the server send one to this device. */
  test(): Promise<'sent' | 'failed'>;
  /** Where messages for this device go, while it is on. */
  endpoint(): Promise<string | undefined>;
}

/** Creates the switch; nothing is asked of anybody before it is used. `words`: those around what is told, until `refresh`. */
export function createNoticeSwitch(of: {
  device: NoticeDevice;
  server: NoticeServer;
  userId: string;
  words: ShownWords;
}): NoticeSwitch {
  const { device, server, userId } = of;
  let { words } = of;
  const { state$, memory, remember, become, rest } = createNoticeMind(device, userId);
  const subscribe = async (): Promise<NoticeState> => {
    try {
      // Before the server is waited for: a sign-out meanwhile takes them away, and nothing puts them back.
      await keepWords(device.caches, { ...words, userId });
      await subscribeDevice({ device, server, kinds: memory().kinds });
      remember({ isReached: memory().isOn });
      return rest();
    } catch {
      return become('unreachable');
    }
  };
  const endpoint = async () => (memory().isOn ? endpointOf(device) : undefined);
  return {
    state$,
    memory,
    endpoint,
    turnOn: async () => {
      if (device.lacks !== undefined) return rest();
      const isAllowed = (await device.askPermission()) === 'granted';
      remember({ isOn: isAllowed, isAsked: true, isReached: false });
      return isAllowed ? subscribe() : rest();
    },
    turnOff: async () => {
      const held = await endpoint();
      remember({ isOn: false, isReached: false });
      rest();
      // Where the server is out of reach, the push service will tell it that this one is gone.
      if (held !== undefined) await server.unsubscribe(held).catch(() => undefined);
      await leaveNotices(device);
    },
    choose: async (kinds) => {
      if (remember({ kinds }).isOn) await subscribe();
    },
    noteAsked: () => void remember({ isAsked: true }),
    refresh: async (latest) => {
      words = latest;
      if (rest() === 'on') await subscribe();
    },
    test: async () => sendTest(server, await endpoint()),
  };
}

async function sendTest(
  server: NoticeServer,
  endpoint: string | undefined,
): Promise<'sent' | 'failed'> {
  if (endpoint === undefined) return 'failed';
  const outcome = await server.sendTest(endpoint).catch(() => 'later' as const);
  return outcome === 'sent' ? 'sent' : 'failed';
}

/** What is wanted here, and what comes of it. */
function createNoticeMind(device: NoticeDevice, userId: string) {
  const memory = () => readNoticeMemory(device.storage, userId);
  const remember = (part: Partial<NoticeMemory>) => keepNoticeMemory(device.storage, userId, part);
  const state$ = new BehaviorSubject<NoticeState>(restingState(device, memory()));
  const become = (state: NoticeState) => {
    state$.next(state);
    return state;
  };
  return { memory, remember, state$, become, rest: () => become(restingState(device, memory())) };
}

/**
 * Ends what this browser is told: nothing that still arrives is shown, and what was shown is taken away. That the push service hears of it is not waited for,
 * as it may be out of reach.
 */
export async function leaveNotices(
  device: Pick<NoticeDevice, 'pushManager' | 'caches' | 'shown'>,
): Promise<void> {
  const cache = await device.caches.open(noticesCache);
  await cache.delete(noticeWordsPath);
  const unsubscribe = async () =>
    (await (await device.pushManager()).getSubscription())?.unsubscribe();
  void unsubscribe().catch(() => undefined);
  const takeAway = async () => {
    for (const notice of await device.shown()) notice.close();
  };
  void takeAway().catch(() => undefined);
}

function restingState(device: NoticeDevice, { isOn }: NoticeMemory): NoticeState {
  if (device.lacks !== undefined) return device.lacks;
  const permission = device.permission();
  if (permission === 'denied') return 'blocked';
  return isOn && permission === 'granted' ? 'on' : 'off';
}

async function endpointOf(device: NoticeDevice): Promise<string | undefined> {
  if (device.lacks !== undefined) return undefined;
  return (await (await device.pushManager()).getSubscription())?.endpoint;
}

async function subscribeDevice(of: {
  device: NoticeDevice;
  server: NoticeServer;
  kinds: readonly NoticeKind[];
}): Promise<void> {
  const { device, server, kinds } = of;
  const subscription = await subscribeTo(of, await server.readKey());
  await server.subscribe(requestOf(subscription, { device, kinds }));
}

/** A subscription is bound to the key of a server: one that is for another key reaches nobody, and the server is to forget it. */
async function subscribeTo(
  { device, server }: { device: NoticeDevice; server: NoticeServer },
  publicKey: string,
): Promise<PushSubscription> {
  const manager = await device.pushManager();
  const held = await manager.getSubscription();
  if (held !== null && isFor(held, publicKey)) return held;
  if (held !== null) {
    await server.unsubscribe(held.endpoint).catch(() => undefined);
    await held.unsubscribe();
  }
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
