import type { Cancel } from '#client/sync/scheduler.ts';

/** The connection of one tab; `cut` ends it for good, as the end of its process does. */
export interface TabLink {
  readonly fetch: typeof fetch;
  cut(): void;
}

/**
 * The network of one device: which server its paths lead to, whether there is any network at all, and the cookie that
 * a browser would keep. Node's `fetch` has none of these.
 */
export class DeviceNetwork {
  #url: string;
  #isOnline = true;
  #cookie: string | undefined;
  /** Ends with the time online, and everything under way with it. */
  #period = new AbortController();
  readonly #listeners = new Set<() => void>();

  constructor(url: string) {
    this.#url = url;
  }

  get url(): string {
    return this.#url;
  }

  get isOnline(): boolean {
    return this.#isOnline;
  }

  /** From now on requests and sockets go to another server, as behind a load balancer that has lost one. */
  useServer(url: string): void {
    if (url === this.#url) return;
    this.#url = url;
    this.#tell();
  }

  setOnline(isOnline: boolean): void {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    if (isOnline) this.#period = new AbortController();
    else this.#period.abort();
    this.#tell();
  }

  /** Tells of every change of server or network. */
  onChange(listener: () => void): Cancel {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Forgets the session of this browser: its next request has none. */
  clearCookie(): void {
    this.#cookie = undefined;
  }

  openLink(): TabLink {
    const life = new AbortController();
    return {
      fetch: (path, init) => {
        if (typeof path !== 'string') throw new TypeError('The app asks by path');
        return this.#fetch({ path, init, life: life.signal });
      },
      cut: () => life.abort(),
    };
  }

  async #fetch(of: {
    path: string;
    init: RequestInit | undefined;
    life: AbortSignal;
  }): Promise<Response> {
    const { path, init, life } = of;
    const period = this.#period.signal;
    if (!this.#isOnline || life.aborted) throw new TypeError('There is no network');
    const headers = new Headers(init?.headers);
    if (this.#cookie !== undefined && path.startsWith('/api/auth/')) {
      headers.set('cookie', this.#cookie);
    }
    const signals = [life, period, ...(init?.signal ? [init.signal] : [])];
    const signal = AbortSignal.any(signals);
    const response = await fetch(this.#url + path, { ...init, headers, signal });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #keep(setCookie: string): void {
    const pair = setCookie.split(';')[0] ?? '';
    this.#cookie = /=.+/.test(pair) ? pair : undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
