import { useMemo } from 'react';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import type { Label } from '#shared/label';
import { useSortedLabels } from './label-queries.ts';

/** The labels of one workspace, as they are shown. */
export interface LabelGroup {
  /** The id of the workspace. */
  id: string;
  /** The name of the workspace; undefined where there is but one, and nobody needs to hear of workspaces. */
  heading: string | undefined;
  /** Whether this person may make and change labels in it. */
  isEditable: boolean;
  /** In their order. */
  labels: readonly Label[];
}

/**
 * One for each workspace, the personal one first: each has its own labels, also of the same name, and an order of its
 * own.
 */
export function useLabelGroups(): readonly LabelGroup[] {
  const store = useStore();
  const labels = useSortedLabels();
  const workspaces = useWorkspaces();
  const { personal } = useWorkspacesWords();
  return useMemo(() => {
    if (workspaces.length < 2) {
      return [{ id: store.workspaceId, heading: undefined, isEditable: true, labels }];
    }
    return workspaces.map(({ id, name, isPersonal, isEditable }) => ({
      id,
      heading: isPersonal ? personal : name,
      isEditable,
      labels: labels.filter(({ workspaceId }) => workspaceId === id),
    }));
  }, [store, labels, workspaces, personal]);
}
