import { ArrowDown, ArrowUp, Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react';
import { useLabelsWords } from '#client/i18n/compiled/use-labels-words.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#client/ui/menu.tsx';
import type { Label } from '#shared/label';

/** What can be done with one label. */
export function LabelMenu({
  label,
  position,
  onEdit,
  onMerge,
  onMove,
  onTrash,
}: {
  label: Label;
  position: { index: number; count: number };
  onEdit: () => void;
  onMerge: () => void;
  onMove: (index: number) => void;
  onTrash: () => void;
}) {
  const words = useLabelsWords();
  const { index, count } = position;
  return (
    <Menu
      label={words.menu({ name: label.name })}
      align="end"
      trigger={
        <IconButton label={words.menu({ name: label.name })} data-testid="label-menu">
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil />} onSelect={onEdit}>
        {words.edit}
      </MenuItem>
      <MenuItem icon={<Merge />} isDisabled={count < 2} onSelect={onMerge}>
        {words.merge}
      </MenuItem>
      <MenuItem icon={<ArrowUp />} isDisabled={index === 0} onSelect={() => onMove(index - 1)}>
        {words.moveUp}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        isDisabled={index === count - 1}
        onSelect={() => onMove(index + 1)}
      >
        {words.moveDown}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 />} isDanger onSelect={onTrash}>
        {words.moveToTrash}
      </MenuItem>
    </Menu>
  );
}
