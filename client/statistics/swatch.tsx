import { useId } from 'react';
import { HatchPattern } from './chart-ground.tsx';

/** A piece of what bars are filled with, beside the words that say what it stands for; empty without a look. */
export function Swatch({ look }: { look?: 'full' | 'hatched' | undefined }) {
  const hatchId = useId();
  return (
    <svg width="10" height="10" aria-hidden="true" className="shrink-0 overflow-visible">
      {look === 'hatched' ? <HatchPattern id={hatchId} /> : null}
      {look === undefined ? null : (
        <rect
          width="10"
          height="10"
          rx="2"
          fill={look === 'full' ? 'var(--accent)' : `url(#${hatchId})`}
          stroke="var(--accent)"
        />
      )}
    </svg>
  );
}
