import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { lazy } from '#client/ui/lazy.ts';
import { useIncomingWords } from '#client/i18n/compiled/use-incoming-words.ts';
import { DropSign } from '#client/incoming/drop-sign.tsx';
import { onLaunches } from '#client/incoming/launches.ts';
import { readLink } from '#client/incoming/read-link.ts';
import { sharedLine } from '#client/incoming/shared-line.ts';
import { forgetShare, readShares } from '#client/incoming/shares.ts';
import { sortFiles } from '#client/incoming/sort-files.ts';
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

/** One thing that came from outside and was not answered yet. `onAnswered`: it was added, or put away. */
interface Incoming {
  key: string;
  content: { line: ReturnType<typeof sharedLine> } | { files: readonly File[] };
  onAnswered?: (() => void) | undefined;
}

/** Hands over words and files; `onAnswered` is called once nothing of them is left to answer. */
type Take = (
  things: { text: string; files: readonly File[] },
  onAnswered?: () => void,
) => Promise<void>;

/**
 * Receives what comes from outside the app: what another app shares, links of the form `web+taskflow:`, files that are opened
 * with it, and files dropped anywhere. Everything is shown before it is added, one after the other.
 */
export function IncomingView() {
  const store = useStore();
  const [queue, setQueue] = useState<readonly Incoming[]>([]);
  const take = useTake(setQueue);
  const isOver = useFileDrop((files) => void take({ text: '', files }));
  const takeShares = useTakeShares(take);
  useAddress({ take, takeShares });
  useLaunches(take);
  const head = queue[0];
  const answer = () => {
    head?.onAnswered?.();
    // Not the first one, whichever that is by now: a dialog may say twice that it closes.
    setQueue((held) => held.filter((item) => item !== head));
  };
  return (
    <>
      {isOver ? <DropSign /> : null}
      {head === undefined ? null : (
        <Guard key={head.key} place="over" onClose={answer}>
          <Suspense>
            {'files' in head.content ? (
              <ImportDialog store={store} files={head.content.files} onClose={answer} />
            ) : (
              <QuickAddDialog incoming={head.content.line} onClose={answer} />
            )}
          </Suspense>
        </Guard>
      )}
    </>
  );
}

/** Says something of what came. Each text by itself: a second one does not take the place of the first. */
function useSay(): (text: string) => void {
  const toasts = useToasts();
  return useCallback((text) => toasts.show({ id: `incoming ${text}`, text }), [toasts]);
}

/** Files go to the import, and the lines of notes to the line for new tasks. */
function useTake(
  setQueue: (change: (held: readonly Incoming[]) => readonly Incoming[]) => void,
): Take {
  const words = useIncomingWords();
  const say = useSay();
  const count = useRef(0);
  return useCallback(
    async ({ text, files }, onAnswered) => {
      const { notes, imports } = sortFiles(files);
      const texts = [text];
      for (const note of notes) {
        const { name } = note;
        const read = await note.text().catch(() => undefined);
        if (read === undefined) say(words.unread({ name }));
        else if (read.trim() === '') say(words.empty({ name }));
        else texts.push(read);
      }
      const all = texts.filter((part) => part.trim() !== '').join('\n');
      const contents: Incoming['content'][] = [
        ...(imports.length === 0 ? [] : [{ files: imports }]),
        ...(all === '' ? [] : [{ line: sharedLine({ title: '', text: all, url: '' }) }]),
      ];
      if (contents.length === 0) return onAnswered?.();
      const items = contents.map((content, at) => {
        count.current += 1;
        const isLast = at === contents.length - 1;
        return { key: String(count.current), content, onAnswered: isLast ? onAnswered : undefined };
      });
      setQueue((held) => [...held, ...items]);
    },
    [setQueue, say, words],
  );
}

/**
 * Takes the shares that wait, each in one tab only. They are kept until they are answered, so what was on the screen when
 * the page ended is there again at the next start. Resolves to the ids of all that were found.
 */
function useTakeShares(take: Take): () => Promise<readonly string[]> {
  const words = useIncomingWords();
  const say = useSay();
  const takeShares = useCallback(async () => {
    const shares = await readShares(caches);
    for (const { id, title, text, url, files, refused } of shares) {
      void navigator.locks.request(`taskflow.share.${id}`, { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        if (refused > 0) say(words.refused({ count: refused }));
        const line = sharedLine({ title, text, url });
        await new Promise<void>((resolve) => void take({ text: line.text, files }, resolve));
        await forgetShare(caches, id).catch(() => undefined);
      });
    }
    return shares.map(({ id }) => id);
  }, [take, say, words]);
  useEffect(() => {
    // Without a cache there is nothing that could wait.
    takeShares().catch(() => undefined);
  }, [takeShares]);
  return takeShares;
}

/** Reads the addresses that the manifest names for shares and links, and leaves them at once. */
function useAddress(of: { take: Take; takeShares: () => Promise<readonly string[]> }): void {
  const { take, takeShares } = of;
  const words = useIncomingWords();
  const say = useSay();
  const [location, navigate] = useLocation();
  const search = useSearch();
  useEffect(() => {
    if (location !== '/share' && location !== '/open') return;
    const params = new URLSearchParams(search);
    const go = (path: string) => navigate(path, { replace: true });
    if (location === '/open') {
      const target = readLink(params.get('link') ?? '');
      go(target?.name === 'view' ? target.path : '/dashboard');
      if (target === undefined) say(words.nowhere);
      else if (target.name === 'add') void take({ text: target.text, files: [] });
      return;
    }
    go('/dashboard');
    if (params.has('failed')) return say(words.failed);
    takeShares().then(
      (ids) => (ids.includes(params.get('id') ?? '') ? undefined : say(words.gone)),
      () => say(words.failed),
    );
  }, [location, search, navigate, say, words, take, takeShares]);
}

function useLaunches(take: Take): void {
  const words = useIncomingWords();
  const say = useSay();
  const [, navigate] = useLocation();
  const latest = useRef({ take, words, navigate });
  useEffect(() => {
    latest.current = { take, words, navigate };
  });
  const handlers = useMemo(
    () => ({
      onAddress: (path: string) => latest.current.navigate(path),
      onFiles: (files: readonly File[]) => void latest.current.take({ text: '', files }),
      onUnread: (name: string) => say(latest.current.words.unread({ name })),
    }),
    [say],
  );
  useEffect(() => {
    const [entry] = performance.getEntriesByType('navigation');
    const isReload = entry !== undefined && 'type' in entry && entry.type === 'reload';
    const loaded = { url: entry?.name ?? '', isReload };
    onLaunches({ page: window, storage: sessionStorage, loaded }, handlers);
  }, [handlers]);
}
