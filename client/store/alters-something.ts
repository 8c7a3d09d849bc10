import { heldValue, holdsValue, namedGroup } from '#shared/group-value';
import { type Change, isCreation } from '#shared/push-message';
import type { AppStore } from './app-store.ts';

/** Whether a change sets another value than is shown now; creations and changes of unknown documents count as such. */
export function altersSomething(store: AppStore, change: Change): boolean {
  const document = store.current(change.id);
  if (isCreation(change) || document === undefined) return true;
  const named = namedGroup(change.kind, change.group);
  return named === undefined || !holdsValue(heldValue(document, named), change.value);
}
