/** The part of the Web Locks API that leading needs; `navigator.locks` is one. */
export interface LockPort {
  request(
    name: string,
    options: { signal: AbortSignal } | { steal: true },
    run: () => Promise<void>,
  ): Promise<unknown>;
}

/** What leading works with. `onLose`: another tab took the lock away; this one waits for it again. */
export interface LeadPorts {
  locks: LockPort;
  name: string;
  onLead: () => void;
  onLose: () => void;
}

/** A tab's part in who leads. */
export interface Leadership {
  /** Takes the lead from a tab that does not answer. Whatever that tab still writes is stale by then (R2, R3). */
  takeOver(): void;
  /** Gives the lead, or the place in the line for it, to others: the browser is about to freeze this tab. */
  stepAside(): void;
  /** Waits in the line again. */
  comeBack(): void;
  /** Steps down, waiting or leading. */
  stop(): void;
}

/**
 * Waits to be the one tab that pushes and pulls, then calls `onLead`; every tab writes. The browser passes the lock
 * on the moment a tab closes or crashes. One that is told that it will be frozen steps aside first; from one that was
 * frozen without a word another tab takes over.
 */
export function lead(ports: LeadPorts): Leadership {
  return new TabLeadership(ports);
}

class TabLeadership implements Leadership {
  readonly #ports: LeadPorts;
  #isStopped = false;
  #isAside = false;
  /** The request by which it leads. */
  #leading: object | undefined;
  #abort = new AbortController();
  #release: () => void = () => undefined;

  constructor(ports: LeadPorts) {
    this.#ports = ports;
    this.#wait();
  }

  takeOver(): void {
    if (this.#isStopped || this.#isAside || this.#leading !== undefined) return;
    this.#abort.abort();
    this.#request({ steal: true });
  }

  stepAside(): void {
    this.#isAside = true;
    this.#leading = undefined;
    this.#abort.abort();
    this.#release();
  }

  comeBack(): void {
    if (this.#isStopped || !this.#isAside) return;
    this.#isAside = false;
    this.#wait();
  }

  stop(): void {
    this.#isStopped = true;
    this.#abort.abort();
    this.#release();
  }

  #wait(): void {
    this.#abort = new AbortController();
    this.#request({ signal: this.#abort.signal });
  }

  #request(options: Parameters<LockPort['request']>[1]): void {
    const { locks, name, onLose } = this.#ports;
    const request = {};
    locks
      .request(name, options, () => this.#hold(request))
      .catch(() => {
        // Rejected without leading: stopped, or overtaken by this tab's own request to take over.
        if (this.#leading !== request || this.#isStopped) return;
        this.#leading = undefined;
        onLose();
        this.#wait();
      });
  }

  #hold(request: object): Promise<void> {
    return new Promise<void>((resolve) => {
      if (this.#isStopped || this.#isAside) return resolve();
      this.#release = resolve;
      this.#leading = request;
      return this.#ports.onLead();
    });
  }
}
