import { type FormEvent, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { limits } from '#shared/limits';
import { useWorkspacesWords } from '#client/i18n/compiled/use-workspaces-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Field, Input } from '#client/ui/input.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { toWorkspaceName } from './workspace-commands.ts';

/** What became of the wish for a workspace; without one, why. */
export type WorkspaceAnswer =
  | { name: 'created'; id: string }
  | { name: 'failed'; why: 'away' | 'signedOut' | 'busy' | 'failed' };

/** Asks the server for a workspace; asked again with the same key there is still one. */
export type CreateWorkspace = (of: { name: string; key: string }) => Promise<WorkspaceAnswer>;

interface NewWorkspaceProps {
  onCreate: CreateWorkspace;
  onCreated: (workspace: { id: string; name: string }) => void;
  onClose: () => void;
}

/** Asks for the name of a new workspace. The server makes it: without one, or without an account, it says how to go on. */
export function NewWorkspace(props: NewWorkspaceProps) {
  const words = useWorkspacesWords();
  const { common } = useMessages();
  const { isGuest } = useStore();
  const { onClose } = props;
  const shared = { isOpen: true, onClose, title: words.add, closeLabel: common.close };
  if (!isGuest) {
    return (
      <Dialog {...shared} description={words.about}>
        <NameForm {...props} />
      </Dialog>
    );
  }
  return (
    <Dialog {...shared} description={words.guest}>
      <div className="flex justify-end gap-2 pt-4">
        <Button look="quiet" onClick={onClose}>
          {common.cancel}
        </Button>
        <SignInLink />
      </div>
    </Dialog>
  );
}

function NameForm({ onCreate, onCreated, onClose }: NewWorkspaceProps) {
  const words = useWorkspacesWords();
  const { common } = useMessages();
  const store = useStore();
  const errorId = useId();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<'away' | 'signedOut' | 'busy' | 'failed'>();
  const [isBusy, setIsBusy] = useState(false);
  const asked = useRef({ name: '', key: '' });
  const create = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = toWorkspaceName(name);
    if (wanted === '' || isBusy) return;
    // The same wish once more, maybe after a lost answer, makes no second workspace; another name is another wish.
    if (asked.current.name !== wanted) asked.current = { name: wanted, key: store.newActionId() };
    setIsBusy(true);
    const answer = await onCreate(asked.current);
    setIsBusy(false);
    if (answer.name === 'created') onCreated({ id: answer.id, name: wanted });
    else setFailure(answer.why);
  };
  return (
    <form className="flex flex-col gap-5 pt-3" onSubmit={(event) => void create(event)}>
      <Field
        label={words.name}
        errorId={errorId}
        error={failure === undefined ? undefined : words[failure]}
      >
        <Input
          data-testid="workspace-name-input"
          dir={textDirection(name)}
          value={name}
          placeholder={words.namePlaceholder}
          maxLength={limits.nameMaxLength}
          autoComplete="off"
          aria-invalid={failure !== undefined}
          aria-describedby={failure === undefined ? undefined : errorId}
          onChange={({ target }) => setName(target.value)}
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {common.cancel}
        </Button>
        {failure === 'signedOut' ? <SignInLink /> : null}
        <Button
          type="submit"
          look="primary"
          data-testid="workspace-submit"
          disabled={name.trim() === '' || isBusy}
        >
          {words.create}
        </Button>
      </div>
    </form>
  );
}

function SignInLink() {
  const words = useWorkspacesWords();
  return (
    <Link
      href="/login"
      data-testid="workspace-sign-in"
      className="press inline-flex h-9 items-center rounded-control border border-edge bg-surface px-3.5 text-sm font-medium hover:bg-raised pointer-coarse:h-11"
    >
      {words.signIn}
    </Link>
  );
}
