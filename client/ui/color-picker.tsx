import { ColorDot } from './badge.tsx';
import { classNames } from './class-names.ts';

/** Chooses a colour of the palette by its name. */
export function ColorPicker<C extends string>({
  label,
  options,
  names,
  value,
  onPick,
}: {
  label: string;
  options: readonly C[];
  names: Readonly<Record<C, string>>;
  value: C;
  onPick: (color: C) => void;
}) {
  return (
    <fieldset>
      <legend className="pb-1.5 text-[0.8125rem] font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1 max-sm:grid max-sm:grid-cols-[repeat(5,2.75rem)] max-sm:justify-between">
        {options.map((option) => (
          <label
            key={option}
            title={names[option]}
            className={classNames(
              'press relative flex size-9 cursor-pointer items-center justify-center rounded-full border-2 hover:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-11 [&_svg]:size-4!',
              option === value ? 'border-accent' : 'border-transparent',
            )}
          >
            <input
              type="radio"
              name="color"
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              aria-label={names[option]}
              checked={option === value}
              onChange={() => onPick(option)}
            />
            <ColorDot color={option} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
