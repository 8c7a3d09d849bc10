const typed = 'input:not([type=checkbox], [type=radio], [type=file]), textarea';
const busy = '[role="dialog"], [role="alertdialog"], progress';

/**
 * Whether a reload of this page would take something from under the person's hands: a field that is being typed in, a
 * dialog that is open, or work that is shown as it goes on, such as an import.
 */
export function isBusy(): boolean {
  const { activeElement } = document;
  if (document.querySelector(busy) !== null) return true;
  if (activeElement?.matches(typed) === true) {
    return 'value' in activeElement && activeElement.value !== '';
  }
  return activeElement instanceof HTMLElement && activeElement.isContentEditable;
}
