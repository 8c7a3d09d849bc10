import type { Dexie } from 'dexie';

/**
 * Lets the transactions of an open database end as those of a killed tab do: `abortAll` takes back whatever has not
 * been committed at that instant. The browser does so for a process that is gone; nothing is asked of the page.
 */
export function watchTransactions(database: Dexie): { abortAll(): void } {
  const connection = database.backendDB();
  const running = new Set<IDBTransaction>();
  const begin = connection.transaction.bind(connection);
  connection.transaction = (...args) => {
    const transaction = begin(...args);
    running.add(transaction);
    for (const end of ['complete', 'abort']) {
      transaction.addEventListener(end, () => running.delete(transaction));
    }
    return transaction;
  };
  return {
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
