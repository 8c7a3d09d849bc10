/** One entry of a calendar as it stands in the file: its lines from BEGIN to END, folds undone. */
export interface CalendarEntry {
  /** `VEVENT`, `VTODO`, `VTIMEZONE` … in capitals. */
  kind: string;
  /** Where it begins in the file, from 1. */
  line: number;
  lines: readonly string[];
  /** False for one that never ends, or holds the end of something else. */
  isWhole: boolean;
}

/** One calendar of a file; a file may hold several. */
export interface CalendarPart {
  /** Its own lines (`VERSION`, `X-WR-CALNAME` …), without its entries. */
  head: readonly string[];
  entries: readonly CalendarEntry[];
  /** Whether its END is there. */
  isClosed: boolean;
}

interface Line {
  text: string;
  line: number;
}

interface Open {
  head: string[];
  entries: CalendarEntry[];
  isClosed: boolean;
}

/**
 * Cuts a file into calendars and their entries, so that each entry can be read for itself and a broken one costs no other.
 * Whatever is nested in an entry stays in its lines; nothing here goes deeper, however deep it is.
 */
export function calendarParts(text: string): CalendarPart[] {
  const parts: Open[] = [];
  let entry: { kind: string; line: number; lines: string[]; open: string[] } | undefined;
  const close = (isWhole: boolean) => {
    if (entry === undefined) return;
    const { kind, line, lines } = entry;
    parts.at(-1)?.entries.push({ kind, line, lines, isWhole });
    entry = undefined;
  };
  for (const { text: content, line } of unfoldedLines(text)) {
    const [, word = '', name = ''] = /^(BEGIN|END):\s*(\S+)\s*$/i.exec(content) ?? [];
    const kind = name.toUpperCase();
    const isBegin = word.toUpperCase() === 'BEGIN';
    if (kind === 'VCALENDAR') {
      close(false);
      if (isBegin) parts.push({ head: [], entries: [], isClosed: false });
      else if (parts.length > 0) parts[parts.length - 1] = { ...lastOf(parts), isClosed: true };
    } else if (isBegin && (entry === undefined || isEntryKind(kind))) {
      close(false);
      entry = { kind, line, lines: [content], open: [kind] };
    } else if (entry === undefined) {
      parts.at(-1)?.head.push(content);
    } else {
      entry.lines.push(content);
      if (isBegin) entry.open.push(kind);
      else if (kind !== '' && entry.open.pop() !== kind) close(false);
      else if (entry.open.length === 0) close(true);
    }
  }
  close(false);
  return parts;
}

function lastOf(parts: readonly Open[]): Open {
  return parts.at(-1) ?? { head: [], entries: [], isClosed: false };
}

/** What stands directly in a calendar: its BEGIN inside another entry means that the other one was cut off. */
function isEntryKind(kind: string): boolean {
  return ['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE'].includes(kind);
}

/** A line that begins with a space or tab belongs to the one before (RFC 5545 §3.1). Empty lines are left out. */
function* unfoldedLines(text: string): Generator<Line, void> {
  let line = 0;
  let held: { pieces: string[]; line: number } | undefined;
  for (const piece of text.split('\n')) {
    line += 1;
    if (held !== undefined && /^[ \t]/.test(piece)) {
      held.pieces.push(piece.slice(1));
      continue;
    }
    if (held !== undefined) yield { text: held.pieces.join(''), line: held.line };
    held = piece.trim() === '' ? undefined : { pieces: [piece], line };
  }
  if (held !== undefined) yield { text: held.pieces.join(''), line: held.line };
}
