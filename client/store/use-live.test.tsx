import { act, render } from '@testing-library/react';
import { BehaviorSubject, Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { useLive } from './use-live.ts';

function Shown({ source }: { source: Subject<readonly string[]> }) {
  return <p>{useLive<readonly string[]>(source, ['nothing yet']).join(', ')}</p>;
}

/** Values that come later are told in the next turn of the page. */
async function later(tell: () => void): Promise<void> {
  await act(async () => {
    tell();
    await new Promise((resolve) => setTimeout(resolve));
  });
}

test('a component shows the first value, each later one, and lets go when it leaves', async () => {
  const source = new Subject<readonly string[]>();
  const { container, unmount } = render(<Shown source={source} />);
  expect(container.textContent).toBe('nothing yet');
  await later(() => source.next(['One']));
  expect(container.textContent).toBe('One');
  await later(() => source.next(['One', 'Two']));
  expect(container.textContent).toBe('One, Two');
  unmount();
  expect(source.observed).toBe(false);
});

test('another source takes the place of the one before', () => {
  const first = new BehaviorSubject<readonly string[]>(['First']);
  const second = new BehaviorSubject<readonly string[]>(['Second']);
  const { container, rerender } = render(<Shown source={first} />);
  rerender(<Shown source={second} />);
  expect(container.textContent).toBe('Second');
  expect(first.observed).toBe(false);
});

test('what many queries say of one change is rendered at once', async () => {
  const sources = [new Subject<readonly string[]>(), new Subject<readonly string[]>()];
  let renders = 0;
  function Both() {
    renders += 1;
    return sources.map((source) => useLive<readonly string[]>(source, []).join(', ')).join(' / ');
  }
  const { container } = render(<Both />);
  const before = renders;
  await later(() => {
    sources[0]?.next(['One']);
    // A query that is ready a little after the other.
    void Promise.resolve().then(() => sources[1]?.next(['Two']));
  });
  expect(container.textContent).toBe('One / Two');
  expect(renders).toBe(before + 1);
});
