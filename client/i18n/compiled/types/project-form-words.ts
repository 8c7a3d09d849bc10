// Made from catalogs/en/project-form.json by `npm run words`; edit that instead.

/** The words of `project-form` with what they take. */
export interface ProjectFormWords {
  readonly create: string;
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
}
