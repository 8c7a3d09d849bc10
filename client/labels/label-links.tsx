import { useCountText } from '#client/i18n/use-count-text.ts';
import { Tags } from 'lucide-react';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { NavLink } from '#client/ui/nav-link.tsx';
import { useLabelGroups } from './use-label-groups.ts';

/** The labels in the sidebar with how many open tasks carry each, and the way to manage them. */
export function LabelLinks({ countsById }: { countsById: ReadonlyMap<string, number> }) {
  const countText = useCountText();
  const words = useLabelsWords();
  const groups = useLabelGroups().filter(({ labels }) => labels.length > 0);
  return (
    <section aria-label={words.heading}>
      <h2 className="flex h-8 items-center px-2.5 text-xs font-medium text-muted">
        {words.heading}
      </h2>
      {groups.map(({ id: workspaceId, heading, labels }) => (
        <div key={workspaceId} role="group" aria-label={heading} data-testid="label-group">
          {heading === undefined ? null : (
            <h3 dir="auto" className="truncate px-2.5 pt-1 pb-0.5 text-xs text-muted">
              {heading}
            </h3>
          )}
          <ul>
            {labels.map(({ id, name, color }) => (
              <li key={id}>
                <NavLink
                  href={`/label/${id}`}
                  icon={
                    <span className="flex size-4 items-center justify-center">
                      <ColorDot color={color} />
                    </span>
                  }
                  count={countText(countsById.get(id))}
                  testId="label-link"
                >
                  {name}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <NavLink
        href="/labels"
        icon={<Tags className="size-4" strokeWidth={1.75} aria-hidden="true" />}
        testId="labels-link"
      >
        {words.manage}
      </NavLink>
    </section>
  );
}
