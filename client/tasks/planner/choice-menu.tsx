import type { ReactNode } from 'react';
import { Menu, MenuItem } from '#client/ui/menu.tsx';

/** A menu of which one item is chosen. It opens at once: it is made when its button is pressed. */
export function ChoiceMenu({
  trigger,
  label,
  choices,
  chosen,
  onChoose,
}: {
  trigger: ReactNode;
  label: string;
  choices: readonly { key: string; name: string; icon?: ReactNode }[];
  chosen: string;
  onChoose: (key: string) => void;
}) {
  return (
    <Menu trigger={trigger} label={label} align="end" startsOpen>
      {choices.map(({ key, name, icon }) => (
        <MenuItem
          key={key}
          icon={icon}
          isChecked={key === chosen}
          testId={`choose-${key}`}
          onSelect={() => onChoose(key)}
        >
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
