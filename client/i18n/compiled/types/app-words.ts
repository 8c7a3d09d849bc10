// Made from catalogs/en/app.json by `npm run words`; edit that instead.

/** The words of `app` with what they take. */
export interface AppWords {
  readonly name: string;
}
