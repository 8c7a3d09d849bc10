import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import { pageDirection } from './page-direction.ts';

const panelStyle =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-rise-in overflow-y-auto rounded-card bg-surface p-1 shadow-float';
const itemStyle =
  'flex h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2 text-[0.8125rem] outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-raised pointer-coarse:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted';

/**
 * A menu on a button. Not modal: a modal one locks scrolling with a style element, which the content security
 * policy forbids; Escape, Tab and a press outside close it all the same.
 */
export function Menu({
  trigger,
  label,
  align = 'start',
  startsOpen = false,
  children,
}: {
  trigger: ReactNode;
  label?: string | undefined;
  align?: 'start' | 'end';
  startsOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false} defaultOpen={startsOpen} dir={pageDirection()}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={panelStyle}
          // Keys pressed in a menu belong to the menu, not to the list behind it (React hands them on through portals).
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  keys?: string | undefined;
  isChecked?: boolean;
  isDanger?: boolean;
  isDisabled?: boolean;
  testId?: string;
  onSelect: () => void;
  children: ReactNode;
}

/** One action of a menu; `isChecked` marks the present choice of several. */
export function MenuItem(props: MenuItemProps) {
  const { icon, keys, isChecked, isDanger, isDisabled = false, testId, onSelect, children } = props;
  return (
    <Radix.Item
      disabled={isDisabled}
      onSelect={onSelect}
      data-testid={testId}
      className={classNames(itemStyle, isDanger === true && 'text-danger [&>svg]:text-danger')}
    >
      {icon}
      <span dir="auto" className="min-w-0 grow truncate">
        {children}
      </span>
      {isChecked === true ? <Check className="text-accent!" /> : null}
      {keys === undefined ? null : (
        <span className="flex pointer-coarse:hidden">
          <Kbd keys={keys} />
        </span>
      )}
    </Radix.Item>
  );
}

/** A menu inside a menu. */
export function SubMenu({
  icon,
  title,
  children,
}: {
  icon?: ReactNode;
  title: string;
  children: ReactNode;
}) {
  return (
    <Radix.Sub>
      <Radix.SubTrigger className={itemStyle}>
        {icon}
        <span className="grow">{title}</span>
        <span aria-hidden="true" className="text-muted rtl:-scale-x-100">
          ›
        </span>
      </Radix.SubTrigger>
      <Radix.Portal>
        <Radix.SubContent sideOffset={4} collisionPadding={8} className={panelStyle}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

/** A line between groups of actions. */
export function MenuLine() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
