import { useMemo, useState } from 'react';
import { limits } from '#shared/limits';
import { moveRanges } from '#shared/move-ranges';
import { parseQuickAdd } from '#shared/quick-add';
import { type QuickAddFields, quickAddFields } from '#shared/quick-add-fields';
import type { QuickAddToken } from '#shared/quick-add-token';
import { titleWithout } from '#shared/quick-add-title';
import { useStore } from '#client/store/store-context.ts';
import type { AddPlace } from './add-place.ts';
import type { NewProject } from './add-tasks.ts';
import {
  emptyDraft,
  keepDraft,
  keepUntilAdded,
  type QuickAddDraft,
  readDraft,
} from './quick-add-draft.ts';
import { type QuickAddSources, useQuickAddContext } from './use-quick-add-context.ts';

/** A line that is being written, with what is read out of it. */
export interface QuickAddLine {
  text: string;
  title: string;
  tokens: readonly QuickAddToken[];
  fields: QuickAddFields;
  asText: QuickAddDraft['asText'];
  sources: QuickAddSources;
  newProjects: readonly NewProject[];
  setText: (text: string) => void;
  /** Says that a token is text after all. */
  makeText: (token: QuickAddToken) => void;
  /** Takes the words of these kinds out of the line: something else was picked in their place. */
  removeKinds: (kinds: readonly QuickAddToken['kind'][]) => void;
  /** A project that is made once a task in it is added. */
  addProject: (name: string) => void;
  /** Empties the line as its text is being added; to be told once that is on disk, until when it is kept. */
  clear: () => { onAdded: () => void };
}

/** See `QuickAddLine`; the line is kept as the person's draft in this tab, that of a subtask apart, until it is added. */
export function useQuickAdd(of: {
  place: AddPlace;
  initialText: string;
  /** What another app sent is no draft of the person: it neither replaces that one nor is kept as one. */
  incoming?: QuickAddDraft | undefined;
}): QuickAddLine {
  const { initialText, incoming } = of;
  const { dueDate, parentId } = of.place;
  const store = useStore();
  const draftKey = parentId === null ? store.userId : `${store.userId}/${parentId}`;
  const [draft, setDraft] = useState(() => firstDraft({ draftKey, initialText, incoming }));
  const [newProjects, setNewProjects] = useState<readonly NewProject[]>([]);
  const { contextOf, sources } = useQuickAddContext(newProjects);
  const { text, asText } = draft;
  const parsed = useMemo(() => {
    const context = { ...contextOf(), asText };
    const { title, tokens } = parseQuickAdd(text, context);
    return { title, tokens, fields: quickAddFields(tokens, { ...context, defaultDate: dueDate }) };
  }, [text, asText, contextOf, dueDate]);
  const change = (next: QuickAddDraft) => {
    setDraft(next);
    if (incoming === undefined) keepDraft(draftKey, next);
  };
  const setText = (typed: string) => {
    const after = typed.slice(0, limits.titleMaxLength);
    change({ text: after, asText: moveRanges({ ranges: asText, before: text, after }) });
  };
  return {
    text,
    asText,
    ...parsed,
    sources,
    newProjects,
    setText,
    makeText: ({ start, end }) => change({ text, asText: [...asText, { start, end }] }),
    removeKinds: (kinds) => {
      const removed = parsed.tokens.filter(({ kind }) => kinds.includes(kind));
      if (removed.length > 0) setText(titleWithout(text, { tokens: removed, unquoted: [] }));
    },
    addProject: (name) => {
      const project = { id: store.newId(), name: name.slice(0, limits.nameMaxLength) };
      setNewProjects([...newProjects, project]);
    },
    clear: () => {
      setDraft(emptyDraft);
      setNewProjects([]);
      return incoming === undefined ? keepUntilAdded(draftKey) : { onAdded: () => undefined };
    },
  };
}

function firstDraft(of: {
  draftKey: string;
  initialText: string;
  incoming: QuickAddDraft | undefined;
}): QuickAddDraft {
  const { draftKey, initialText, incoming } = of;
  // Several lines are shown by themselves.
  if (incoming !== undefined) return /[\r\n]/.test(incoming.text) ? emptyDraft : incoming;
  const held = readDraft(draftKey);
  return initialText === '' ? held : { text: held.text + initialText, asText: held.asText };
}
