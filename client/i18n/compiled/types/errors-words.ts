// Made from catalogs/en/errors.json by `npm run words`; edit that instead.

/** The words of `errors` with what they take. */
export interface ErrorsWords {
  readonly partTitle: {
    readonly view: string;
    readonly sidebar: string;
    readonly over: string;
  };
  readonly text: string;
  readonly reload: string;
  readonly copyReport: string;
  readonly copied: string;
  readonly export: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly toInbox: string;
  readonly startTitle: string;
  readonly startText: string;
  readonly tryAgain: string;
  readonly unloadedTitle: string;
  readonly unloadedText: string;
  readonly reloadPage: string;
  readonly notCopied: string;
  readonly notExported: string;
  readonly viewOnly: string;
}
