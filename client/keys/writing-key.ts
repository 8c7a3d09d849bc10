import { findShortcut, type KeyPress, strokeOf } from './find-shortcut.ts';
import type { IdsOf } from './shortcuts.ts';

/** What a key does to Markdown that is being written; undefined for one that only types, or sends. */
export function writingKey(press: KeyPress): Exclude<IdsOf<'writing'>, 'send'> | undefined {
  const id = findShortcut('writing', { strokes: strokeOf(press), hasSingleKeys: true });
  return id === 'send' ? undefined : id;
}
