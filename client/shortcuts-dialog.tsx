import { useMessages } from '#client/i18n/messages.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import { modifierName } from '#client/ui/keyboard.ts';

/** All keys on one page. */
export function ShortcutsDialog({
  hasSingleKeys,
  onClose,
}: {
  hasSingleKeys: boolean;
  onClose: () => void;
}) {
  const { keys: words, common } = useMessages();
  const modifier = modifierName();
  const groups = [
    {
      title: words.anywhere,
      rows: [
        [words.add, 'Q'],
        [words.undo, `${modifier}+Z`],
        [words.redo, `${modifier}+⇧+Z`],
        [words.goInbox, 'G I'],
        [words.goToday, 'G T'],
        [words.goAll, 'G A'],
        [words.goConflicts, 'G C'],
        [words.sidebar, '['],
        [words.help, '?'],
        [words.back, 'Esc'],
      ],
    },
    {
      title: words.inList,
      rows: [
        [words.next, 'J ↓'],
        [words.previous, 'K ↑'],
        [words.open, '↵'],
        [words.rename, 'F2'],
        [words.done, 'E'],
        [words.schedule, 'S'],
        [words.priority, '1 2 3 4'],
        [words.moveUp, 'Alt+↑'],
        [words.moveDown, 'Alt+↓'],
        [words.trash, '# Del'],
      ],
    },
  ];
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={common.close}>
      {hasSingleKeys ? null : <p className="pb-3 text-muted">{words.off}</p>}
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="pb-1 text-xs font-medium text-muted">{title}</h3>
            <dl>
              {rows.map(([name = '', shown = '']) => (
                <div key={name} className="flex min-h-8 items-center justify-between gap-3">
                  <dt>{name}</dt>
                  <dd>
                    <Kbd keys={shown} />
                    <span className="sr-only">{shown}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
