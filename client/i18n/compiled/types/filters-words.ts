// Made from catalogs/en/filters.json by `npm run words`; edit that instead.

/** The words of `filters` with what they take. */
export interface FiltersWords {
  readonly heading: string;
  readonly add: string;
  readonly create: string;
  readonly edit: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly query: string;
  readonly color: string;
  /** Actions for {name} */
  readonly menu: (of: { name: string }) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly moveToTrash: string;
  readonly trashed: string;
  /** {count, plural, =0 {No task fits} one {# task} other {# tasks}} */
  readonly found: (of: { count: number }) => string;
  readonly faults: {
    readonly empty: string;
    readonly 'too-deep': string;
    readonly 'missing-term': string;
    readonly 'unclosed-quote': string;
    readonly 'unclosed-group': string;
    readonly 'unopened-group': string;
    readonly 'missing-name': string;
    readonly 'bad-date': string;
    readonly 'bad-priority': string;
    readonly 'bad-estimate': string;
    readonly 'unknown-key': string;
    readonly 'unknown-possession': string;
    readonly 'unknown-label': string;
    readonly 'unknown-project': string;
    readonly 'unknown-section': string;
    readonly 'unknown-person': string;
    readonly 'maybe-term': string;
  };
  /** For example: {examples} */
  readonly expected: (of: { examples: string }) => string;
  /** Did you mean {text}? */
  readonly didYouMean: (of: { text: string }) => string;
  readonly completions: string;
  readonly groups: {
    readonly none: string;
    readonly date: string;
    readonly project: string;
    readonly priority: string;
  };
  readonly missing: string;
  readonly missingText: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly faultyTitle: string;
  readonly help: string;
  readonly instead: {
    readonly 'missing-term': string;
    readonly 'bad-date': string;
    readonly 'bad-priority': string;
    readonly 'unknown-key': string;
    readonly 'unknown-possession': string;
  };
  readonly example: string;
  readonly examples: {
    readonly day: string;
    readonly span: string;
    readonly priority: string;
    readonly label: string;
    readonly place: string;
    readonly person: string;
    readonly traits: string;
    readonly words: string;
    readonly state: string;
    readonly signs: string;
  };
  readonly meanings: {
    readonly day: string;
    readonly span: string;
    readonly priority: string;
    readonly label: string;
    readonly place: string;
    readonly person: string;
    readonly traits: string;
    readonly words: string;
    readonly state: string;
    readonly signs: string;
  };
}
