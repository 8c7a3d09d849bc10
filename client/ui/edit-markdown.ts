/** A text field as it stands: its text and what is selected. */
export interface TextSelection {
  text: string;
  start: number;
  end: number;
}

/** What to do with a text field: replace a stretch of it, then select. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
  selectStart: number;
  selectEnd: number;
}

/** What a key can do to Markdown that is being written. */
export type MarkdownKey = 'bold' | 'italic' | 'link' | 'enter' | 'item-in' | 'item-out';

const item = /^([ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;
const oneIndent = '  ';

/**
 * What a key does to a text, or undefined where it has nothing special to do: Enter goes on with a list (and ends it on
 * an empty item), item-in and item-out move the items selected and mean nothing outside a list.
 */
export function editMarkdown(field: TextSelection, key: MarkdownKey): TextEdit | undefined {
  switch (key) {
    case 'bold':
      return toggleMark(field, '**');
    case 'italic':
      return toggleMark(field, '_');
    case 'link':
      return linkSelected(field);
    case 'enter':
      return continueList(field);
    case 'item-in':
      return moveItems(field, (line) => oneIndent + line);
    default:
      return moveItems(field, (line) => line.replace(/^(?: {1,2}|\t)/, ''));
  }
}

/** Puts marks around what is selected, or takes them away where it has them, inside or right outside. */
function toggleMark({ text, start, end }: TextSelection, mark: string): TextEdit {
  const size = mark.length;
  const selected = text.slice(start, end);
  const isAround = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  if (isAround) {
    const [from, to] = [start - size, end + size];
    return { from, to, insert: selected, selectStart: from, selectEnd: from + selected.length };
  }
  const isInside =
    selected.length >= 2 * size && selected.startsWith(mark) && selected.endsWith(mark);
  if (isInside) {
    const insert = selected.slice(size, -size);
    const selectEnd = start + insert.length;
    return { from: start, to: end, insert, selectStart: start, selectEnd };
  }
  const insert = mark + selected + mark;
  const selectStart = start + size;
  return { from: start, to: end, insert, selectStart, selectEnd: selectStart + selected.length };
}

/** `[words](address)`, with the part selected that is still to be written. */
function linkSelected({ text, start, end }: TextSelection): TextEdit | undefined {
  const selected = text.slice(start, end);
  if (selected === '' || selected.includes('\n')) return undefined;
  const isAddress = /^(?:https?:\/\/|mailto:)\S+$/.test(selected);
  const insert = isAddress ? `[](${selected})` : `[${selected}]()`;
  const at = isAddress ? start + 1 : start + insert.length - 1;
  return { from: start, to: end, insert, selectStart: at, selectEnd: at };
}

function continueList({ text, start, end }: TextSelection): TextEdit | undefined {
  const from = lineStart(text, start);
  const line = text.slice(from, start);
  const match = item.exec(line);
  if (match === null || start !== end) return undefined;
  const [whole, indent = '', bullet = '', number, sign = '', gap = ' ', box] = match;
  // Enter on an item without words ends the list.
  if (whole === line && text.slice(start).split('\n', 1).join('').trim() === '') {
    return { from, to: start, insert: '', selectStart: from, selectEnd: from };
  }
  const next = number === undefined ? bullet : `${Number(number) + 1}${sign}`;
  const insert = `\n${indent}${next}${gap}${box === undefined ? '' : '[ ] '}`;
  const at = start + insert.length;
  return { from: start, to: end, insert, selectStart: at, selectEnd: at };
}

function moveItems(
  { text, start, end }: TextSelection,
  move: (line: string) => string,
): TextEdit | undefined {
  const from = lineStart(text, start);
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  if (!lines.some((line) => item.test(line))) return undefined;
  const insert = lines.map(move).join('\n');
  if (insert === text.slice(from, to)) return undefined;
  const shift = move(lines[0] ?? '').length - (lines[0] ?? '').length;
  const selectStart = Math.max(from, start + shift);
  return {
    from,
    to,
    insert,
    selectStart,
    selectEnd: Math.max(selectStart, end + insert.length - (to - from)),
  };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
