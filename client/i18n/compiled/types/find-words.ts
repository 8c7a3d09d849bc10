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
  /** {count, plural, =0 {The server found nothing more} one {# more result} other {# more results}} */
  readonly moreCount: (of: { count: number }) => string;
  readonly more: string;
  readonly server: {
    readonly asking: string;
    readonly more: string;
    readonly building: string;
    readonly away: string;
    readonly busy: string;
    readonly signedOut: string;
    readonly refused: string;
    readonly retry: string;
  };
  readonly read: {
    readonly place: string;
    readonly why: string;
    readonly trashed: string;
    readonly openTrash: string;
    readonly reading: string;
    readonly away: string;
    readonly busy: string;
    readonly signedOut: string;
    readonly refused: string;
    readonly gone: string;
    /** ‘{title}’ is on this device now and can be changed */
    readonly arrived: (of: { title: string }) => string;
    readonly parent: string;
    /** {count, plural, one {# older comment comes with the task} other {# older comments come with the task}} */
    readonly older: (of: { count: number }) => string;
    readonly partly: string;
    readonly state: string;
  };
}
