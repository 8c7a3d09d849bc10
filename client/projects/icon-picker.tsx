import { useState } from 'react';
import { useIconsWords } from '#client/i18n/compiled/use-icons-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { Input } from '#client/ui/input.tsx';
import { iconNames, NamedIcon } from '#client/ui/named-icon.tsx';
import { textDirection } from '#client/ui/text-direction.ts';
import { foldText } from '#shared/fold-text';

/** Chooses the icon of a project by sight or by name, or none: then it has a dot of its colour. */
export function IconPicker({
  icon,
  color,
  onPick,
}: {
  icon: string | null;
  color: string;
  onPick: (icon: string | null) => void;
}) {
  const words = useIconsWords();
  const [query, setQuery] = useState('');
  const names: Readonly<Record<string, string>> = words.names;
  const wanted = foldText(query.trim());
  const isFound = (label: string) => foldText(label).includes(wanted);
  const found = iconNames
    .map((name) => ({ name, label: names[name] ?? name }))
    .filter(({ label }) => isFound(label));
  const hasNone = isFound(words.none);
  return (
    <fieldset>
      <legend className="pb-1.5 text-[0.8125rem] font-medium">{words.icon}</legend>
      <Input
        aria-label={words.find}
        data-testid="icon-search"
        dir={textDirection(query)}
        value={query}
        placeholder={words.find}
        autoComplete="off"
        className="mb-2"
        onChange={({ target }) => setQuery(target.value)}
        // Enter would save the project.
        onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
      />
      <p role="status" className={found.length > 0 || hasNone ? 'sr-only' : 'py-2 text-muted'}>
        {found.length > 0 || hasNone ? '' : words.nothing}
      </p>
      <div className="grid min-h-9 grid-cols-9 gap-1 pointer-coarse:grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))]">
        {hasNone ? (
          <Choice label={words.none} isChosen={icon === null} onPick={() => onPick(null)}>
            <ColorDot color={color} />
          </Choice>
        ) : null}
        {found.map(({ name, label }) => (
          <Choice key={name} label={label} isChosen={name === icon} onPick={() => onPick(name)}>
            <NamedIcon name={name} {...(name === icon ? { color } : {})} />
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice({
  label,
  isChosen,
  onPick,
  children,
}: {
  label: string;
  isChosen: boolean;
  onPick: () => void;
  children: React.ReactNode;
}) {
  return (
    <label
      title={label}
      className={classNames(
        'press relative flex h-9 cursor-pointer items-center justify-center rounded-control border-2 hover:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:h-11',
        isChosen ? 'border-accent' : 'border-transparent text-muted',
      )}
    >
      <input
        type="radio"
        name="icon"
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        aria-label={label}
        checked={isChosen}
        onChange={onPick}
      />
      {children}
    </label>
  );
}
