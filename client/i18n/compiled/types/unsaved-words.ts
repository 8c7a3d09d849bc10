// Made from catalogs/en/unsaved.json by `npm run words`; edit that instead.

/** The words of `unsaved` with what they take. */
export interface UnsavedWords {
  /** {count, plural, one {This could not be saved on this device; its disk may be full. Free some space and keep this page open: it is saved by itself then.} other {# changes could not be saved on this device; its disk may be full. Free some space and keep this page open: they are saved by themselves then.}} */
  readonly notSaved: (of: { count: number }) => string;
  readonly neverSaved: string;
  readonly discard: string;
  readonly tryAgain: string;
  readonly export: string;
}
