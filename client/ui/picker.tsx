import { Check, Minus, Plus } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { textDirection } from './text-direction.ts';

/** One choice of a picker; `state` marks what holds now, for all or only for some of what is picked for. */
export interface PickerItem {
  id: string;
  name: string;
  /** More quietly beside the name; found by typing as well. */
  detail?: string | undefined;
  icon?: ReactNode;
  state?: 'on' | 'some' | 'off';
  isIndented?: boolean;
  /** Choices in a row that have the same one stand under it; read out with each of them. */
  heading?: string | undefined;
}

const shownMax = 100;

/**
 * A field that narrows a list of choices, which arrows walk and Enter picks. With `create` the last choice makes a new
 * one of what was typed. What was typed goes when something was picked.
 */
export function Picker({
  label,
  placeholder,
  items,
  nothingText,
  create,
  onPick,
}: {
  label: string;
  placeholder: string;
  items: readonly PickerItem[];
  nothingText: string;
  create?: { text: (name: string) => string; run: (name: string) => void } | undefined;
  onPick: (id: string) => void;
}) {
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(0);
  const listId = useId();
  const found = items.filter((item) => isFound(item, query)).slice(0, shownMax);
  const name = query.trim();
  const isNew = name !== '' && items.every((item) => fold(item.name) !== fold(name));
  const creates = create !== undefined && isNew;
  const count = found.length + (creates ? 1 : 0);
  const index = Math.min(wanted, count - 1);
  const pick = (at: number) => {
    const item = found[at];
    if (item !== undefined) onPick(item.id);
    else if (creates) create.run(name);
    setQuery('');
    if (query !== '') setWanted(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) setWanted((index + step + count) % Math.max(1, count));
    else if (event.key === 'Enter' && count > 0) pick(index);
    else return;
    event.preventDefault();
  };
  const optionId = (at: number) => `${listId}-${at}`;
  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={count > 0 ? optionId(index) : undefined}
        data-testid="picker-input"
        dir={textDirection(query)}
        placeholder={placeholder}
        value={query}
        autoComplete="off"
        onChange={({ target }) => {
          setQuery(target.value);
          setWanted(0);
        }}
        onKeyDown={onKeyDown}
        className="h-12 w-full shrink-0 border-b border-line bg-transparent px-4 text-base outline-none"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={items.some(({ state }) => state !== undefined) || undefined}
        className="min-h-0 overflow-y-auto p-1.5 empty:hidden"
      >
        {found.map((item, at) => (
          <Fragment key={item.id}>
            {item.heading === undefined || item.heading === found[at - 1]?.heading ? null : (
              <div
                role="presentation"
                dir="auto"
                className="truncate px-2.5 pt-2 pb-1 text-xs font-medium text-muted"
              >
                {item.heading}
              </div>
            )}
            <Option id={optionId(at)} item={item} isActive={at === index} onPick={() => pick(at)} />
          </Fragment>
        ))}
        {creates ? (
          <Option
            id={optionId(found.length)}
            item={{
              id: 'new',
              name: create.text(name),
              icon: <Plus className="size-4 text-muted" />,
            }}
            isActive={index === found.length}
            onPick={() => pick(found.length)}
          />
        ) : null}
      </div>
      <p role="status" className={count === 0 ? 'px-4 py-6 text-center text-muted' : 'sr-only'}>
        {count === 0 ? nothingText : ''}
      </p>
    </>
  );
}

function Option({
  id,
  item,
  isActive,
  onPick,
}: {
  id: string;
  item: PickerItem;
  isActive: boolean;
  onPick: () => void;
}) {
  const { name, detail, icon, state, isIndented, heading } = item;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the focus and hears all keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      ref={isActive ? intoSight : undefined}
      aria-selected={state === undefined ? isActive : state === 'on'}
      data-testid="picker-option"
      data-active={isActive ? '' : undefined}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={classNames(
        'flex h-9 cursor-default items-center gap-2.5 rounded-control px-2.5 hover:bg-raised pointer-coarse:h-11',
        isActive && 'bg-raised',
        isIndented === true && 'ps-8',
      )}
    >
      <span className="flex size-4 shrink-0 items-center justify-center">{icon}</span>
      {heading === undefined ? null : <span className="sr-only">{heading}</span>}
      <span dir="auto" className="min-w-0 truncate">
        {name}
      </span>
      <span dir="auto" className="min-w-0 grow truncate text-xs text-muted">
        {detail}
      </span>
      {state === 'on' ? <Check aria-hidden="true" className="size-4 shrink-0 text-accent" /> : null}
      {state === 'some' ? (
        <Minus aria-hidden="true" className="size-4 shrink-0 text-muted" />
      ) : null}
    </div>
  );
}

function intoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

/** Every word that was typed begins a word of the name or of what stands beside it. */
function isFound({ name, detail = '', heading = '' }: PickerItem, query: string): boolean {
  const text = ` ${fold(`${heading} ${detail} ${name}`)}`;
  return fold(query)
    .split(/\s+/)
    .every((word) => text.includes(word === '' ? '' : ` ${word}`) || fold(name).includes(word));
}

function fold(text: string): string {
  return text.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
