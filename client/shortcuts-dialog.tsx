import { Fragment } from 'react';
import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { idsOf, isSingle, keysOf } from '#client/keys/find-shortcut.ts';
import type { Scope } from '#client/keys/shortcuts.ts';
import { classNames } from '#client/ui/class-names.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import { printKeys } from '#client/ui/print-keys.ts';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
import { QuickAddCheats } from '#client/tasks/quick-add-cheats.tsx';
import { Switch } from '#client/ui/switch.tsx';

/** All keys on one page, and the switch for those that are letters, digits and signs alone. */
export function ShortcutsDialog({
  hasSingleKeys,
  onSingleKeys,
  onClose,
}: {
  hasSingleKeys: boolean;
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
          <Row
            key={id}
            label={words.labels[id]}
            ways={keysOf(scope, id).filter((keys) => hasSingleKeys || !isSingle(keys))}
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
      <QuickAddCheats />
    </Dialog>
  );
}

function Row({ label, ways }: { label: string; ways: readonly string[] }) {
  const words = useKeysWords();
  return (
    <div
      className={classNames(
        'flex min-h-8 items-center justify-between gap-3',
        ways.length === 0 && 'text-muted',
      )}
    >
      <dt>{label}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-xs text-muted">
        {ways.map((way, at) => (
          <Fragment key={way}>
            {at === 0 ? null : words.or}
            <Kbd keys={way} />
            <kbd className="sr-only">{printKeys(way)}</kbd>
          </Fragment>
        ))}
        {ways.length === 0 ? words.off : null}
      </dd>
    </div>
  );
}
