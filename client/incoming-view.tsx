import { Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { lazy } from '#client/ui/lazy.ts';
import { useIncomingWords } from '#client/i18n/compiled/use-incoming-words.ts';
import { DropSign } from '#client/incoming/drop-sign.tsx';
import { onOpenedFiles } from '#client/incoming/opened-files.ts';
import { readLink } from '#client/incoming/read-link.ts';
import { sharedLine } from '#client/incoming/shared-line.ts';
import { sortFiles } from '#client/incoming/sort-files.ts';
import { takeShared } from '#client/incoming/take-shared.ts';
import { useFileDrop } from '#client/incoming/use-file-drop.ts';
import { useStore } from '#client/store/store-context.ts';
import { Guard } from '#client/ui/guard.tsx';
import { useToasts } from '#client/ui/toast.tsx';

const QuickAddDialog = lazy(async () => ({
  default: (await import('#client/tasks/quick-add-dialog.tsx')).QuickAddDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('#client/import-export/import-dialog.tsx')).ImportDialog,
}));

type Line = ReturnType<typeof sharedLine>;

/** What came from outside and is not done with: files are imported first, then the words become tasks. */
interface Incoming {
  line?: Line;
  files?: readonly File[];
}

/**
 * Receives what comes from outside the app: what another app shares, links of the form `web+taskflow:`, files that are opened
 * with it, and files dropped anywhere. Everything is shown before it is added.
 */
export function IncomingView() {
  const store = useStore();
  const [incoming, setIncoming] = useState<Incoming>({});
  const add = useCallback((more: Incoming) => setIncoming((held) => ({ ...held, ...more })), []);
  const takeFiles = useTakeFiles(add);
  const isOver = useFileDrop((files) => void takeFiles(files));
  useEffect(() => onOpenedFiles(window, (files) => void takeFiles(files)), [takeFiles]);
  useAddress({ add, takeFiles });
  const { line, files } = incoming;
  const isImporting = files !== undefined;
  return (
    <>
      {isOver ? <DropSign /> : null}
      {isImporting || line !== undefined ? (
        <Guard place="over" onClose={() => setIncoming({})}>
          <Suspense>
            {isImporting ? (
              <ImportDialog
                store={store}
                files={files}
                onClose={() => setIncoming(line === undefined ? {} : { line })}
              />
            ) : (
              <QuickAddDialog incoming={line} onClose={() => setIncoming({})} />
            )}
          </Suspense>
        </Guard>
      ) : null}
    </>
  );
}

/** Hands files to the import, and the lines of notes to the line for new tasks. */
function useTakeFiles(add: (more: Incoming) => void) {
  const words = useIncomingWords();
  const toasts = useToasts();
  return useCallback(
    async (files: readonly File[], text = '') => {
      const { notes, imports } = sortFiles(files);
      const texts = [text];
      for (const note of notes) {
        const read = await note.text().catch(() => undefined);
        if (read === undefined)
          toasts.show({ id: 'incoming', text: words.unread({ name: note.name }) });
        else texts.push(read);
      }
      const all = texts.filter((part) => part.trim() !== '').join('\n');
      add({
        ...(all === '' ? {} : { line: sharedLine({ title: '', text: all, url: '' }) }),
        ...(imports.length === 0 ? {} : { files: imports }),
      });
    },
    [add, toasts, words],
  );
}

/** Reads the addresses that the manifest names for shares and links, and leaves them at once. */
function useAddress(of: {
  add: (more: Incoming) => void;
  takeFiles: (files: readonly File[], text?: string) => Promise<void>;
}): void {
  const { add, takeFiles } = of;
  const words = useIncomingWords();
  const toasts = useToasts();
  const [location, navigate] = useLocation();
  const search = useSearch();
  useEffect(() => {
    if (location !== '/share' && location !== '/open') return;
    const params = new URLSearchParams(search);
    const go = (path: string) => navigate(path, { replace: true });
    const say = (text: string) => toasts.show({ id: 'incoming', text });
    if (location === '/open') {
      const target = readLink(params.get('link') ?? '');
      go(target?.name === 'view' ? target.path : '/dashboard');
      if (target === undefined) say(words.nowhere);
      else if (target.name === 'add')
        add({ line: sharedLine({ title: '', text: target.text, url: '' }) });
      return;
    }
    go('/dashboard');
    if (params.has('failed')) return say(words.failed);
    takeShared(caches, params.get('id') ?? '').then(
      async (shared) => {
        if (shared === undefined) return say(words.gone);
        const { title, text, url, files, refused } = shared;
        if (refused > 0) say(words.refused({ count: refused }));
        const line = sharedLine({ title, text, url });
        if (files.length > 0) return takeFiles(files, line.text);
        add({ line });
      },
      () => say(words.failed),
    );
  }, [location, search, navigate, toasts, words, add, takeFiles]);
}
