/** An action is not on disk and nothing of it is shown: whoever asked for it must be told. `cause` says why. */
export class NotSavedError extends Error {
  constructor(cause: unknown) {
    super('The action was not saved on this device', { cause });
    this.name = 'NotSavedError';
  }
}
