import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Timing, TimingContext } from '#client/ui/timing.ts';
import { useGlobalKeys } from './use-global-keys.ts';

function setUp({ hasSingleKeys = true } = {}) {
  const clock = { ms: 0 };
  const timing: Timing = { nowMs: () => clock.ms, after: () => () => undefined };
  const ran: string[] = [];
  const note = (name: string) => () => void ran.push(name);
  const actions = {
    palette: note('palette'),
    search: note('search'),
    add: note('add'),
    undo: note('undo'),
    redo: note('redo'),
    sync: note('sync'),
    sidebar: note('sidebar'),
    help: note('help'),
  };
  function Page() {
    useGlobalKeys(actions, hasSingleKeys);
    return <input />;
  }
  history.replaceState(null, '', '/dashboard');
  const { container } = render(
    <TimingContext value={timing}>
      <Page />
    </TimingContext>,
  );
  const press = (key: string, held: Partial<KeyboardEventInit> = {}, on: Element = document.body) =>
    fireEvent.keyDown(on, { key, ...held });
  return { clock, ran, press, input: container.querySelector('input') ?? document.body };
}

afterEach(cleanup);

describe('keys of the whole app', () => {
  it('a sequence leads to its view, and is forgotten after a second', () => {
    const { clock, press, ran } = setUp();
    press('g');
    clock.ms = 1_000;
    press('t');
    expect(location.pathname).toBe('/today');

    press('g');
    clock.ms = 2_001;
    press('c');
    expect(location.pathname).toBe('/today');
    expect(ran).toEqual(['add']);
  });

  it('nothing is heard while text is typed or composed', () => {
    const { press, ran, input } = setUp();
    press('?', {}, input);
    press('k', { ctrlKey: true }, input);
    press('q', { isComposing: true });
    expect(ran).toEqual([]);
  });

  it('[2.1.4] without single keys those with a modifier go on working', () => {
    const { press, ran } = setUp({ hasSingleKeys: false });
    for (const key of ['q', '?', '/', '[', 'g', 't']) press(key);
    press('k', { ctrlKey: true });
    press('Z', { metaKey: true, shiftKey: true });
    press('.', { ctrlKey: true });
    expect(ran).toEqual(['palette', 'redo', 'sync']);
    expect(location.pathname).toBe('/dashboard');
  });

  it('keys of the browser are left to it', () => {
    const { press, ran } = setUp();
    const isLeft = (['t', 'w', 'l', 'c', 'q'] as const).map((key) => press(key, { ctrlKey: true }));
    expect(isLeft).toEqual([true, true, true, true, true]);
    expect(ran).toEqual([]);
  });
});
