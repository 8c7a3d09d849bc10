import type { Task } from '#shared/task';

/** What a key asks of the list. */
export type ListCommand =
  | { name: 'move'; by: 1 | -1 }
  | { name: 'jump'; to: 'first' | 'last' }
  | { name: 'open' | 'rename' | 'toggle-done' | 'schedule' | 'trash' }
  | { name: 'reorder'; by: 1 | -1 }
  | { name: 'priority'; priority: Task['priority'] };

interface KeyPress {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const singleKeys: Record<string, ListCommand> = {
  j: { name: 'move', by: 1 },
  k: { name: 'move', by: -1 },
  e: { name: 'toggle-done' },
  s: { name: 'schedule' },
  '#': { name: 'trash' },
  '0': { name: 'priority', priority: 'none' },
  '1': { name: 'priority', priority: 'urgent' },
  '2': { name: 'priority', priority: 'high' },
  '3': { name: 'priority', priority: 'medium' },
  '4': { name: 'priority', priority: 'low' },
};

const namedKeys: Record<string, ListCommand> = {
  ArrowDown: { name: 'move', by: 1 },
  ArrowUp: { name: 'move', by: -1 },
  Home: { name: 'jump', to: 'first' },
  End: { name: 'jump', to: 'last' },
  Enter: { name: 'open' },
  F2: { name: 'rename' },
  Delete: { name: 'trash' },
};

/**
 * The command of a key, or undefined. Letters and digits count only while single keys are on (WCAG 2.1.4);
 * keys with Ctrl or Meta belong to the browser.
 */
export function listCommand(press: KeyPress, hasSingleKeys: boolean): ListCommand | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  if (press.altKey) {
    if (press.key === 'ArrowUp') return { name: 'reorder', by: -1 };
    if (press.key === 'ArrowDown') return { name: 'reorder', by: 1 };
    return undefined;
  }
  const named = namedKeys[press.key];
  if (named !== undefined && !press.shiftKey) return named;
  return hasSingleKeys ? singleKeys[press.key.toLowerCase()] : undefined;
}
