import { lexer, type MarkedToken } from 'marked';

/** One part of a Markdown text as marked reads it. */
export type MarkdownToken = MarkedToken;

/** Quotes and lists deeper than this are shown as written: nobody reads them, and each level costs stack. */
export const markdownDepthMax = 20;

const openingsMax = 200;

/**
 * Reads Markdown (GFM; a line break is one) into tokens. Nothing of it is ever HTML: what looks like a tag is a token
 * of kind `html` that is shown as text. A text that marked cannot read comes back as one paragraph.
 */
export function readMarkdown(text: string): readonly MarkdownToken[] {
  const bounded = isTooDeep(text) ? undefined : tryToRead(text);
  return bounded ?? [{ type: 'text', raw: text, text }];
}

/** Whether each task of the text is ticked, in order. */
export function readTicks(text: string): readonly boolean[] {
  const ticks: boolean[] = [];
  collectTicks(readMarkdown(text), ticks);
  return ticks;
}

/** A line of a quote in a quote in a quote …: marked would go down into each. */
function isTooDeep(text: string): boolean {
  return new RegExp(`^[ \\t]*(?:>[ \\t]*){${openingsMax}}`, 'm').test(text);
}

function tryToRead(text: string): MarkdownToken[] | undefined {
  try {
    // The tokens are those of marked itself, as no extension is used.
    return lexer(text, { gfm: true, breaks: true }) as MarkdownToken[];
  } catch {
    return undefined;
  }
}

/** The tokens inside a token of a kind that has some. */
export function innerTokens(token: { tokens?: readonly unknown[] | undefined }): MarkdownToken[] {
  return (token.tokens ?? []) as MarkdownToken[];
}

function collectTicks(tokens: readonly MarkdownToken[], ticks: boolean[]): void {
  for (const token of tokens) {
    if (token.type === 'checkbox') ticks.push(token.checked);
    else if (token.type === 'list') {
      for (const item of token.items) collectTicks(innerTokens(item), ticks);
    } else if ('tokens' in token) collectTicks(innerTokens(token), ticks);
  }
}
