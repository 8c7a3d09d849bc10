/** Whether something is being typed in this page: the focus is in a field that is not empty. */
export function isTyping({ activeElement }: Pick<Document, 'activeElement'> = document): boolean {
  if (activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement) {
    return activeElement.value !== '';
  }
  return activeElement instanceof HTMLElement && activeElement.isContentEditable;
}
