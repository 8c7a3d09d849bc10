import type { UnsavedWrites } from './unsaved-writes.ts';

/** The `cause` of what the person's role does not allow: nothing was written, and the server would refuse it. */
export const notAllowed = 'not-allowed';

/**
 * An action is not on disk and nothing of it is shown: whoever asked for it must be told. `cause` says why; `unsaved` holds it
 * together with all that waits, unless it could never be saved.
 */
export class NotSavedError extends Error {
  readonly unsaved: UnsavedWrites | undefined;

  constructor(cause: unknown, unsaved?: UnsavedWrites) {
    super('The action was not saved on this device', { cause });
    this.name = 'NotSavedError';
    this.unsaved = unsaved;
  }
}
