import { useLocation } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { exportData } from '#client/export-data.ts';
import { InstallSettings } from '#client/install/install-settings.tsx';
import { AccountCard } from '#client/session/account-card.tsx';
import type { Preferences } from '#client/settings/preferences.ts';
import { SettingsPage } from '#client/settings/settings-page.tsx';
import { WorkspaceSettings } from '#client/settings/workspace-settings.tsx';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
import { NoticeSettings } from '#client/notice-settings.tsx';
import { StorageSettings } from '#client/storage-settings.tsx';
import { useToasts } from '#client/ui/toast.tsx';

/** Settings with the account of the person who is signed in. */
export function SettingsView(props: AppProps & { wanted: Preferences; onShowKeys: () => void }) {
  const { workspace, preferences, updates, wanted } = props;
  const settings = useSettingsWords();
  const toasts = useToasts();
  const [, navigate] = useLocation();
  const exportAll = () => void exportData(workspace.store);
  const checkForUpdate = async () => {
    const found = await updates.check();
    // What waits is offered by the prompt.
    if (found === 'newest') toasts.show({ id: 'update', text: settings.isNewest });
    if (found === 'unreachable') toasts.show({ id: 'update', text: settings.notChecked });
  };
  return (
    <SettingsPage
      preferences={wanted}
      version={__APP_VERSION__}
      onChange={preferences.change}
      onExport={exportAll}
      onShowKeys={props.onShowKeys}
      onCheckForUpdate={() => void checkForUpdate()}
      workspaces={<WorkspaceSettings />}
      install={<InstallSettings offer={props.browser.install} />}
      notices={<NoticeSettings {...props} />}
      storage={
        <StorageSettings browser={props.browser} hasAccount={workspace.account !== undefined} />
      }
      account={
        <AccountCard
          account={workspace.account}
          readUnsettled={workspace.readUnsettled}
          onExport={exportAll}
          onSignOut={async (how) => {
            await props.onSignOut(how);
            navigate('/login');
          }}
        />
      }
    />
  );
}
