// Made from catalogs/en/common.json by `npm run words`; edit that instead.

/** The words of `common` with what they take. */
export interface CommonWords {
  readonly cancel: string;
  readonly save: string;
  readonly close: string;
  readonly undo: string;
  readonly redo: string;
  readonly back: string;
  readonly more: string;
  readonly notification: string;
  /** Notifications ({key}) */
  readonly notifications: (of: { key: string }) => string;
}
