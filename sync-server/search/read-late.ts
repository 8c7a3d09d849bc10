import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import { indexedWords } from './search-words.ts';

/** Tasks that the index does not know as they are now, each with its documents that changed after it. */
export async function readLate(
  documents: Pick<FreshDocuments, 'since'>,
  { workspaceId, indexed }: { workspaceId: string; indexed: number },
): Promise<Map<string, string[]>> {
  const tail = await documents.since({ workspaceId, seq: indexed });
  const late = new Map<string, string[]>();
  for (const document of tail.documents) {
    const taskId = indexedWords(document)?.taskId;
    if (taskId !== undefined) late.set(taskId, [...(late.get(taskId) ?? []), document.id]);
  }
  return late;
}
