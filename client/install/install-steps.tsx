import { useInstallWords } from '#client/i18n/compiled/use-install-words.ts';
import type { InstallWay } from './install-way.ts';

/** What to press in the browser's own menus. */
export function InstallSteps({ way }: { way: Exclude<InstallWay, 'installed' | 'asked'> }) {
  const words = useInstallWords();
  return (
    <ol
      data-testid="install-steps"
      className="list-decimal space-y-1 ps-5 text-[0.8125rem] text-muted"
    >
      {Object.values(words.steps[way]).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
