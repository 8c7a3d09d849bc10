import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** Something in the trash that is known by its name. */
export interface TrashedItem {
  id: string;
  name: string;
}

/** What lies in the trash under one heading, each with a way back; nothing while there is none. */
export function TrashedList<Item extends TrashedItem>(props: {
  heading: string;
  restoreWord: string;
  items: readonly Item[];
  renderMark: (item: Item) => ReactNode;
  renderDetail?: (item: Item) => ReactNode;
  onRestore: (id: string) => void;
  testId?: string;
}) {
  const { heading, items } = props;
  if (items.length === 0) return null;
  return (
    <section aria-label={heading} className="pb-4">
      <h2 className="px-2.5 pb-1 sm:px-[26px] text-xs font-medium text-muted">{heading}</h2>
      <ul>
        {items.map((item) => (
          <li
            key={item.id}
            data-testid={props.testId}
            className="flex h-12 items-center gap-3 rounded-control ps-2.5 sm:ps-[26px] pe-1 hover:bg-raised/70"
          >
            {props.renderMark(item)}
            <span dir="auto" className="min-w-0 grow truncate">
              {item.name}
            </span>
            {props.renderDetail?.(item)}
            <Button size="small" look="quiet" onClick={() => props.onRestore(item.id)}>
              <RotateCcw />
              {props.restoreWord}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
