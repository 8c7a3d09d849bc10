import { kindByName } from './document-kinds.ts';
import type { ImportErrorCode } from './import-plan.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';
import type { Creation } from './push-message.ts';

/** The device part of imported order keys: the same file gives the same keys on every device. */
export const importDeviceId = 'import0000';

/** The most one creation may take, so that it fits a batch with room for the batch itself. */
export const importedDocumentMaxBytes = limits.batchMaxBytes - 4096;

/** A text of at most `maxLength`; a longer one ends in "…", never inside a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(maxLength - 2)) ? maxLength - 2 : maxLength - 1;
  return `${text.slice(0, end)}…`;
}

/** Paragraphs of notes, empty ones left out. */
export function joinNotes(paragraphs: readonly string[]): string {
  return paragraphs.filter((text) => text !== '').join('\n\n');
}

/** The length of a value as it travels: UTF-8 bytes of its JSON. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The creations that keep their schema and fit a batch; the others are told. */
export function keptCreations(
  found: readonly { line: number; creation: Creation }[],
  fail: (line: number, code: ImportErrorCode, detail: string) => void,
): Creation[] {
  return found.flatMap(({ line, creation }) => {
    const problem = creationProblem(creation);
    if (problem === undefined) return [creation];
    fail(line, problem.code, problem.detail);
    return [];
  });
}

function creationProblem(
  creation: Creation,
): { code: ImportErrorCode; detail: string } | undefined {
  const kind = kindByName(creation.kind);
  if (kind === undefined) return { code: 'document_invalid', detail: creation.kind };
  const parsed = parse(kind.create, creation.create);
  if (!parsed.ok) return { code: 'value_invalid', detail: parsed.errors[0]?.pointer ?? '' };
  const isTooLarge = jsonBytes(creation) > importedDocumentMaxBytes;
  return isTooLarge ? { code: 'too_large', detail: creation.id } : undefined;
}
