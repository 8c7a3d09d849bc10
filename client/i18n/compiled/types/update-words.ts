// Made from catalogs/en/update.json by `npm run words`; edit that instead.

/** The words of `update` with what they take. */
export interface UpdateWords {
  readonly ready: string;
  readonly apply: string;
  readonly later: string;
  readonly tooNewTitle: string;
  readonly tooNewText: string;
  readonly tooNewAction: string;
  readonly tooNewYet: string;
}
