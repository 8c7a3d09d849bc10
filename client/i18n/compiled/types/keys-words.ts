// Made from catalogs/en/keys.json by `npm run words`; edit that instead.

/** The words of `keys` with what they take. */
export interface KeysWords {
  readonly title: string;
  readonly scopes: {
    readonly anywhere: string;
    readonly views: string;
    readonly list: string;
    readonly grid: string;
    readonly writing: string;
  };
  readonly labels: {
    readonly palette: string;
    readonly search: string;
    readonly add: string;
    readonly undo: string;
    readonly redo: string;
    readonly sync: string;
    readonly sidebar: string;
    readonly help: string;
    readonly back: string;
    readonly 'go-inbox': string;
    readonly 'go-today': string;
    readonly 'go-upcoming': string;
    readonly 'go-all': string;
    readonly 'go-conflicts': string;
    readonly 'go-trash': string;
    readonly 'go-statistics': string;
    readonly 'go-settings': string;
    readonly next: string;
    readonly previous: string;
    readonly first: string;
    readonly last: string;
    readonly open: string;
    readonly done: string;
    readonly schedule: string;
    readonly rename: string;
    readonly 'move-up': string;
    readonly 'move-down': string;
    readonly trash: string;
    readonly 'priority-urgent': string;
    readonly 'priority-high': string;
    readonly 'priority-medium': string;
    readonly 'priority-low': string;
    readonly 'priority-none': string;
    readonly deadline: string;
    readonly labels: string;
    readonly move: string;
    readonly indent: string;
    readonly outdent: string;
    readonly duplicate: string;
    readonly select: string;
    readonly 'select-next': string;
    readonly 'select-previous': string;
    readonly 'select-all': string;
    readonly 'go-calendar': string;
    readonly 'go-board': string;
    readonly left: string;
    readonly right: string;
    readonly 'move-left': string;
    readonly 'move-right': string;
    readonly earlier: string;
    readonly later: string;
    readonly 'to-today': string;
    readonly bold: string;
    readonly italic: string;
    readonly link: string;
    readonly 'item-in': string;
    readonly 'item-out': string;
    readonly send: string;
    readonly repeat: string;
    readonly peek: string;
    readonly 'go-projects': string;
  };
  readonly or: string;
  readonly off: string;
  /** Change the keys of “{label}” */
  readonly change: (of: { label: string }) => string;
  /** Back to the first keys of “{label}” */
  readonly reset: (of: { label: string }) => string;
  readonly resetAll: string;
  readonly press: string;
  readonly pressSecond: string;
  /** “{label}”: {keys} */
  readonly changed: (of: { keys: string; label: string }) => string;
  /** {keys} is already for “{other}”. */
  readonly taken: (of: { keys: string; other: string }) => string;
  /** {keys} is already for “{other}”. Change that one first. */
  readonly takenFirst: (of: { keys: string; other: string }) => string;
  /** {keys} cannot be told apart from the keys of “{other}”. */
  readonly hidden: (of: { keys: string; other: string }) => string;
  /** {keys} belongs to the browser, or to moving through the page. */
  readonly reserved: (of: { keys: string }) => string;
  readonly swap: string;
  readonly again: string;
  readonly cancel: string;
}
