// Made from catalogs/en/incoming.json by `npm run words`; edit that instead.

/** The words of `incoming` with what they take. */
export interface IncomingWords {
  readonly drop: string;
  readonly failed: string;
  readonly gone: string;
  /** {count, plural, one {# more file was not taken: at most 20 files of 50 MB together can be shared.} other {# more files were not taken: at most 20 files of 50 MB together can be shared.}} */
  readonly refused: (of: { count: number }) => string;
  readonly nowhere: string;
  /** ‘{name}’ could not be read. */
  readonly unread: (of: { name: string }) => string;
  /** ‘{name}’ is empty. */
  readonly empty: (of: { name: string }) => string;
}
