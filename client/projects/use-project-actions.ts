import { useMemo } from 'react';
import { useLanguage } from '#client/i18n/language.ts';
import { useProjectActionsWords } from '#client/i18n/compiled/use-project-actions-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { limits } from '#shared/limits';
import { createProjectCommands } from './project-commands.ts';
import type { ProjectMenuProps } from './project-menu.tsx';
import { isBeside, useProjects } from './project-queries.ts';

/** What the menu and the keys of a project do; each tells what it did, with Undo. */
export function useProjectActions({ project, onLeave, onGoTo }: ProjectMenuProps) {
  const language = useLanguage();
  const words = useProjectActionsWords();
  const store = useStore();
  const toasts = useToasts();
  const announce = useAnnounce();
  const projects = useProjects().filter(isBeside(project));
  const commands = useMemo(() => createProjectCommands(store), [store]);
  const index = projects.findIndex(({ id }) => id === project.id);
  const count = projects.length;
  const tell = async (label: string) => {
    const { actionWord } = await import('#client/i18n/action-word.ts');
    const run = () => void store.undo();
    const action = { label: language.messages.common.undo, testId: 'toast-undo', run };
    toasts.show({ id: 'undo', text: await actionWord(language, label), action });
  };
  const move = async (to: number) => {
    const { moveProject } = await import('./move-project.ts');
    const batch = await moveProject(store, { projects, projectId: project.id, index: to });
    if (batch === undefined) return;
    toasts.dismiss('undo');
    announce(words.moved({ name: project.name, position: to + 1, count }));
  };
  const duplicate = async () => {
    const name = nameOf(words.copyName({ name: project.name }));
    const { duplicateProject } = await import('./duplicate-project.ts');
    const copyId = await duplicateProject(store, { project, projects, name });
    onGoTo(copyId);
    await tell('project.duplicate');
  };
  const runAndLeave = async (running: Promise<{ label: string }>) => {
    const { label } = await running;
    onLeave();
    await tell(label);
  };
  return {
    commands,
    position: { index, count },
    step: (by: 1 | -1) => {
      const to = index + by;
      if (index >= 0 && to >= 0 && to < count) void move(to);
    },
    duplicate: () => void duplicate(),
    archive: () => void runAndLeave(commands.archive(project.id)),
    trash: () => void runAndLeave(commands.trash(project.id)),
    unarchive: () => void commands.unarchive(project.id).then(({ label }) => tell(label)),
  };
}

/** A name made of words, without the marks that keep text apart in a sentence. */
function nameOf(text: string): string {
  return text
    .replaceAll(/[\u2068\u2069]/g, '')
    .slice(0, limits.nameMaxLength)
    .toWellFormed();
}
