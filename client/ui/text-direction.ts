/**
 * The `dir` of a field: its text runs in its own direction, and an empty field in that of the page, since browsers take
 * an empty one to run from the left and its placeholder would.
 */
export function textDirection(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}
