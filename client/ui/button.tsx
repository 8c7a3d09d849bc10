import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const every =
  'press inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-control font-medium disabled:opacity-50 disabled:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0';
const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90 active:opacity-80',
  plain: 'border border-edge bg-surface text-text hover:bg-raised',
  quiet: 'text-muted hover:bg-raised hover:text-text data-[state=open]:bg-raised',
  danger: 'border border-danger text-danger hover:bg-danger/10',
};
const sizes = {
  normal: 'h-9 px-3.5 text-sm pointer-coarse:h-11',
  small: 'h-8 px-2.5 text-[0.8125rem] pointer-coarse:h-11',
  icon: 'size-8 pointer-coarse:size-11',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
}

/** A button with words. `look="primary"` at most once on a screen. */
export function Button({
  look = 'plain',
  size = 'normal',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames(every, looks[look], sizes[size], className)}
      {...rest}
    />
  );
}

/** A button with a picture only: `label` names it and is its tooltip, `keys` shows its shortcut there. */
export function IconButton({
  label,
  keys,
  look = 'quiet',
  className,
  children,
  ...rest
}: Omit<ButtonProps, 'size'> & { label: string; keys?: string | undefined; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-tooltip-keys={keys}
      className={classNames(every, looks[look], sizes.icon, className)}
      {...rest}
    >
      {children}
    </button>
  );
}
