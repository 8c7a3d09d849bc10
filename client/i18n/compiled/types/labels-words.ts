// Made from catalogs/en/labels.json by `npm run words`; edit that instead.

/** The words of `labels` with what they take. */
export interface LabelsWords {
  readonly heading: string;
  /** {count, plural, one {Labels of # task} other {Labels of # tasks}} */
  readonly pickFor: (of: { count: number }) => string;
  readonly placeholder: string;
  /** Create ‘{name}’ */
  readonly create: (of: { name: string }) => string;
  readonly none: string;
  readonly nothing: string;
  readonly some: string;
  readonly add: string;
  readonly edit: string;
  readonly namePlaceholder: string;
  readonly submit: string;
  readonly manage: string;
  /** Actions for the label {name} */
  readonly menu: (of: { name: string }) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  /** Moved label ‘{name}’, {position, number} of {count, number} */
  readonly moved: (of: { count: number; name: string; position: number }) => string;
  readonly merge: string;
  /** Merge ‘{name}’ into … */
  readonly mergeTitle: (of: { name: string }) => string;
  /** ‘{from}’ merged into ‘{into}’ */
  readonly merged: (of: { from: string; into: string }) => string;
  readonly moveToTrash: string;
  readonly trashed: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly missing: string;
  readonly missingText: string;
  readonly exists: string;
  /** New label in {name} */
  readonly addIn: (of: { name: string }) => string;
}
