import { useState } from 'react';
import { paletteColor } from '#shared/fields';
import { limits } from '#shared/limits';
import type { Project } from '#shared/project';
import { useProjectFormWords } from '#client/i18n/compiled/use-project-form-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import type { ProjectDraft } from './project-commands.ts';
import { textDirection } from '#client/ui/text-direction.ts';

/** Asks for name and colour of a project, a new one or (with `project`) one that is there. */
export function ProjectDialog({
  project,
  onSave,
  onClose,
}: {
  project?: Project | undefined;
  onSave: (draft: ProjectDraft) => void;
  onClose: () => void;
}) {
  const { projects, common } = useMessages();
  const words = useProjectFormWords();
  const [name, setName] = useState(project?.name ?? '');
  const [color, setColor] = useState<Project['color']>(project?.color ?? 'indigo');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={project === undefined ? projects.add : projects.edit}
      closeLabel={common.close}
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          onSave({ name, color });
          onClose();
        }}
      >
        <Field label={words.name}>
          <Input
            data-testid="project-name-input"
            dir={textDirection(name)}
            value={name}
            placeholder={words.namePlaceholder}
            maxLength={limits.nameMaxLength}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <fieldset>
          <legend className="pb-1.5 text-[0.8125rem] font-medium">{words.color}</legend>
          <div className="flex flex-wrap gap-1">
            {paletteColor.options.map((option) => (
              <label
                key={option}
                title={words.colors[option]}
                className={classNames(
                  'press relative flex size-9 cursor-pointer items-center justify-center rounded-full border-2 hover:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent [&_svg]:size-4!',
                  option === color ? 'border-accent' : 'border-transparent',
                )}
              >
                <input
                  type="radio"
                  name="color"
                  className="absolute inset-0 cursor-pointer appearance-none opacity-0"
                  aria-label={words.colors[option]}
                  checked={option === color}
                  onChange={() => setColor(option)}
                />
                <ColorDot color={option} />
              </label>
            ))}
          </div>
        </fieldset>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            data-testid="project-submit"
            disabled={name.trim() === ''}
          >
            {project === undefined ? words.create : common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
