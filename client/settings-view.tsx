import { useLocation } from 'wouter';
import type { AppProps } from '#client/app.tsx';
import { exportData } from '#client/export-data.ts';
import { AccountCard } from '#client/session/account-card.tsx';
import type { Preferences } from '#client/settings/preferences.ts';
import { SettingsPage } from '#client/settings/settings-page.tsx';
import { WorkspaceSettings } from '#client/settings/workspace-settings.tsx';
import { useSettingsWords } from '#client/i18n/compiled/use-settings-words.ts';
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
    if (!(await updates.check())) toasts.show({ id: 'update', text: settings.isNewest });
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
