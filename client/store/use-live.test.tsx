import { act, render } from '@testing-library/react';
import { BehaviorSubject, Subject } from 'rxjs';
import { expect, test } from 'vitest';
import { useLive } from './use-live.ts';

function Shown({ source }: { source: Subject<readonly string[]> }) {
  return <p>{useLive<readonly string[]>(source, ['nothing yet']).join(', ')}</p>;
}

test('a component shows the first value, each later one, and lets go when it leaves', () => {
  const source = new Subject<readonly string[]>();
  const { container, unmount } = render(<Shown source={source} />);
  expect(container.textContent).toBe('nothing yet');
  act(() => source.next(['One']));
  expect(container.textContent).toBe('One');
  act(() => source.next(['One', 'Two']));
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
