/** Whether a place of the app is a list of tasks: those can show a task beside them, and the line to add one. */
export function hasList(location: string): boolean {
  return /^\/(dashboard|today|upcoming|calendar|all|(project|label|filter)\/.+)$/.test(location);
}
