import { useOrganiseWords } from '#client/i18n/use-organise-words.ts';
import { ColorDot } from '#client/ui/badge.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { iconNames, NamedIcon } from '#client/ui/named-icon.tsx';

/** Chooses the icon of a project, or none: then it has a dot of its colour. */
export function IconPicker({
  icon,
  color,
  onPick,
}: {
  icon: string | null;
  color: string;
  onPick: (icon: string | null) => void;
}) {
  const words = useOrganiseWords().projects;
  return (
    <fieldset>
      <legend className="pb-1.5 text-[0.8125rem] font-medium">{words.icon}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(2.25rem,1fr))] gap-1 pointer-coarse:grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))]">
        <Choice label={words.noIcon} isChosen={icon === null} onPick={() => onPick(null)}>
          <ColorDot color={color} />
        </Choice>
        {iconNames.map((name) => (
          <Choice
            key={name}
            label={name.replace(/-\d+$/, '').replaceAll('-', ' ')}
            isChosen={name === icon}
            onPick={() => onPick(name)}
          >
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
