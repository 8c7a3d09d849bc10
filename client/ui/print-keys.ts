const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  shift: '⇧',
  alt: 'Alt',
};

/** Keys as they stand on keyboards: `Ctrl+Z` for `mod+z`, `G I` for `g i`; on Apple's `⌘` instead of Ctrl. */
export function printKeys(keys: string): string {
  return keys.replace(/[^ +]+/g, (key) => {
    if (key === 'mod') return modifierName();
    return signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
}

function modifierName(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
