import { Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { paletteColor } from '#shared/fields';
import { limits } from '#shared/limits';
import type { Project } from '#shared/project';
import { useProjectFormWords } from '#client/i18n/compiled/use-project-form-words.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useWorkspaces } from '#client/store/use-workspaces.ts';
import { Button } from '#client/ui/button.tsx';
import { ColorPicker } from '#client/ui/color-picker.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input, Select } from '#client/ui/input.tsx';
import type { ProjectDraft } from './project-commands.ts';
import { textDirection } from '#client/ui/text-direction.ts';

const IconPicker = lazy(async () => ({ default: (await import('./icon-picker.tsx')).IconPicker }));

/** Asks for name, colour and icon of a project, a new one or (with `project`) one that is there. */
export function ProjectDialog({
  project,
  workspaceId,
  onSave,
  onClose,
}: {
  project?: Project | undefined;
  /** Of a new one: the workspace that is chosen at first. */
  workspaceId?: string | undefined;
  onSave: (draft: ProjectDraft) => void;
  onClose: () => void;
}) {
  const { projects, common } = useMessages();
  const words = useProjectFormWords();
  const [name, setName] = useState(project?.name ?? '');
  const [color, setColor] = useState<Project['color']>(project?.color ?? 'indigo');
  const [icon, setIcon] = useState(project?.icon ?? null);
  const [inId, setInId] = useState(workspaceId);
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
          onSave({ name, color, icon, workspaceId: inId });
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
        {inId === undefined ? null : <WorkspaceField workspaceId={inId} onChoose={setInId} />}
        <ColorPicker
          label={words.color}
          options={paletteColor.options}
          names={words.colors}
          value={color}
          onPick={setColor}
        />
        <Suspense fallback={<div className="h-40" />}>
          <IconPicker icon={icon} color={color} onPick={setIcon} />
        </Suspense>
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

/** Only where there is a choice. */
function WorkspaceField(of: { workspaceId: string; onChoose: (workspaceId: string) => void }) {
  const words = useWorkspacesWords();
  const workspaces = useWorkspaces().filter(({ isEditable }) => isEditable);
  if (workspaces.length < 2) return null;
  return (
    <Field label={words.workspace}>
      <Select
        data-testid="project-workspace"
        value={of.workspaceId}
        onChange={({ target }) => of.onChoose(target.value)}
      >
        {workspaces.map(({ id, name, isPersonal }) => (
          <option key={id} value={id}>
            {isPersonal ? words.personal : name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
