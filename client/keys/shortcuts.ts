/**
 * Every shortcut there is, by scope: keys, cheat sheet, palette and the hints of menus all come from here; its label is
 * `labels` of the catalog `keys`. Keys joined by `+` are held together, those after a space pressed one after the other;
 * `mod` is ⌘ or Ctrl. The first of several ways is the one that menus show.
 */
export const shortcuts = {
  anywhere: {
    palette: ['mod+k'],
    search: ['/'],
    add: ['q', 'c'],
    undo: ['mod+z'],
    redo: ['mod+shift+z'],
    sync: ['mod+.'],
    sidebar: ['['],
    help: ['?'],
    back: ['Escape'],
  },
  views: {
    'go-inbox': ['g i'],
    'go-today': ['g t'],
    'go-upcoming': ['g u'],
    'go-calendar': ['g l'],
    'go-all': ['g a'],
    'go-projects': ['g p'],
    'go-board': ['g b'],
    'go-conflicts': ['g c'],
    'go-statistics': ['g d'],
    'go-trash': ['g r'],
    'go-settings': ['g s'],
  },
  list: {
    next: ['j', 'ArrowDown'],
    previous: ['k', 'ArrowUp'],
    first: ['Home'],
    last: ['End'],
    open: ['Enter'],
    peek: ['Space'],
    done: ['e'],
    schedule: ['s'],
    deadline: ['d'],
    repeat: ['r'],
    labels: ['l'],
    move: ['m'],
    rename: ['F2'],
    'move-up': ['alt+ArrowUp'],
    'move-down': ['alt+ArrowDown'],
    indent: ['mod+]'],
    outdent: ['mod+['],
    duplicate: ['shift+d'],
    trash: ['#', 'Delete'],
    'priority-urgent': ['1'],
    'priority-high': ['2'],
    'priority-medium': ['3'],
    'priority-low': ['4'],
    'priority-none': ['0'],
    select: ['x'],
    'select-next': ['shift+j', 'shift+ArrowDown'],
    'select-previous': ['shift+k', 'shift+ArrowUp'],
    'select-all': ['mod+a'],
  },
  grid: {
    left: ['h', 'ArrowLeft'],
    right: ['l', 'ArrowRight'],
    'move-left': ['alt+ArrowLeft'],
    'move-right': ['alt+ArrowRight'],
    earlier: ['PageUp'],
    later: ['PageDown'],
    'to-today': ['t'],
  },
  writing: {
    bold: ['mod+b'],
    italic: ['mod+i'],
    link: ['mod+k'],
    'item-in': ['Tab'],
    'item-out': ['shift+Tab'],
    send: ['mod+Enter'],
  },
} as const;

/** The ways to press a shortcut that the person chose instead, by its name; the names of all scopes differ. */
export type OwnKeys = Readonly<Record<string, string[]>>;

/** Where a shortcut works. */
export type Scope = keyof typeof shortcuts;

/** The names of the shortcuts of a scope. */
export type IdsOf<S extends Scope> = Extract<keyof (typeof shortcuts)[S], string>;

/** Shortcuts that act on the active row of a list. */
export type ListShortcut = IdsOf<'list'>;

/** Shortcuts that boards and calendars have besides those of the list. */
export type GridShortcut = IdsOf<'grid'>;

/** Where the shortcuts of the scope `views` lead. */
export const viewPaths = {
  'go-inbox': '/dashboard',
  'go-today': '/today',
  'go-upcoming': '/upcoming',
  'go-calendar': '/calendar',
  'go-all': '/all',
  'go-projects': '/projects',
  'go-board': '/board',
  'go-conflicts': '/conflicts',
  'go-statistics': '/statistics',
  'go-trash': '/trash',
  'go-settings': '/settings',
} as const satisfies Record<IdsOf<'views'>, string>;
