// Made from catalogs/en/palette.json by `npm run words`; edit that instead.

/** The words of `palette` with what they take. */
export interface PaletteWords {
  readonly title: string;
  readonly placeholder: string;
  readonly searchPlaceholder: string;
  readonly commandPlaceholder: string;
  /** Tasks with {name} */
  readonly withLabel: (of: { name: string }) => string;
  /** No longer only {name} */
  readonly clearLabel: (of: { name: string }) => string;
  readonly groups: {
    readonly recent: string;
    readonly actions: string;
    readonly views: string;
    readonly projects: string;
    readonly labels: string;
    readonly tasks: string;
    readonly filters: string;
    readonly done: string;
    readonly notes: string;
    readonly comments: string;
    readonly more: string;
  };
  /** Task: {title} */
  readonly task: (of: { title: string }) => string;
  /** Move to {name} */
  readonly moveToProject: (of: { name: string }) => string;
  readonly archived: string;
  /** {name}, archived */
  readonly inArchived: (of: { name: string }) => string;
  readonly themes: {
    readonly system: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly densities: {
    readonly comfortable: string;
    readonly compact: string;
  };
  /** Language: {name} */
  readonly language: (of: { name: string }) => string;
  /** {count, plural, one {# result} other {# results}} */
  readonly results: (of: { count: number }) => string;
  /** Nothing found for ‘{query}’ */
  readonly nothing: (of: { query: string }) => string;
  readonly nothingYet: string;
  readonly hints: {
    readonly run: string;
    readonly commands: string;
    readonly labels: string;
    readonly projects: string;
  };
  readonly newWorkspace: string;
  readonly signIn: string;
}
