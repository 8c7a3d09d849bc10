// Made from catalogs/en/projects.json by `npm run words`; edit that instead.

/** The words of `projects` with what they take. */
export interface ProjectsWords {
  readonly heading: string;
  readonly add: string;
  readonly edit: string;
  readonly moveToTrash: string;
  /** Actions for {name} */
  readonly menu: (of: { name: string }) => string;
  readonly missing: string;
  readonly missingText: string;
}
