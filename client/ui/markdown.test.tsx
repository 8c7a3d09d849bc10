import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';
import { payloads } from './testing/markdown-payloads.ts';

afterEach(cleanup);

const allowedTags = new Set(
  'DIV P SPAN STRONG EM DEL CODE PRE BR HR A SVG PATH RECT CIRCLE INPUT UL OL LI BLOCKQUOTE TABLE THEAD TBODY TR TH TD H3 H4 H5 H6'.split(
    ' ',
  ),
);
const allowedSchemes = /^(?:https?|mailto|tel):/;

describe('text that tries to be more than text', () => {
  it.each(payloads)('is shown and does nothing: %s', (payload) => {
    const { container } = render(<Markdown text={payload} />);
    for (const element of container.querySelectorAll('*')) {
      expect(allowedTags).toContain(element.tagName.toUpperCase());
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^srcdoc$|^action$|^formaction$/i);
        if (name === 'href') expect(value).toMatch(allowedSchemes);
      }
    }
  });
});

describe('Markdown', () => {
  it('links open elsewhere and tell nothing about this page', () => {
    render(<Markdown text="[bank](https://bank.example/a) and www.example.com" />);
    for (const link of screen.getAllByRole('link')) {
      expect(link.getAttribute('rel')).toContain('noopener');
      expect(link.getAttribute('target')).toBe('_blank');
    }
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  it('pictures are links, nothing is loaded from elsewhere', () => {
    const { container } = render(<Markdown text="![plan](https://spy.example/pixel.png)" />);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://spy.example/pixel.png');
  });

  it('each task of a list tells its number, also in lists within lists', () => {
    const ticked: number[] = [];
    const text = '- [ ] a\n  - [x] b\n- plain\n\n> 1. [ ] c';
    render(<Markdown text={text} onTick={(index) => ticked.push(index)} />);
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    expect(ticked).toEqual([0, 1, 2]);
    expect(screen.getByRole('checkbox', { name: 'b' })).toHaveProperty('checked', true);
  });

  it('a text with more levels than anybody writes is shown as it stands', () => {
    const deep = `${'> '.repeat(5_000)}end`;
    const { container } = render(<Markdown text={deep} />);
    expect(container.textContent).toContain('end');
  });

  it('names of characters are read, half a name is text', () => {
    const { container } = render(<Markdown text="a &lt;b&gt; &copy; &#8364; &nope; AT&T" />);
    expect(container.textContent).toBe('a <b> © € &nope; AT&T');
  });
});
