import { importJson } from './import-json.ts';
import type { ImportContext, ImportFailureCode, ImportRead } from './import-plan.ts';
import { importTodoist, isTodoistText } from './import-todoist.ts';
import { limits } from './limits.ts';

/**
 * Reads a file of any kind we know (Todoist CSV backup, our own JSON export) into a plan, or says why nothing of it
 * can be imported. Never throws, whatever the bytes are.
 */
export function readImportFile(of: {
  fileName: string;
  bytes: Uint8Array;
  context: ImportContext;
}): ImportRead {
  const { fileName, bytes, context } = of;
  const fail = (code: ImportFailureCode): ImportRead => {
    return { ok: false, failure: { code, fileName, line: undefined } };
  };
  if (bytes.length > limits.importJsonMaxBytes) return fail('file_too_large');
  const decoded = decodeText(bytes);
  if (decoded === undefined) return fail('encoding_invalid');
  // One form of line end, and nothing that no store keeps: what is read here is what every device shows.
  const text = decoded.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
  if (text.trim() === '') return fail('file_empty');
  if (/^\s*[{[]/.test(text)) return importJson({ fileName, text, context });
  if (!isTodoistText(text)) return fail('format_unknown');
  if (bytes.length > limits.importCsvMaxBytes) return fail('file_too_large');
  return importTodoist({ fileName, text, context });
}

/** UTF-8, or UTF-16 where the file says so by its first bytes; undefined for what is neither. */
function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isLittleEndian = first === 0xff && second === 0xfe;
  const isBigEndian = first === 0xfe && second === 0xff;
  const utf16 = isLittleEndian ? 'utf-16le' : 'utf-16be';
  const encoding = isLittleEndian || isBigEndian ? utf16 : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
