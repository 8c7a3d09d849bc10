import { Download, Keyboard, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Select } from '#client/ui/input.tsx';
import { Switch } from '#client/ui/switch.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { LanguageSelect } from './language-select.tsx';
import type { Preferences } from './preferences.ts';
import { Group, Row } from './settings-parts.tsx';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';

/** Settings of this device and of the account. */
export function SettingsPage({
  preferences,
  version,
  account,
  workspaces,
  install,
  notices,
  storage,
  onChange,
  onExport,
  onShowKeys,
  onCheckForUpdate,
}: {
  preferences: Preferences;
  version: string;
  account: ReactNode;
  workspaces: ReactNode;
  install: ReactNode;
  notices: ReactNode;
  storage: ReactNode;
  onChange: (part: Partial<Preferences>) => void;
  onExport: () => void;
  onShowKeys: () => void;
  onCheckForUpdate: () => void;
}) {
  const words = useSettingsWords();
  const { nav } = useMessages();
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.title} />
      <div className="min-h-0 grow overflow-y-auto pb-28">
        <div className="mx-auto flex max-w-[760px] flex-col gap-8 px-4 sm:px-[42px]">
          <Group title={words.account}>{account}</Group>
          {workspaces}
          <Group title={words.appearance}>
            <Row label={words.language}>
              <LanguageSelect
                value={preferences.language}
                onChange={(language) => onChange({ language })}
              />
            </Row>
            <Row label={words.theme}>
              <Select
                aria-label={words.theme}
                data-testid="theme-select"
                value={preferences.theme}
                className="w-40!"
                onChange={({ target }) => onChange({ theme: toTheme(target.value) })}
              >
                {Object.entries(words.themes).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
            </Row>
            <Row label={words.contrast}>
              <Select
                aria-label={words.contrast}
                data-testid="contrast-select"
                value={preferences.contrast}
                className="w-40!"
                onChange={({ target }) => onChange({ contrast: toContrast(target.value) })}
              >
                {Object.entries(words.contrasts).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
            </Row>
            <Row label={words.density} text={words.densityText}>
              <Select
                aria-label={words.density}
                data-testid="density-select"
                value={preferences.density}
                className="w-40!"
                onChange={({ target }) =>
                  onChange({ density: target.value === 'compact' ? 'compact' : 'comfortable' })
                }
              >
                {Object.entries(words.densities).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
            </Row>
          </Group>
          <Group title={words.keyboard}>
            <Row label={words.singleKeys} text={words.singleKeysText}>
              <Switch
                label={words.singleKeys}
                isOn={preferences.singleKeys}
                onChange={(singleKeys) => onChange({ singleKeys })}
              />
            </Row>
            <Row label={nav.keyboard}>
              <Button onClick={onShowKeys} data-testid="shortcuts-button">
                <Keyboard />
                {words.showKeys}
              </Button>
            </Row>
          </Group>
          <Group title={words.data}>
            <Row label={nav.import} text={words.importText}>
              <Link
                href="/import"
                className="press inline-flex h-9 shrink-0 items-center gap-2 rounded-control border border-edge bg-surface px-3.5 text-sm font-medium hover:bg-raised pointer-coarse:h-11"
              >
                <Upload className="size-4" />
                {nav.import}
              </Link>
            </Row>
            <Row label={words.export} text={words.exportText}>
              <Button onClick={onExport} data-testid="export-button">
                <Download />
                {words.export}
              </Button>
            </Row>
          </Group>
          {notices}
          {storage}
          <Group title={words.about}>
            {install}
            <Row label={words.version({ version })}>
              <Button onClick={onCheckForUpdate}>{words.checkForUpdate}</Button>
            </Row>
          </Group>
        </div>
      </div>
    </section>
  );
}

function toTheme(value: string): Preferences['theme'] {
  return value === 'light' || value === 'dark' ? value : 'system';
}

function toContrast(value: string): Preferences['contrast'] {
  return value === 'normal' || value === 'high' ? value : 'system';
}
