import { type RefObject, useLayoutEffect, useState } from 'react';

/** Which rows of a long list are to be mounted. */
export interface FixedRows {
  /** Ascending; the rows in sight, some beyond them, and the kept one. */
  indexes: readonly number[];
  totalHeight: number;
  /** Scrolls as little as needed to bring a row into sight. */
  scrollToIndex: (index: number) => void;
}

/** Where there is no layout: enough to fill a screen. */
const unmeasuredRows = 24;

/**
 * Windows a list whose rows all have one height; with that nothing needs to be measured, and nothing jumps.
 * `keptIndex` stays mounted wherever it is, so that the focus is not lost by scrolling.
 */
export function useFixedRows(of: {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  overscan: number;
  keptIndex: number;
}): FixedRows {
  const { scroller, count, rowHeight, overscan, keptIndex } = of;
  const [window, setWindow] = useState<RowWindow>();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const first = Math.floor(element.scrollTop / rowHeight);
      const rows = Math.ceil(element.clientHeight / rowHeight) || unmeasuredRows;
      setWindow((held) => (held?.first === first && held.rows === rows ? held : { first, rows }));
    };
    // It measures once the first rows are laid out: asking for sizes now would lay out the page twice.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight]);
  const scrollToIndex = (index: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = index * rowHeight;
    // What lies over the lower edge, such as the line of a phone that adds tasks, hides no row.
    const covered = Number.parseFloat(getComputedStyle(element).scrollPaddingBottom) || 0;
    const lowest = top + rowHeight + covered - element.clientHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (lowest > element.scrollTop) element.scrollTo({ top: lowest });
  };
  const { first, rows } = window ?? { first: 0, rows: rowsOfPage(rowHeight) };
  // What is beyond the sight waits until the first rows are painted.
  const beyond = window === undefined ? 0 : overscan;
  const start = Math.max(0, Math.min(first, count - 1) - beyond);
  const end = Math.min(count, first + rows + beyond);
  const inSight = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
  return {
    indexes: withIndex(inSight, keptIndex, count),
    totalHeight: count * rowHeight,
    scrollToIndex,
  };
}

/** The rows in sight, as measured. */
interface RowWindow {
  first: number;
  rows: number;
}

/** No list is higher than the page. */
function rowsOfPage(rowHeight: number): number {
  return Math.ceil(innerHeight / rowHeight) || unmeasuredRows;
}

function withIndex(indexes: readonly number[], index: number, count: number): readonly number[] {
  const [first = 0] = indexes;
  if (index < 0 || index >= count || indexes.includes(index)) return indexes;
  return index < first ? [index, ...indexes] : [...indexes, index];
}
