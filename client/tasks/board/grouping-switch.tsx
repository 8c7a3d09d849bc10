import { SlidersHorizontal } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { Button } from '#client/ui/button.tsx';
import type { BoardGrouping } from './place-in-columns.ts';

const ChoiceMenu = lazy(async () => ({
  default: (await import('../planner/choice-menu.tsx')).ChoiceMenu,
}));

/** By what the board has its columns: a menu that is made when its button is first pressed. */
export function GroupingSwitch({
  groupings,
  grouping,
  onGrouping,
}: {
  groupings: readonly BoardGrouping[];
  grouping: BoardGrouping;
  onGrouping: (grouping: BoardGrouping) => void;
}) {
  const words = useBoardWords();
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <Button
      size="small"
      look="quiet"
      aria-label={words.groupedBy({ name: words.groupings[grouping] })}
      aria-haspopup="menu"
      data-testid="board-grouping"
      onClick={() => setIsWanted(true)}
    >
      <SlidersHorizontal />
      <span className="max-sm:hidden">{words.groupings[grouping]}</span>
    </Button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ChoiceMenu
        trigger={button}
        label={words.groupBy}
        choices={groupings.map((key) => ({ key, name: words.groupings[key] }))}
        chosen={grouping}
        onChoose={(key) => {
          const wanted = groupings.find((one) => one === key);
          if (wanted !== undefined) onGrouping(wanted);
        }}
      />
    </Suspense>
  );
}
