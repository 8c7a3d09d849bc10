// Made from catalogs/en/empty.json by `npm run words`; edit that instead.

/** The words of `empty` with what they take. */
export interface EmptyWords {
  readonly inboxTitle: string;
  readonly inboxText: string;
  readonly todayTitle: string;
  readonly todayText: string;
  readonly todayAction: string;
  readonly upcomingTitle: string;
  readonly upcomingText: string;
  readonly projectTitle: string;
  readonly projectText: string;
  readonly allTitle: string;
  readonly allText: string;
  readonly trashTitle: string;
  readonly trashText: string;
}
