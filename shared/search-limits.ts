/** What a search at the server takes and gives; apart from `limits`, since the first list needs none of it. */
export const searchLimits = {
  queryMaxLength: 200,
  queryMaxWords: 16,
  defaultHits: 20,
  maxHits: 50,
  /** Of a task that is read at the server, the newest. */
  shownComments: 100,
} as const;
