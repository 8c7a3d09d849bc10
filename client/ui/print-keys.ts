/** As they stand on keyboards; those of other scripts carry the same signs and Latin names beside their letters. */
const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  // One name each: never broken over two lines.
  PageUp: 'Page\u00a0Up',
  PageDown: 'Page\u00a0Down',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  ContextMenu: 'Menu',
  shift: '⇧',
  alt: 'Alt',
};

/** Keys as they stand on keyboards: `Ctrl+Z` for `mod+z`, `G I` for `g i`; on Apple's `⌘` instead of Ctrl. */
export function printKeys(keys: string): string {
  return strokesOf(keys).map(printStroke).join(' ');
}

/** The strokes that are pressed one after the other; a space alone is a key of its own. */
export function strokesOf(keys: string): readonly string[] {
  return keys.endsWith(' ') ? [keys] : keys.split(' ');
}

function printStroke(stroke: string): string {
  return stroke.replace(/ $/, 'Space').replace(/[^+]+/g, (key) => {
    if (key === 'mod') return modifierName();
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}

function modifierName(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
