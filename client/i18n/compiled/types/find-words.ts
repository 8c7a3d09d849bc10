// Made from catalogs/en/find.json by `npm run words`; edit that instead.

/** The words of `find` with what they take. */
export interface FindWords {
  readonly title: string;
  readonly label: string;
  readonly groups: {
    readonly open: string;
    readonly done: string;
    readonly notes: string;
    readonly comments: string;
    readonly trash: string;
    readonly server: string;
  };
  /** Show all results for ‘{query}’ */
  readonly all: (of: { query: string }) => string;
  readonly save: string;
  /** {count, plural, one {# result} other {# results}} */
  readonly count: (of: { count: number }) => string;
  readonly startTitle: string;
  readonly startText: string;
  /** No match for ‘{query}’ */
  readonly noneTitle: (of: { query: string }) => string;
  readonly noneText: string;
  /** Create ‘{title}’ */
  readonly createTask: (of: { title: string }) => string;
  /** Added ‘{title}’ to the inbox */
  readonly created: (of: { title: string }) => string;
  readonly includeTrash: string;
  readonly building: string;
  /** {count, plural, =0 {The server found nothing more} one {# result on the server} other {# results on the server}} */
  readonly serverCount: (of: { count: number }) => string;
  readonly serverFailed: string;
  readonly serverOnly: string;
}
