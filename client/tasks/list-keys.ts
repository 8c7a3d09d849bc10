import { findShortcut, type KeyPress, strokeOf } from '#client/keys/find-shortcut.ts';
import type { ListShortcut, OwnKeys } from '#client/keys/shortcuts.ts';

/** What a key asks of the list, or undefined; letters, digits and signs count only while single keys are on (WCAG 2.1.4). */
export function listShortcut(
  press: KeyPress,
  hasSingleKeys: boolean,
  own: OwnKeys = {},
): ListShortcut | undefined {
  return findShortcut('list', { strokes: strokeOf(press), hasSingleKeys, own });
}
