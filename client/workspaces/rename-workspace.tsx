import { type FormEvent, useMemo, useState } from 'react';
import { actionWord } from '#client/i18n/action-word.ts';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useLanguage } from '#client/i18n/language.ts';
import { useStore } from '#client/store/store-context.ts';
import type { OpenedWorkspace } from '#client/store/use-workspaces.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { useToasts } from '#client/ui/toast.tsx';
import { limits } from '#shared/limits';
import { createWorkspaceCommands } from './workspace-commands.ts';

/** Asks for another name of a workspace, and tells that it has it, with Undo. Works offline as all else does. */
export function RenameWorkspace({
  workspace,
  onClose,
}: {
  workspace: OpenedWorkspace;
  onClose: () => void;
}) {
  const words = useWorkspacesWords();
  const language = useLanguage();
  const { common } = language.messages;
  const store = useStore();
  const toasts = useToasts();
  const commands = useMemo(() => createWorkspaceCommands(store), [store]);
  const { id: workspaceId } = workspace;
  const [base] = useState(() => commands.beginRename(workspaceId));
  const [name, setName] = useState(workspace.name);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const batch = await commands.rename({ workspaceId, name, base });
    if (batch === undefined) return;
    const run = () => void store.undo();
    const action = { label: common.undo, testId: 'toast-undo', run };
    toasts.show({ id: 'undo', text: await actionWord(language, batch.label), action });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.renameTitle}
      description={words.renameAbout}
      closeLabel={common.close}
    >
      <form className="flex flex-col gap-5 pt-3" onSubmit={(event) => void save(event)}>
        <Field label={words.name}>
          <Input
            data-testid="workspace-name-input"
            dir={textDirection(name)}
            value={name}
            maxLength={limits.nameMaxLength}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            type="submit"
            look="primary"
            data-testid="workspace-rename-submit"
            disabled={name.trim() === ''}
          >
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
