// Made from catalogs/en/estimate.json by `npm run words`; edit that instead.

/** The words of `estimate` with what they take. */
export interface EstimateWords {
  readonly add: string;
  readonly other: string;
  readonly none: string;
}
