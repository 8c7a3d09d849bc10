import type { ReactNode } from 'react';
import { Menu, MenuItem } from '#client/ui/menu.tsx';
import type { ReplanDay } from './overdue-bar.tsx';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';

/** The other days that overdue tasks can be moved to. */
export function ReplanMenu({
  trigger,
  onPick,
}: {
  trigger: ReactNode;
  onPick: (day: ReplanDay) => void;
}) {
  const words = usePlanWords();
  return (
    <Menu trigger={trigger} label={words.toOther} align="end" startsOpen>
      <MenuItem onSelect={() => onPick('tomorrow')}>{words.toTomorrow}</MenuItem>
      <MenuItem onSelect={() => onPick('nextWeek')}>{words.toNextWeek}</MenuItem>
    </Menu>
  );
}
