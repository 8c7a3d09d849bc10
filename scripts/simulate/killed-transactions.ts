/** The databases of one tab, and how their transactions end when it is killed. */
export interface WatchedDatabases {
  /** What the tab opens its databases with. */
  readonly indexedDB: IDBFactory;
  /** Called for every transaction that begins, with its number, and when it is on disk. */
  watch(of: TransactionWatch): void;
  /** Takes back whatever has not been committed at that instant. */
  abortAll(): void;
}

/** Hears of transactions: `onBegin` gives each its number. */
export interface TransactionWatch {
  onBegin: () => number;
  onEnd: (at: number) => void;
}

/**
 * Lets the transactions of a tab end as those of a killed one do: the browser takes them back when its process is gone, and
 * asks nothing of the page. It has to come between before Dexie does, which binds the way to make them when it opens.
 */
export function watchTransactions(factory: IDBFactory): WatchedDatabases {
  const running = new Set<IDBTransaction>();
  let watch: TransactionWatch = { onBegin: () => 0, onEnd: () => undefined };

  function intercept(connection: IDBDatabase): void {
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...args) => {
      const transaction = begin(...args);
      running.add(transaction);
      transaction.addEventListener('abort', () => running.delete(transaction));
      const at = watch.onBegin();
      transaction.addEventListener('complete', () => {
        running.delete(transaction);
        watch.onEnd(at);
      });
      return transaction;
    };
  }

  const open: IDBFactory['open'] = (name, version) => {
    const opening = factory.open(name, version);
    opening.addEventListener('success', () => intercept(opening.result));
    return opening;
  };
  return {
    indexedDB: Object.assign(Object.create(factory), { open }),
    watch: (of) => {
      watch = of;
    },
    abortAll() {
      for (const transaction of running) abort(transaction);
    },
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // It was committed in this very turn: that is the other fate a kill leaves.
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
  }
}
