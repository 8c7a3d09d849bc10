import { importJson } from './import-json.ts';
import type { ImportContext, ImportFailureCode, ImportRead } from './import-plan.ts';
import { importTodoist, isTodoistText } from './import-todoist.ts';
import { limits } from './limits.ts';
import { mendFolds } from './mend-folds.ts';

const calendarStart = /^\s*BEGIN:VCALENDAR/i;

/**
 * Reads a file of any kind we know (Todoist CSV backup, iCalendar, our own JSON export) into a plan, or says why nothing
 * of it can be imported. Whatever the bytes are, it throws only when the code for calendars cannot be loaded.
 */
export async function readImportFile(of: {
  fileName: string;
  bytes: Uint8Array;
  context: ImportContext;
}): Promise<ImportRead> {
  const { fileName, bytes, context } = of;
  const fail = (code: ImportFailureCode): ImportRead => {
    return { ok: false, failure: { code, fileName, line: undefined } };
  };
  if (bytes.length > limits.importJsonMaxBytes) return fail('file_too_large');
  const decoded = decodeText(bytes) ?? decodeMended(bytes);
  if (decoded === undefined) return fail('encoding_invalid');
  // One form of line end, and nothing that no store keeps: what is read here is what every device shows.
  const text = decoded.replace(/\r\n?/g, '\n').replaceAll('\u0000', '');
  if (text.trim() === '') return fail('file_empty');
  if (/^\s*[{[]/.test(text)) return importJson({ fileName, text, context });
  const isCalendar = calendarStart.test(text);
  if (!isCalendar && !isTodoistText(text)) return fail('format_unknown');
  if (bytes.length > limits.importTextMaxBytes) return fail('file_too_large');
  if (!isCalendar) return importTodoist({ fileName, text, context });
  // What reads calendars is large, and few people ever need it.
  const { importCalendar } = await import('./import-calendar.ts');
  return importCalendar({ fileName, text, context });
}

/** A calendar whose folds cut characters in two; undefined for anything else. */
function decodeMended(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64));
  const isCalendar = calendarStart.test(start) && bytes.length <= limits.importTextMaxBytes;
  return isCalendar ? decodeText(mendFolds(bytes)) : undefined;
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
