import { useMemo } from 'react';
import { useActivityWords } from '#client/i18n/compiled/use-activity-words.ts';
import { useRhythmWords } from '#client/i18n/compiled/use-rhythm-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import type { AnyDocument } from '#shared/kind-definition';
import type { Project } from '#shared/project';
import type { Speaking } from './describe-step.ts';

/** What sentences are made with, in the person's language and with the names that things have now. */
export function useSpeaking(): Speaking {
  const store = useStore();
  const words = useActivityWords();
  const rhythmWords = useRhythmWords();
  const messages = useMessages();
  const formats = useFormats();
  return useMemo(
    () => ({
      words,
      rhythmWords,
      messages,
      formats,
      userId: store.userId,
      year: store.now().slice(0, 4),
      nameOf: (kind, id) => findName(store, kind, id),
    }),
    [store, words, rhythmWords, messages, formats],
  );
}

function findName(
  store: AppStore,
  kind: Parameters<Speaking['nameOf']>[0],
  id: string,
): string | undefined {
  switch (kind) {
    case 'member': {
      const members = store.documents<AnyDocument>('member');
      return nameIn(members.find(({ userId }) => userId === id));
    }
    case 'section': {
      const projects = store.documents<Project>('project');
      return projects.flatMap(({ sections }) => sections[id]?.name ?? [])[0];
    }
    case 'label':
    case 'project':
    case 'task':
      return nameIn(store.current(id));
  }
  return undefined;
}

function nameIn(document: AnyDocument | undefined): string | undefined {
  const name = document?.['name'] ?? document?.['title'];
  return typeof name === 'string' ? name : undefined;
}
