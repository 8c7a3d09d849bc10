import { CalendarRange, Columns3, List } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLayoutsWords } from '#client/i18n/compiled/use-layouts-words.ts';
import { IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import type { Layout } from '#client/view-looks.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';

const ChoiceMenu = lazy(async () => ({
  default: (await import('#client/tasks/planner/choice-menu.tsx')).ChoiceMenu,
}));

const icons: Record<Layout, ReactNode> = {
  list: <List />,
  board: <Columns3 />,
  calendar: <CalendarRange />,
};

/** List, board or calendar: side by side where there is room, else a menu. */
export function ViewSwitch({
  layout,
  layouts,
  onLayout,
}: {
  layout: Layout;
  layouts: readonly Layout[];
  onLayout: (layout: Layout) => void;
}) {
  const words = useLayoutsWords();
  const isWide = useMediaQuery('(min-width: 640px)');
  const [isWanted, setIsWanted] = useState(false);
  const choices = layouts.map((key) => ({
    key,
    name: words[key],
    icon: icons[key],
  }));
  if (isWide) {
    return (
      <div
        role="group"
        aria-label={words.label}
        className="mx-1 flex shrink-0 rounded-control bg-raised p-0.5"
      >
        {choices.map(({ key, name, icon }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === layout}
            aria-label={name}
            data-tooltip={name}
            data-testid={`layout-${key}`}
            onClick={() => onLayout(key)}
            className={classNames(
              'press flex h-7 w-8 items-center justify-center rounded-[5px] [&>svg]:size-4 pointer-coarse:h-10 pointer-coarse:w-11',
              key === layout
                ? 'bg-chosen text-text shadow-[0_1px_2px_oklch(0_0_0/0.12)]'
                : 'text-muted hover:text-text',
            )}
          >
            {icon}
          </button>
        ))}
      </div>
    );
  }
  const button = (
    <IconButton
      label={words.current({ name: words[layout] })}
      aria-haspopup="menu"
      data-testid="layout-menu"
      onClick={() => setIsWanted(true)}
    >
      {icons[layout]}
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ChoiceMenu
        trigger={button}
        label={words.label}
        choices={choices}
        chosen={layout}
        onChoose={(wanted) => {
          const choice = choices.find(({ key }) => key === wanted);
          if (choice !== undefined) onLayout(choice.key);
        }}
      />
    </Suspense>
  );
}
