import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

/** Which rows of a long list of rows of different heights are to be mounted. */
export interface MeasuredRows {
  /** Ascending; the rows in sight, some beyond them, and the kept one. */
  indexes: readonly number[];
  /** px from the top of the list to a row. */
  topOf: (index: number) => number;
  totalHeight: number;
  /** Measures the element of a row; for its `ref`. */
  measure: (key: string) => (element: HTMLElement | null) => (() => void) | undefined;
}

const unmeasuredHeight = 640;

/**
 * Windows a list whose rows have heights of their own: those that were mounted are measured, the others guessed.
 * `keptIndex` stays mounted wherever it is, so that the focus is not lost by scrolling.
 */
export function useMeasuredRows(of: {
  scroller: RefObject<HTMLElement | null>;
  keys: readonly string[];
  guessedHeight: number;
  overscan: number;
  keptIndex: number;
}): MeasuredRows {
  const { scroller, keys, guessedHeight, overscan, keptIndex } = of;
  const heights = useRef(new Map<string, number>());
  const [version, setVersion] = useState(0);
  const sight = useSight(scroller);
  const measure = useMeasure((key, height) => {
    if (height === 0 || heights.current.get(key) === height) return;
    heights.current.set(key, height);
    setVersion((held) => held + 1);
  });
  // `version` tells of new heights.
  const tops = useMemo(
    () => topsOf(keys, (key) => heights.current.get(key) ?? guessedHeight),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
    [keys, guessedHeight, version],
  );
  const first = Math.max(0, indexAt(tops, sight.top) - overscan);
  const end = Math.min(keys.length, indexAt(tops, sight.top + sight.height) + 1 + overscan);
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (keptIndex >= 0 && keptIndex < first) indexes.unshift(keptIndex);
  if (keptIndex >= end && keptIndex < keys.length) indexes.push(keptIndex);
  return {
    indexes,
    topOf: (index) => tops[index] ?? 0,
    totalHeight: tops[keys.length] ?? 0,
    measure,
  };
}

/** One `ref` for each key, the same between renders, or every row would be observed anew by each of them. */
function useMeasure(onHeight: (key: string, height: number) => void): MeasuredRows['measure'] {
  const latest = useRef(onHeight);
  useLayoutEffect(() => {
    latest.current = onHeight;
  });
  const refs = useRef(new Map<string, ReturnType<MeasuredRows['measure']>>());
  return useCallback((key) => {
    const held = refs.current.get(key);
    if (held !== undefined) return held;
    const ref = (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const observer = new ResizeObserver(() => latest.current(key, element.offsetHeight));
      observer.observe(element);
      return () => observer.disconnect();
    };
    refs.current.set(key, ref);
    return ref;
  }, []);
}

/** The part of the list that is seen. Out of sight altogether it is its first rows only. */
function useSight(scroller: RefObject<HTMLElement | null>): { top: number; height: number } {
  const [sight, setSight] = useState({ top: 0, height: unmeasuredHeight });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let isInSight = true;
    const look = () => {
      const top = element.scrollTop;
      const height = isInSight ? element.clientHeight || unmeasuredHeight : 0;
      setSight((held) => (held.top === top && held.height === height ? held : { top, height }));
    };
    const resize = new ResizeObserver(look);
    resize.observe(element);
    const intersection = new IntersectionObserver(
      ([entry]) => {
        isInSight = entry?.isIntersecting ?? true;
        look();
      },
      { rootMargin: '0px 160px' },
    );
    intersection.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      resize.disconnect();
      intersection.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return sight;
}

/** The top of each row, and at the end the height of all of them. */
function topsOf(keys: readonly string[], heightOf: (key: string) => number): number[] {
  const tops = [0];
  let top = 0;
  for (const key of keys) {
    top += heightOf(key);
    tops.push(top);
  }
  return tops;
}

/** The row at a height: the last one that begins at or above it. */
function indexAt(tops: readonly number[], height: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
