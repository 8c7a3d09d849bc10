import { startTransition, useMemo, useState } from 'react';
import { useActionEntries, useViewEntries } from '#client/palette-commands.tsx';
import { useLayoutEntries } from '#client/palette-layouts.tsx';
import { useContextEntries } from '#client/palette-context.tsx';
import {
  useFilterEntries,
  useLabelEntries,
  useProjectEntries,
  useTaskEntries,
} from '#client/palette-things.tsx';
import { useFoundEntries } from '#client/palette-found.tsx';
import type { OverlayProps } from '#client/overlays.tsx';
import { PaletteDialog } from '#client/palette/palette-dialog.tsx';
import type { PaletteEntry } from '#client/palette/palette-entries.ts';

const keptRecent = 8;

/** The palette with all that can be found and done in the app. */
export function PaletteView(props: OverlayProps & { isSearch: boolean }) {
  const { wanted, preferences } = props;
  const { title: contextTitle, entries: context } = useContextEntries();
  const layouts = useLayoutEntries(props);
  const anywhere = useActionEntries(props);
  const actions = useMemo(() => [...layouts, ...anywhere], [layouts, anywhere]);
  const views = useViewEntries(props);
  const projects = useProjectEntries();
  const filters = useFilterEntries();
  const labels = useLabelEntries();
  const tasks = useTaskEntries();
  const { recent } = wanted;
  const [query, setQuery] = useState('');
  const found = useFoundEntries(query);
  const sources = useMemo(
    () => ({ contextTitle, context, actions, views, projects, filters, labels, tasks, recent }),
    [contextTitle, context, actions, views, projects, filters, labels, tasks, recent],
  );
  const run = (entry: PaletteEntry) => {
    const isKept = [actions, views, projects, filters].some((entries) =>
      entries.some(({ id }) => id === entry.id),
    );
    const others = recent.filter((id) => id !== entry.id);
    if (isKept) preferences.change({ recent: [entry.id, ...others].slice(0, keptRecent) });
    entry.run();
  };
  return (
    <PaletteDialog
      sources={sources}
      isSearch={props.isSearch}
      found={found}
      // The rows that titles give are painted first.
      onAsk={(asked) => startTransition(() => setQuery(asked))}
      onChosen={run}
      onClose={props.onClose}
    />
  );
}
