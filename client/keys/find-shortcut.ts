import { type IdsOf, type OwnKeys, type Scope, shortcuts } from './shortcuts.ts';

/** A key press, as far as shortcuts look at it. */
export interface KeyPress {
  key: string;
  /** Where the key is on the keyboard, e.g. `KeyE`. */
  code?: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** A press as the table of shortcuts writes it, e.g. `j`, `?`, `mod+shift+z`, `alt+ArrowUp`. */
export function strokeOf(press: KeyPress): string {
  const { altKey, ctrlKey, metaKey, shiftKey } = press;
  const key = latinKey(press);
  // With Shift and Alt many keyboards type their signs: there they are no keys of their own.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  const isMod = metaKey || (ctrlKey && !(isSign && altKey));
  const shift = shiftKey && !isSign ? 'shift+' : '';
  const alt = altKey && !isSign ? 'alt+' : '';
  return `${isMod ? 'mod+' : ''}${shift}${alt}${key.length === 1 ? key.toLowerCase() : key}`;
}

/**
 * Keyboards for other scripts, such as Arabic, write other letters, digits and question marks: there the place of a key
 * says which one is meant, as it does for the shortcuts of the system.
 */
function latinKey({ key, code = '' }: KeyPress): string {
  if (key === '؟') return '?';
  // A space lies between the keys of a sequence.
  if (key === ' ') return 'Space';
  const isForeign = /^[\p{L}\p{Nd}]+$/u.test(key) && !/[\p{Script=Latin}0-9]/u.test(key);
  const place = isForeign ? /^(?:Key|Digit)(.)$/.exec(code)?.[1] : undefined;
  return place?.toLowerCase() ?? key;
}

/**
 * The shortcut of a scope for a stroke or for a sequence such as `g i`. Keys that also write text count only with
 * `hasSingleKeys` (WCAG 2.1.4).
 */
export function findShortcut<S extends Scope>(
  scope: S,
  { strokes, hasSingleKeys, own }: { strokes: string; hasSingleKeys: boolean; own?: OwnKeys },
): IdsOf<S> | undefined {
  if (!hasSingleKeys && isSingle(strokes)) return undefined;
  const ids = idsOf(scope);
  // Keys that the person chose are theirs, whatever a newer shortcut has from the start.
  const chosen = ids.find((id) => own?.[id]?.includes(strokes));
  return chosen ?? ids.find((id) => keysOf(scope, id, own).includes(strokes));
}

/** The ways to press a shortcut: those of the person, else those it has from the start. */
export function keysOf<S extends Scope>(
  scope: S,
  id: IdsOf<S>,
  own: OwnKeys = {},
): readonly string[] {
  const table: Readonly<Record<string, readonly string[]>> = shortcuts[scope];
  return own[id] ?? table[id] ?? [];
}

/** Whether a stroke may be the first of a sequence. Only shortcuts of the whole app can be sequences. */
export function beginsSequence(stroke: string, own: OwnKeys): boolean {
  const begins = (keys: string) => keys.startsWith(`${stroke} `);
  return (['views', 'anywhere'] as const).some((scope) =>
    idsOf(scope).some((id) => keysOf(scope, id, own).some(begins)),
  );
}

/** The shortcuts of a scope, in the order in which they are listed. */
export function idsOf<S extends Scope>(scope: S): readonly IdsOf<S>[] {
  // The keys of a constant are what its type says.
  return Object.keys(shortcuts[scope]) as IdsOf<S>[];
}

/** Whether keys are pressed without a modifier and also write text; a capital letter does (WCAG 2.1.4). */
export function isSingle(strokes: string): boolean {
  return /^(shift\+)?.( .)*$/u.test(strokes);
}
