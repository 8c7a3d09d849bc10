import { useEffect, useState } from 'react';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import type { NamedColumn } from './use-card-moves.ts';

/** On a phone one column fills the screen: these lead to each of them and show which one it is. */
export function ColumnPicker({ columns }: { columns: readonly NamedColumn[] }) {
  const words = useBoardWords();
  const formats = useFormats();
  const [shownKey, setShownKey] = useState(columns[0]?.key);
  const keys = columns.map(({ key }) => key).join(' ');
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.find(({ isIntersecting }) => isIntersecting);
        if (entry?.target instanceof HTMLElement) setShownKey(entry.target.dataset['column']);
      },
      { threshold: 0.6 },
    );
    for (const key of keys.split(' ')) {
      const column = columnElement(key);
      if (column !== null) observer.observe(column);
    }
    return () => observer.disconnect();
  }, [keys]);
  return (
    <nav aria-label={words.columns} className="shrink-0 overflow-x-auto px-4 pb-2">
      <ul className="flex w-max gap-1">
        {columns.map(({ key, name, cards }) => (
          <li key={key}>
            <button
              type="button"
              aria-current={key === shownKey ? 'true' : undefined}
              data-testid="column-pick"
              onClick={() =>
                columnElement(key)?.scrollIntoView({ inline: 'center', block: 'nearest' })
              }
              className={classNames(
                'press flex h-9 items-center gap-1.5 rounded-full px-3 text-[0.8125rem] font-medium pointer-coarse:h-11',
                key === shownKey ? 'bg-raised text-text' : 'text-muted',
              )}
            >
              <bdi>{name}</bdi>
              <span className="tabular text-xs font-normal text-muted">
                {formats.number(cards.length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function columnElement(key: string): HTMLElement | null {
  return document.querySelector(`[data-testid="board-column"][data-column="${key}"]`);
}
