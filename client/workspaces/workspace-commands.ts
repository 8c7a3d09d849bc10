import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';

/** What can be done with a workspace that is there; the server makes them. */
export function createWorkspaceCommands(store: AppStore) {
  return {
    /** The stamp an edit of the name begins from (A14). */
    beginRename: (workspaceId: string): string | null => store.baseOf(workspaceId, 'name'),

    /** Gives a workspace another name, for all who are in it; undefined where that is the name it has, or none. */
    rename: async (edit: {
      workspaceId: string;
      name: string;
      base: string | null;
    }): Promise<StoredBatch | undefined> => {
      const { workspaceId: id, base } = edit;
      const name = toWorkspaceName(edit.name);
      if (name === '' || name === store.current(id)?.['name']) return undefined;
      const change = { kind: 'workspace', id, group: 'name', value: { name }, base };
      return store.commit({ label: 'workspace.rename', changes: [change] });
    },
  };
}

/** A name as it is kept: one line, without what no store holds; empty where nothing is left. */
export function toWorkspaceName(text: string): string {
  const line = text.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
  return line.slice(0, limits.nameMaxLength).toWellFormed();
}
