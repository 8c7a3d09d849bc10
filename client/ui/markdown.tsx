import { Image } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import {
  innerTokens,
  markdownDepthMax,
  type MarkdownToken,
  readMarkdown,
} from './read-markdown.ts';
import { decodeEntities, safeLink } from './safe-link.ts';

interface MarkdownProps {
  text: string;
  /** Called with which task of the text was ticked or unticked, 0 for the first; left out: ticks only show. */
  onTick?: ((index: number) => void) | undefined;
}

/**
 * Shows Markdown as React elements: no HTML is ever made of it or parsed, so there is nothing to sanitise and the
 * page's policy (no inline script, Trusted Types) has nothing to object to. Tags are shown as text, pictures are links.
 */
export const Markdown = memo(function Markdown({ text, onTick }: MarkdownProps) {
  return (
    <div className="markdown">
      {blocks(readMarkdown(text), { onTick, next: 0, depth: 0, title: '' })}
    </div>
  );
});

/** Where the walk is: the number of the next task, how deep; the walk is one pass, so the number is its own. */
interface Walk {
  onTick: MarkdownProps['onTick'];
  next: number;
  depth: number;
  /** What the next tick is of. */
  title: string;
}

function blocks(tokens: readonly MarkdownToken[], walk: Walk): ReactNode[] {
  walk.depth += 1;
  const isTooDeep = walk.depth > markdownDepthMax;
  const shown = tokens.map((token, key) =>
    isTooDeep ? <p key={key}>{token.raw}</p> : block(token, { key, walk }),
  );
  walk.depth -= 1;
  return shown;
}

interface At {
  key: number;
  walk: Walk;
}

function block(token: MarkdownToken, { key, walk }: At): ReactNode {
  const dir = directionAt(walk);
  switch (token.type) {
    case 'heading': {
      // The panel has headings of its own above these.
      const Tag = headings[Math.min(token.depth, headings.length) - 1] ?? 'h6';
      return (
        <Tag key={key} dir={dir}>
          {inlines(innerTokens(token), walk)}
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p key={key} dir={dir}>
          {inlines(innerTokens(token), walk)}
        </p>
      );
    case 'code':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard where it is wider than the panel
        <pre key={key} dir="ltr" tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'blockquote':
      return (
        <blockquote key={key} dir={dir}>
          {blocks(innerTokens(token), walk)}
        </blockquote>
      );
    case 'list':
      return list(token, { key, walk });
    case 'table':
      return table(token, { key, walk });
    case 'hr':
      return <hr key={key} />;
    case 'space':
    case 'def':
      return null;
    case 'html':
      return (
        <p key={key} dir={dir}>
          {token.raw.trimEnd()}
        </p>
      );
    default:
      return inline(token, { key, walk });
  }
}

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

/**
 * Each block of the text begins where its own first letter says; what is inside goes along, as the browser looks for
 * that letter only where nothing else has a direction.
 */
function directionAt({ depth }: Walk): 'auto' | undefined {
  return depth === 1 ? 'auto' : undefined;
}

type ListToken = Extract<MarkdownToken, { type: 'list' }>;
type TableToken = Extract<MarkdownToken, { type: 'table' }>;

function list(token: ListToken, { key, walk }: At): ReactNode {
  const dir = directionAt(walk);
  const items = token.items.map((item, at) => {
    walk.title = item.text.split('\n', 1).join('');
    return (
      <li key={at} className={item.task ? 'task-item' : undefined}>
        {blocks(innerTokens(item), walk)}
      </li>
    );
  });
  if (!token.ordered) {
    return (
      <ul key={key} dir={dir}>
        {items}
      </ul>
    );
  }
  return (
    <ol key={key} dir={dir} start={token.start === '' ? 1 : token.start}>
      {items}
    </ol>
  );
}

function table(token: TableToken, { key, walk }: At): ReactNode {
  const cells = (row: TableToken['header'], Cell: 'th' | 'td') =>
    row.map((cell, at) => (
      <Cell key={at} className={classNames(cell.align !== null && aligned[cell.align])}>
        {inlines(innerTokens(cell), walk)}
      </Cell>
    ));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard where it is wider than the panel
    <div key={key} dir={directionAt(walk)} tabIndex={0} className="overflow-x-auto">
      <table>
        <thead>
          <tr>{cells(token.header, 'th')}</tr>
        </thead>
        <tbody>
          {token.rows.map((row, at) => (
            <tr key={at}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const aligned = { left: 'text-start', center: 'text-center', right: 'text-end' } as const;

function inlines(tokens: readonly MarkdownToken[], walk: Walk): ReactNode[] {
  walk.depth += 1;
  const isTooDeep = walk.depth > markdownDepthMax * 2;
  const shown = tokens.map((token, key) => (isTooDeep ? token.raw : inline(token, { key, walk })));
  walk.depth -= 1;
  return shown;
}

function inline(token: MarkdownToken, { key, walk }: At): ReactNode {
  const within = () => inlines(innerTokens('tokens' in token ? token : {}), walk);
  switch (token.type) {
    case 'strong':
      return <strong key={key}>{within()}</strong>;
    case 'em':
      return <em key={key}>{within()}</em>;
    case 'del':
      return <del key={key}>{within()}</del>;
    case 'codespan':
      return (
        <code key={key} dir="auto">
          {token.text}
        </code>
      );
    case 'br':
      return <br key={key} />;
    case 'html':
      return /^<br ?\/?>$/i.test(token.raw) ? <br key={key} /> : token.raw;
    case 'checkbox':
      return tick(token.checked, { key, walk });
    case 'link':
      return link(key, { href: token.href, shown: within() });
    case 'image': {
      const shown = [<Image key="icon" aria-hidden="true" />, token.text || token.href];
      return link(key, { href: token.href, shown });
    }
    case 'text':
      return 'tokens' in token ? <span key={key}>{within()}</span> : decodeEntities(token.text);
    case 'escape':
      return token.text;
    default:
      return token.raw;
  }
}

/** A place that must not be gone to stays as the words that stood for it. */
function link(key: number, { href, shown }: { href: string; shown: ReactNode[] }): ReactNode {
  const safe = safeLink(href);
  if (safe === undefined) return <span key={key}>{shown}</span>;
  return (
    <a key={key} href={safe} target="_blank" rel="noopener noreferrer nofollow">
      {shown}
    </a>
  );
}

function tick(isTicked: boolean, { key, walk }: At): ReactNode {
  const { onTick, next: index } = walk;
  walk.next += 1;
  return (
    <input
      key={key}
      type="checkbox"
      aria-label={walk.title}
      checked={isTicked}
      disabled={onTick === undefined}
      data-testid="markdown-tick"
      onChange={() => onTick?.(index)}
    />
  );
}
