import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSectionsWords } from '#client/i18n/compiled/use-sections-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { limits } from '#shared/limits';
import type { Project } from '#shared/project';
import { addSection } from './section-commands.ts';
import { SectionNameForm } from './section-name-form.tsx';

/**
 * The last line of a project with sections: a button, or the name of a new section once it was pressed. The field stays
 * for the next name: letters typed on after Enter must not be keys of the list.
 */
export function AddSectionLine({
  project,
  rowIndex,
  isOpen,
  onOpenChange,
}: {
  project: Project;
  rowIndex: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) {
  const words = useSectionsWords();
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div role="row" aria-rowindex={rowIndex} className="h-full">
      <div role="gridcell" className="ms-2 flex h-full items-end pb-0.5 sm:ms-[20px]">
        {isOpen ? (
          <NewSections project={project} onEnd={() => onOpenChange(false)} />
        ) : (
          <button
            ref={button}
            type="button"
            data-testid="add-section"
            onClick={() => onOpenChange(true)}
            className="press flex h-8 items-center gap-2 rounded-control px-1.5 text-[0.8125rem] text-muted hover:bg-raised hover:text-text pointer-coarse:h-11"
          >
            <Plus aria-hidden="true" className="size-4" />
            {words.add}
          </button>
        )}
      </div>
    </div>
  );
}

/** The field for new sections; it ends once the last one is shown, as before the first a project has no place for them. */
function NewSections({ project, onEnd }: { project: Project; onEnd: () => void }) {
  const words = useSectionsWords();
  const store = useStore();
  const toasts = useToasts();
  const announce = useAnnounce();
  const count = Object.keys(project.sections).length;
  const [wanted, setWanted] = useState(0);
  const [isEnding, setIsEnding] = useState(false);
  useEffect(() => {
    if (isEnding && count >= wanted) onEnd();
  }, [isEnding, count, wanted, onEnd]);
  const add = async (name: string) => {
    const max = limits.sectionsPerProjectMax;
    if (count >= max) {
      toasts.show({ id: 'refused', text: words.full({ max }) });
      return;
    }
    setWanted((held) => Math.max(held, count) + 1);
    try {
      await addSection(store, { project, name });
    } catch (error) {
      setWanted((held) => held - 1);
      throw error;
    }
    announce(words.added({ name: name.trim() }));
  };
  return (
    <SectionNameForm
      label={words.name}
      placeholder={words.namePlaceholder}
      initial=""
      goesOn
      onSave={(name) => void add(name)}
      onEnd={() => setIsEnding(true)}
    />
  );
}
