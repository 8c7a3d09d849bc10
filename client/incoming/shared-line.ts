import { limits } from '#shared/limits';
import type { TextRange } from '#shared/quick-add-token';

/** What is put into the line for a new task: lines of their own are shown before they become tasks. */
export interface SharedLine {
  text: string;
  /** What is a title or an address already, in which nothing else is read. */
  asText: readonly TextRange[];
}

/**
 * The words that another app shared as a line. Apps put an address into `text` as often as into `url`, and the title of a
 * page into both others, so nothing stands there twice. What is longer than a title continues in a line of its own.
 */
export function sharedLine(of: { title: string; text: string; url: string }): SharedLine {
  const [title, text, url] = [of.title, of.text, of.url].map((part) => part.trim());
  const parts = [title, text, url].filter((part) => part !== undefined && part !== '');
  const kept = parts.filter(
    (part, at) => !parts.some((other, place) => place !== at && holds(other, part, place < at)),
  );
  const joined = kept.join(kept.some((part) => /[\r\n]/.test(part ?? '')) ? '\n' : ' ');
  const line = withinTitle(joined);
  return { text: line, asText: hasAddress(line) ? [{ start: 0, end: line.length }] : [] };
}

/** Whether one part says what another one says, word for word; of two that are alike the first one stays. */
function holds(other = '', part = '', isBefore = false): boolean {
  const [whole, words] = [other, part].map((text) => ` ${text.replaceAll(/\s+/g, ' ')} `);
  return whole === words ? isBefore : (whole ?? '').includes(words ?? '');
}

function withinTitle(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  if (first.length <= limits.titleMaxLength) return text;
  const space = text.lastIndexOf(' ', limits.titleMaxLength);
  const cut = space > 0 ? space : limits.titleMaxLength;
  return `${text.slice(0, cut)}\n${text.slice(cut).trimStart()}`;
}

function hasAddress(text: string): boolean {
  return /\b[a-z][a-z\d+.-]*:\/\//i.test(text) && !/[\r\n]/.test(text);
}
