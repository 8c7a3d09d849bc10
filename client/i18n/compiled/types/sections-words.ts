// Made from catalogs/en/sections.json by `npm run words`; edit that instead.

/** The words of `sections` with what they take. */
export interface SectionsWords {
  readonly add: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly rename: string;
  /** Actions for the section {name} */
  readonly menu: (of: { name: string }) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly remove: string;
  /** Add task in {name} */
  readonly addTask: (of: { name: string }) => string;
  readonly handle: string;
  /** Moved section ‘{name}’, {position, number} of {count, number} */
  readonly moved: (of: { count: number; name: string; position: number }) => string;
  /** Section ‘{name}’ added */
  readonly added: (of: { name: string }) => string;
  /** Section ‘{name}’ deleted */
  readonly removed: (of: { name: string }) => string;
  /** Moved ‘{title}’ to {section} */
  readonly taskMoved: (of: { section: string; title: string }) => string;
  /** Moved ‘{title}’ out of its section */
  readonly taskMovedOut: (of: { title: string }) => string;
  readonly done: string;
  /** A project holds {max, plural, one {# section} other {# sections}} at most. */
  readonly full: (of: { max: number }) => string;
}
