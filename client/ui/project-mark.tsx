import { lazy, Suspense } from 'react';
import { ColorDot } from './badge.tsx';

const NamedIcon = lazy(async () => ({ default: (await import('./named-icon.tsx')).NamedIcon }));

/** What stands before the name of a project: its icon in its colour, or a dot where it has none. */
export function ProjectMark({ color, icon }: { color: string; icon: string | null }) {
  const dot = <ColorDot color={color} />;
  return (
    <span className="flex size-4 shrink-0 items-center justify-center">
      {icon === null ? (
        dot
      ) : (
        <Suspense fallback={dot}>
          <NamedIcon name={icon} color={color} />
        </Suspense>
      )}
    </span>
  );
}
