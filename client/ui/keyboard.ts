/**
 * Whether a key press belongs to what has the focus and not to shortcuts: text is being typed or composed,
 * or a menu or dialog is open.
 */
export function belongsToFocus(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]',
    ) !== null
  );
}

/** Whether Enter or Space would press what has the focus. */
export function isOnButton(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a, summary') !== null;
}
