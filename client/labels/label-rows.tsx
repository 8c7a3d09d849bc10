import { Plus } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'wouter';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { IconButton } from '#client/ui/button.tsx';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { LabelGroup } from './use-label-groups.ts';

// The labels are on the screen before what can be done with them.
const LabelMenu = lazy(async () => ({ default: (await import('./label-menu.tsx')).LabelMenu }));

/** The labels of one workspace, under its name where there are several, each with what can be done with it. */
export function LabelRows({
  group,
  ...on
}: {
  group: LabelGroup;
  onAdd: () => void;
  onEdit: (label: Label) => void;
  onMerge: (label: Label) => void;
  onMove: (label: Label, index: number) => void;
  onTrash: (label: Label) => void;
}) {
  const words = useLabelsWords();
  const { heading, labels, isEditable } = group;
  const position = { count: labels.length };
  return (
    <div role="group" aria-label={heading} data-testid="label-rows" className="pb-4">
      {heading === undefined ? null : (
        <div className="flex h-9 items-center justify-between pe-1 ps-2.5 sm:ps-[26px]">
          <h2 dir="auto" className="min-w-0 truncate text-xs font-medium text-muted">
            {heading}
          </h2>
          {isEditable ? (
            <IconButton
              label={words.addIn({ name: heading })}
              data-testid="add-label-in"
              onClick={on.onAdd}
            >
              <Plus />
            </IconButton>
          ) : null}
        </div>
      )}
      <ul>
        {labels.map((label, index) => (
          <li
            key={label.id}
            data-testid="label-row"
            className="flex h-12 items-center gap-3 rounded-control ps-2.5 sm:ps-[26px] pe-1 hover:bg-raised/70"
          >
            <ColorDot color={label.color} />
            <Link
              href={`/label/${label.id}`}
              className="flex h-full min-w-0 grow items-center rounded-control hover:underline"
            >
              <span dir="auto" className="truncate">
                {label.name}
              </span>
            </Link>
            {isEditable ? (
              <Suspense fallback={<span className="size-8 shrink-0 pointer-coarse:size-11" />}>
                <LabelMenu
                  label={label}
                  position={{ ...position, index }}
                  onEdit={() => on.onEdit(label)}
                  onMerge={() => on.onMerge(label)}
                  onMove={(to) => on.onMove(label, to)}
                  onTrash={() => on.onTrash(label)}
                />
              </Suspense>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
