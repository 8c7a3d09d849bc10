// Made from catalogs/en/projects.json by `npm run words`; edit that instead.

/** The words of `projects` with what they take. */
export interface ProjectsWords {
  readonly heading: string;
  readonly add: string;
  readonly create: string;
  readonly edit: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly color: string;
  readonly colors: {
    readonly gray: string;
    readonly red: string;
    readonly orange: string;
    readonly amber: string;
    readonly green: string;
    readonly teal: string;
    readonly blue: string;
    readonly indigo: string;
    readonly violet: string;
    readonly pink: string;
  };
  readonly moveToTrash: string;
  /** Actions for {name} */
  readonly menu: (of: { name: string }) => string;
  readonly missing: string;
  readonly missingText: string;
  /** {count, plural, one {# open task} other {# open tasks}} */
  readonly openTasks: (of: { count: number }) => string;
}
