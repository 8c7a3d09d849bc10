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
  /** Steps down, waiting or leading. */
  stop(): void;
}

/**
 * Waits to be the one tab that pushes and pulls, then calls `onLead`; every tab writes. The browser passes the lock
 * on the moment a tab closes or crashes. Chrome on a desktop does not freeze the tab that holds it, while Android and
 * iOS do: then another tab takes over.
 */
export function lead(ports: LeadPorts): Leadership {
  return new TabLeadership(ports);
}

class TabLeadership implements Leadership {
  readonly #ports: LeadPorts;
  #isStopped = false;
  #isLeading = false;
  #abort = new AbortController();
  #release: () => void = () => undefined;

  constructor(ports: LeadPorts) {
    this.#ports = ports;
    this.#wait();
  }

  takeOver(): void {
    if (this.#isStopped || this.#isLeading) return;
    this.#abort.abort();
    this.#request({ steal: true });
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
    locks
      .request(name, options, () => this.#hold())
      .catch(() => {
        // Rejected without leading: stopped, or overtaken by this tab's own request to take over.
        if (!this.#isLeading || this.#isStopped) return;
        this.#isLeading = false;
        onLose();
        this.#wait();
      });
  }

  #hold(): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#release = resolve;
      if (this.#isStopped) return resolve();
      this.#isLeading = true;
      return this.#ports.onLead();
    });
  }
}
