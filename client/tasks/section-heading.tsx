import { ChevronRight, Ellipsis, GripVertical, Plus } from 'lucide-react';
import { type KeyboardEvent, Suspense, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Project } from '#shared/project';
import { useSectionsWords } from '#client/i18n/compiled/use-sections-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useLineDrag } from '#client/ui/use-line-drag.ts';
import { type ProjectSection, sectionsOf } from './project-sections.ts';
import { moveSection, removeSection, renameSection } from './section-commands.ts';
import { SectionNameForm } from './section-name-form.tsx';
import { useHeadingDrop } from './use-heading-drop.ts';
import type { TaskActions } from './use-task-actions.ts';

const SectionMenu = lazy(async () => ({
  default: (await import('./section-menu.tsx')).SectionMenu,
}));

interface SectionHeadingProps {
  project: Project;
  section: ProjectSection;
  position: { index: number; count: number };
  /** Open tasks in it. */
  count: number;
  rowIndex: number;
  isFolded: boolean;
  actions: TaskActions;
  onToggle: () => void;
  onAddIn: (sectionId: string) => void;
  onDropTasks: (taskIds: readonly string[], sectionId: string) => void;
}

/** The heading of a section: folds it, takes tasks that are dropped on it, and is moved by drag, keys and menu. */
export function SectionHeading(props: SectionHeadingProps) {
  const { section, count, rowIndex, isFolded, onToggle } = props;
  const words = useSectionsWords();
  const { tasks } = useMessages();
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const edits = useSectionEdits(props);
  const canEdit = useMayDo('edit')(props.project.workspaceId);
  const isOver = useHeadingDrop({ element, part: section.id, onDropTasks: props.onDropTasks });
  const onDrop = edits.dropBeside;
  const drag = useLineDrag({ type: 'section', id: section.id, element: line, handle, onDrop });
  return (
    <div ref={element} role="row" aria-rowindex={rowIndex} className="group/section h-full">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/interactive-supports-focus -- hears the keys of the buttons in it */}
      <div
        ref={line}
        role="gridcell"
        data-testid="section-heading"
        data-section-id={section.id}
        onKeyDown={edits.onKeyDown}
        className={classNames(
          'relative flex h-full items-end gap-0.5 pe-0.5 pb-1 text-[0.8125rem] after:absolute after:inset-x-0 after:bottom-0 after:ms-2 after:border-b sm:pe-1.5 sm:after:ms-[26px]',
          isOver ? 'rounded-control bg-accent-soft after:border-accent' : 'after:border-line',
          drag.isDragging && 'opacity-40',
        )}
      >
        <span
          ref={handle}
          title={words.handle}
          className="flex h-8 w-4 shrink-0 cursor-grab items-center justify-center text-muted opacity-0 group-hover/section:opacity-100 pointer-coarse:hidden"
        >
          {canEdit ? <GripVertical className="size-4" aria-hidden="true" /> : null}
        </span>
        {edits.base === undefined ? (
          <>
            <h2 className="flex min-w-0">
              <button
                type="button"
                aria-expanded={!isFolded}
                data-testid="section-fold"
                onClick={onToggle}
                onDoubleClick={canEdit ? edits.beginRename : undefined}
                className="press flex h-8 min-w-0 items-center gap-1 rounded-control ps-1.5 pe-2 font-semibold hover:bg-raised pointer-coarse:h-11"
              >
                <ChevronRight
                  aria-hidden="true"
                  className={classNames(
                    'size-4 shrink-0 text-muted',
                    !isFolded && 'rotate-90 rtl:-rotate-90',
                  )}
                />
                <span dir="auto" className="truncate">
                  {section.name}
                </span>
              </button>
            </h2>
            <span className="tabular flex h-8 items-center text-xs text-muted pointer-coarse:h-11">
              <span aria-hidden="true">{count === 0 ? '' : formats.number(count)}</span>
              <span className="sr-only">{tasks.count({ count })}</span>
            </span>
            <span className="grow" />
            {canEdit ? (
              <>
                <IconButton
                  label={words.addTask({ name: section.name })}
                  data-testid="add-in-section"
                  className="mb-0.5 size-7! pointer-coarse:mb-0 pointer-coarse:size-11!"
                  onClick={() => props.onAddIn(section.id)}
                >
                  <Plus />
                </IconButton>
                <MenuButton section={section} position={props.position} edits={edits} />
              </>
            ) : null}
          </>
        ) : (
          <SectionNameForm
            label={words.rename}
            placeholder={words.namePlaceholder}
            initial={section.name}
            onSave={edits.rename}
            onEnd={edits.endRename}
          />
        )}
        {drag.edge === null ? null : (
          <div
            aria-hidden="true"
            className={classNames(
              'pointer-events-none absolute inset-x-0 h-0.5 rounded-full bg-accent',
              drag.edge === 'top' ? 'top-0' : '-bottom-px',
            )}
          />
        )}
      </div>
    </div>
  );
}

/** The menu is made when its button is first pressed. */
function MenuButton(
  props: Pick<SectionHeadingProps, 'section' | 'position'> & { edits: SectionEdits },
) {
  const words = useSectionsWords();
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <IconButton
      label={words.menu({ name: props.section.name })}
      aria-haspopup="menu"
      data-testid="section-menu"
      className="mb-0.5 size-7! pointer-coarse:mb-0 pointer-coarse:size-11!"
      onClick={() => setIsWanted(true)}
    >
      <Ellipsis />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <SectionMenu {...props} trigger={button} words={words} />
    </Suspense>
  );
}

/** The heading over what was completed. */
export function DoneHeading({ rowIndex }: { rowIndex: number }) {
  const words = useSectionsWords();
  return (
    <div role="row" aria-rowindex={rowIndex} className="h-full">
      <div
        role="gridcell"
        className="ms-2 flex h-full items-end border-b border-line pb-2 text-[0.8125rem] sm:ms-[26px]"
      >
        <h2 className="font-semibold text-muted">{words.done}</h2>
      </div>
    </div>
  );
}

/** What can be done with a section, by its menu, its keys and a drag. */
export type SectionEdits = ReturnType<typeof useSectionEdits>;

function useSectionEdits({ project, section, position, actions }: SectionHeadingProps) {
  const words = useSectionsWords();
  const store = useStore();
  const announce = useAnnounce();
  const [base, setBase] = useState<{ stamp: string | null }>();
  const sectionId = section.id;
  const moveTo = async (index: number) => {
    const batch = await actions.quietly(moveSection(store, { project, sectionId, index }));
    if (batch === undefined) return;
    announce(words.moved({ name: section.name, position: index + 1, count: position.count }));
  };
  const step = (by: 1 | -1) => {
    const index = position.index + by;
    if (index >= 0 && index < position.count) void moveTo(index);
  };
  const beginRename = () => setBase({ stamp: store.baseOf(project.id, `section/${sectionId}`) });
  const remove = async () => {
    const batch = await removeSection(store, { project, sectionId });
    if (batch !== undefined) actions.notify(words.removed({ name: section.name }));
  };
  return {
    base,
    beginRename,
    endRename: () => setBase(undefined),
    rename: (name: string) =>
      void renameSection(store, { project, sectionId, name, base: base?.stamp ?? null }),
    step,
    remove: () => void remove(),
    /** Puts the dragged section above or below this one. */
    dropBeside: (draggedId: string, edge: 'top' | 'bottom') => {
      const others = sectionsOf(project).filter(({ id }) => id !== draggedId);
      const at = others.findIndex(({ id }) => id === sectionId);
      const index = edge === 'top' ? at : at + 1;
      void actions.quietly(moveSection(store, { project, sectionId: draggedId, index }));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement;
      const isStep = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown');
      if (isTyping || !(isStep || event.key === 'F2')) return;
      // The list would take the key for its active row.
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'F2') beginRename();
      else step(event.key === 'ArrowUp' ? -1 : 1);
    },
  };
}
