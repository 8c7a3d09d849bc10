import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SectionsWords } from '#client/i18n/compiled/types/sections-words.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { Menu, MenuItem, MenuLine } from '#client/ui/menu.tsx';
import type { ProjectSection } from './project-sections.ts';
import type { SectionEdits } from './section-heading.tsx';

/** Everything that can be done with a section, by click: also each move that can be dragged (WCAG 2.5.7). */
export function SectionMenu({
  section,
  position,
  edits,
  trigger,
  words,
}: {
  section: ProjectSection;
  position: { index: number; count: number };
  edits: SectionEdits;
  trigger: ReactNode;
  words: SectionsWords;
}) {
  return (
    <Menu label={words.menu({ name: section.name })} align="end" startsOpen trigger={trigger}>
      <MenuItem icon={<Pencil />} keys={shortcuts.list.rename[0]} onSelect={edits.beginRename}>
        {words.rename}
      </MenuItem>
      <MenuItem
        icon={<ArrowUp />}
        keys={shortcuts.list['move-up'][0]}
        isDisabled={position.index === 0}
        onSelect={() => edits.step(-1)}
      >
        {words.moveUp}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        keys={shortcuts.list['move-down'][0]}
        isDisabled={position.index === position.count - 1}
        onSelect={() => edits.step(1)}
      >
        {words.moveDown}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 />} isDanger onSelect={edits.remove}>
        {words.remove}
      </MenuItem>
    </Menu>
  );
}
