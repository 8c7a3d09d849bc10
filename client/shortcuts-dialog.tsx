import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { idsOf } from '#client/keys/find-shortcut.ts';
import type { OwnKeys, Scope } from '#client/keys/shortcuts.ts';
import { ShortcutRow } from '#client/shortcut-row.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
import { QuickAddCheats } from '#client/tasks/quick-add-cheats.tsx';
import { Switch } from '#client/ui/switch.tsx';

/** All keys on one page, each to be changed, and the switch for those that are letters, digits and signs alone. */
export function ShortcutsDialog({
  hasSingleKeys,
  onSingleKeys,
  own,
  onKeys,
  onClose,
}: {
  hasSingleKeys: boolean;
  own: OwnKeys;
  onKeys: (own: OwnKeys) => void;
  onSingleKeys: (hasSingleKeys: boolean) => void;
  onClose: () => void;
}) {
  const { common } = useMessages();
  const words = useKeysWords();
  const settings = useSettingsWords();
  const group = (scope: Scope) => (
    <section key={scope} aria-label={words.scopes[scope]}>
      <h3 className="pb-1 text-xs font-medium text-muted">{words.scopes[scope]}</h3>
      <dl>
        {idsOf(scope).map((id) => (
          <ShortcutRow
            key={id}
            named={{ scope, id }}
            own={own}
            hasSingleKeys={hasSingleKeys}
            onKeys={onKeys}
          />
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.title} closeLabel={common.close} isWide>
      <div className="mb-4 flex items-center justify-between gap-4 rounded-card border border-line py-1.5 pe-2 ps-3">
        <div>
          <p className="font-medium">{settings.singleKeys}</p>
          <p className="text-[0.8125rem] text-muted">{settings.singleKeysText}</p>
        </div>
        <Switch label={settings.singleKeys} isOn={hasSingleKeys} onChange={onSingleKeys} />
      </div>
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <div className="flex flex-col gap-5">
          {group('anywhere')}
          {group('views')}
          {group('writing')}
        </div>
        <div className="flex flex-col gap-5">
          {group('list')}
          {group('grid')}
        </div>
      </div>
      {Object.keys(own).length === 0 ? null : (
        <div className="pt-5">
          <Button size="small" data-testid="reset-all-keys" onClick={() => onKeys({})}>
            {words.resetAll}
          </Button>
        </div>
      )}
      <QuickAddCheats />
    </Dialog>
  );
}
