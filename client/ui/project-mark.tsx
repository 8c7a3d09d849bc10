import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
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

/** The same among words, where a dot takes no more room than it needs. */
export function ProjectDot({ project }: { project: { color: string; icon: string | null } }) {
  if (project.icon === null) return <ColorDot color={project.color} />;
  return <ProjectMark color={project.color} icon={project.icon} />;
}
