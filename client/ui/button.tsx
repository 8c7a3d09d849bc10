import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const buttonStyle = cva(
  'press inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-control font-medium disabled:opacity-50 disabled:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-on-accent hover:opacity-90 active:opacity-80',
        plain: 'border border-edge bg-surface text-text hover:bg-raised',
        quiet: 'text-muted hover:bg-raised hover:text-text data-[state=open]:bg-raised',
        danger: 'border border-danger text-danger hover:bg-danger/10',
      },
      size: {
        normal: 'h-9 px-3.5 text-sm pointer-coarse:h-11',
        small: 'h-8 px-2.5 text-[0.8125rem] pointer-coarse:h-11',
        icon: 'size-8 pointer-coarse:size-11',
      },
    },
    defaultVariants: { look: 'plain', size: 'normal' },
  },
);

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyle>;

/** A button with words. `look="primary"` at most once on a screen. */
export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames(buttonStyle({ look, size }), className)} {...rest} />
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
      className={classNames(buttonStyle({ look, size: 'icon' }), className)}
      {...rest}
    >
      {children}
    </button>
  );
}
