/**
 * An action is not on disk and nothing of it is shown: whoever asked for it must be told. `cause` says why; `retry` does the
 * same once more, and rejects in the same way.
 */
export class NotSavedError extends Error {
  readonly retry: () => Promise<unknown>;

  constructor(cause: unknown, retry: () => Promise<unknown>) {
    super('The action was not saved on this device', { cause });
    this.name = 'NotSavedError';
    this.retry = retry;
  }
}
