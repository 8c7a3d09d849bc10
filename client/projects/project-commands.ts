import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Change } from '#shared/push-message';

/** What a person says of a project. */
export interface ProjectDraft {
  name: string;
  color: Project['color'];
  /** One of `iconNames`, or null for a dot. */
  icon: string | null;
  /** Of a new one: the workspace it is made in; left out, the personal one. */
  workspaceId?: string | undefined;
}

/** The only way projects are written: one batch each, on disk when the promise resolves. */
export function createProjectCommands(store: AppStore) {
  return {
    /** The stamps an edit of name and look begins from (A14). */
    beginEdit: (projectId: string) => ({
      name: store.baseOf(projectId, 'name'),
      look: store.baseOf(projectId, 'look'),
    }),

    /** Adds a project at the end; answers its id, or undefined for an empty name. */
    add: async (draft: ProjectDraft): Promise<string | undefined> => {
      const { name, color, icon, workspaceId = store.workspaceId } = draft;
      const trimmed = toName(name);
      if (trimmed === '') return undefined;
      const id = store.newId();
      const all = await firstValueFrom(store.live<Project>({ kind: 'project' }));
      const projects = all.filter((project) => project.workspaceId === workspaceId);
      const last = [...projects].sort(compareOrder).at(-1);
      const before = last?.orderKey ?? null;
      const { orderKeyBetween } = await import('#shared/order-key');
      const orderKey = orderKeyBetween({ before, after: null, deviceId: store.deviceId() });
      const create = { name: trimmed, color, icon, orderKey, createdAt: store.now() };
      const changes = [{ kind: 'project', id, create }];
      // The document of a workspace is its own.
      await store.commit({ label: 'project.add', changes, besideId: workspaceId });
      return id;
    },

    /** Sets name and look, each only if it is another one than the edit began from. */
    edit: async (edit: {
      project: Project;
      draft: ProjectDraft;
      base: { name: string | null; look: string | null };
    }): Promise<StoredBatch | undefined> => {
      const { project, draft, base } = edit;
      const { id } = project;
      const name = toName(draft.name);
      const changes: Change[] = [];
      if (name !== '' && name !== project.name) {
        changes.push({ kind: 'project', id, group: 'name', value: { name }, base: base.name });
      }
      if (draft.color !== project.color || draft.icon !== project.icon) {
        const value = { color: draft.color, icon: draft.icon };
        changes.push({ kind: 'project', id, group: 'look', value, base: base.look });
      }
      return changes.length === 0 ? undefined : store.commit({ label: 'project.edit', changes });
    },
    ...createAwayCommands(store),
  };
}

/** Commands that put a project away, and bring it back. */
function createAwayCommands(store: AppStore) {
  const change = (projectId: string, group: string, value: Record<string, unknown>): Change => {
    const base = store.baseOf(projectId, group);
    return { kind: 'project', id: projectId, group, value, base };
  };
  return {
    /** Moves a project to the trash; its tasks stay in it and are hidden with it (R7). */
    trash: (projectId: string): Promise<StoredBatch> => {
      const changes = [change(projectId, 'trash', { trashedAt: store.now() })];
      return store.commit({ label: 'project.trash', changes });
    },

    /** Puts a project away: its tasks are in no other view, and still found by searching. */
    archive: (projectId: string): Promise<StoredBatch> => {
      const changes = [change(projectId, 'archive', { archivedAt: store.now() })];
      return store.commit({ label: 'project.archive', changes });
    },

    unarchive: (projectId: string): Promise<StoredBatch> => {
      const changes = [change(projectId, 'archive', { archivedAt: null })];
      return store.commit({ label: 'project.unarchive', changes });
    },

    restore: (projectId: string): Promise<StoredBatch> => {
      const changes = [change(projectId, 'trash', { trashedAt: null, movedTo: null })];
      return store.commit({ label: 'project.restore', changes });
    },
  };
}

function toName(text: string): string {
  const line = text.replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
  return line.slice(0, limits.nameMaxLength).toWellFormed();
}
