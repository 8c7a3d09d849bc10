import { derivedId } from './ids.ts';
import type { ImportContext } from './import-plan.ts';

/** The labels that an import needs. */
export interface ImportLabels {
  /** Those that are not here yet: names by id. */
  newNamesById: Map<string, string>;
  /** The id for a name: of the label that is here, or of one to be made. */
  idOf: (name: string) => string;
}

/** Ids of new labels derive from the workspace and their name, so that all files of an import share them. */
export function createImportLabels(
  of: Pick<ImportContext, 'workspaceId' | 'labelIdsByName'>,
): ImportLabels {
  const newNamesById = new Map<string, string>();
  return {
    newNamesById,
    idOf: (name) => {
      const key = name.toLowerCase();
      const known = of.labelIdsByName.get(key);
      if (known !== undefined) return known;
      const id = derivedId('import', 'label', of.workspaceId, key);
      if (!newNamesById.has(id)) newNamesById.set(id, name);
      return id;
    },
  };
}
