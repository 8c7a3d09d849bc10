import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The tokens of a rule by their names: `bg` is `oklch(0.985 0.004 265)`. */
type Tokens = Readonly<Record<string, string>>;

const css = ['tokens', 'contrast']
  .map((name) => readFileSync(`client/styles/${name}.css`, 'utf8'))
  .join('\n');

function tokensOf(selector: string): Tokens[] {
  const parts = css.split(`${selector} {`).slice(1);
  return parts.map((part) => {
    const body = part.slice(0, part.indexOf('}'));
    return Object.fromEntries(
      [...body.matchAll(/--([a-z-]+): ([^;]+);/g)].map((m) => [m[1], m[2]]),
    );
  });
}

const one = (selector: string): Tokens => tokensOf(selector).at(0) ?? {};
const light = one(':root');
const dark = { ...light, ...one(':root[data-theme="dark"]') };
const lighter = one(':root[data-contrast="high"]:not([data-theme="dark"])');
const darker = one(':root[data-contrast="high"][data-theme="dark"]');
const themes = {
  light: { tokens: light, text: 4.5 },
  dark: { tokens: dark, text: 4.5 },
  'high contrast, light': { tokens: { ...light, ...lighter }, text: 7 },
  'high contrast, dark': { tokens: { ...dark, ...darker }, text: 7 },
};

const surfaces = ['bg', 'surface', 'raised'];
const texts = ['text', 'muted', 'accent', 'ok', 'warn', 'danger', 'conflict'];

/** Relative luminance (WCAG 2) of a colour in OKLCH. */
function luminance(color: string): number {
  const [l = 0, c = 0, h = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3;
  const green = -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3;
  const blue = -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue);
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const value = (name: string): number => {
    const color = tokens[name] ?? '';
    const reference = /^var\(--([a-z-]+)\)$/.exec(color)?.[1];
    return reference === undefined ? luminance(color) : value(reference);
  };
  const [a, b] = [value(one), value(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe.each(Object.entries(themes))('[1.4.3, 1.4.11] %s', (_, { tokens, text }) => {
  it.each(texts.flatMap((name) => surfaces.map((surface) => [name, surface] as const)))(
    'text in %s can be read on %s',
    (name, surface) => {
      expect(contrast(tokens, name, surface)).toBeGreaterThanOrEqual(text);
    },
  );

  it('the chosen part of a switch can be read', () => {
    expect(contrast(tokens, 'text', 'chosen')).toBeGreaterThanOrEqual(text);
    expect(contrast(tokens, 'muted', 'chosen')).toBeGreaterThanOrEqual(4.5);
  });

  it('words on the accent can be read, and so can a message, which is painted the other way round', () => {
    expect(contrast(tokens, 'on-accent', 'accent')).toBeGreaterThanOrEqual(text);
    expect(contrast(tokens, 'bg', 'text')).toBeGreaterThanOrEqual(text);
  });

  it.each(surfaces)('edges of controls and the focus ring are seen on %s', (surface) => {
    expect(contrast(tokens, 'edge', surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(tokens, 'accent', surface)).toBeGreaterThanOrEqual(3);
  });
});

describe('high contrast', () => {
  it('draws lines as strong as the edges of controls, and a wider ring', () => {
    for (const { line, 'focus-width': ring } of [lighter, darker]) {
      expect([line, ring]).toEqual(['var(--edge)', '3px']);
    }
  });

  it('is the same whether the device asks for it or the person, and so is dark', () => {
    const asked = [
      ':root:not([data-contrast="normal"], [data-theme="dark"])',
      ':root[data-theme="dark"]:not([data-contrast="normal"])',
      ':root[data-contrast="high"]:not([data-theme="light"])',
      ':root:not([data-contrast="normal"], [data-theme="light"])',
    ].map(one);
    expect(asked).toEqual([lighter, darker, darker, darker]);
    expect(one(':root:not([data-theme="light"])')).toEqual(one(':root[data-theme="dark"]'));
  });
});
