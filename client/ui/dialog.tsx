import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent as ReactKeyboardEvent, type ReactNode, useRef } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** One sentence for everybody; without it the title must say enough. */
  description?: string;
  closeLabel: string;
  /** Room for two columns. */
  isWide?: boolean;
  children: ReactNode;
}

/**
 * Radix's own overlay is left out on purpose: it locks scrolling by adding a style element, which the content
 * security policy forbids. Nothing behind scrolls anyway, as the page itself never does.
 */
function Scrim() {
  return <div aria-hidden="true" className="fixed inset-0 z-40 animate-fade-in bg-scrim" />;
}

/**
 * Gives the focus back to what had it when a dialog opened. Radix would give it to the dialog's trigger only, and
 * these dialogs open by state.
 */
function useFocusReturn() {
  const opener = useRef<Element>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement && opener.current.isConnected) {
        opener.current.focus({ preventScroll: true });
      }
    },
  };
}

/** A window over the app that takes the focus, and gives it back when it closes. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, description, closeLabel, isWide = false, children } = props;
  const { remember, onCloseAutoFocus } = useFocusReturn();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            remember();
            focusFirstField(event);
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onKeyDown={closeOnEscape(onClose)}
          className={classNames(
            'fixed inset-x-4 top-[max(1rem,12vh)] z-40 mx-auto flex max-h-[76vh] animate-rise-in flex-col overflow-hidden rounded-card bg-surface shadow-float focus:outline-none',
            isWide ? 'max-w-2xl' : 'max-w-lg',
          )}
        >
          <div className="flex items-center justify-between gap-4 py-3 pe-3 ps-5">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={closeLabel} keys="Escape">
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          {description === undefined ? null : (
            <Radix.Description className="px-5 text-muted">{description}</Radix.Description>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard where it is longer than the screen */}
          <div tabIndex={0} className="overflow-y-auto px-5 pt-1 pb-5 outline-offset-[-2px]">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/**
 * A dialog whose content is all there is: no head, no button to close. `onClosed` is called once the focus is back
 * where it was. An element with `data-own-escape` in it handles Escape itself.
 */
export function BareDialog({
  title,
  isSheet = false,
  onClose,
  onClosed,
  children,
}: {
  title: string;
  /** On a phone it stands above the keyboard; lists that open in it may be longer than it is. */
  isSheet?: boolean;
  onClose: () => void;
  onClosed?: () => void;
  children: ReactNode;
}) {
  const { remember, onCloseAutoFocus } = useFocusReturn();
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            remember();
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus(event);
            onClosed?.();
          }}
          onEscapeKeyDown={leaveEscape}
          onKeyDown={closeOnEscape(onClose)}
          className={classNames(
            'fixed z-40 mx-auto flex max-w-xl animate-rise-in flex-col bg-surface shadow-float focus:outline-none sm:inset-x-4 sm:top-[12vh]',
            isSheet
              ? 'inset-x-0 rounded-card pb-[env(safe-area-inset-bottom)] max-sm:bottom-0 max-sm:rounded-b-none'
              : 'inset-x-2 top-2 max-h-[calc(100dvh-1rem)] overflow-hidden rounded-card sm:max-h-[min(30rem,76vh)]',
          )}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A field that is left by Escape has it first; Radix listens before the field does. */
function leaveEscape(event: KeyboardEvent): void {
  if (hasOwnEscape(event.target)) event.preventDefault();
}

function hasOwnEscape(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-own-escape]') !== null;
}

/**
 * Radix listens to Escape some renders after the dialog has the focus only: who opens one and leaves it at once, on a
 * slow device, would find it still there.
 */
function closeOnEscape(onClose: () => void) {
  return ({ key, target, defaultPrevented }: ReactKeyboardEvent): void => {
    if (key === 'Escape' && !defaultPrevented && !hasOwnEscape(target)) onClose();
  };
}

/** What is asked for comes first, not the button that closes. */
function focusFirstField(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  const field = content.querySelector('input, textarea, select, [data-autofocus]');
  event.preventDefault();
  if (field instanceof HTMLElement) field.focus();
  else content.focus();
}

const sheetSides = {
  end: 'inset-y-0 end-0 w-full max-w-md animate-sheet-in sm:rounded-s-card',
  start: 'inset-y-0 start-0 w-[280px] max-w-[85vw] animate-drawer-in rounded-e-card',
  bottom:
    'inset-x-0 bottom-0 top-[max(env(safe-area-inset-top),2.5rem)] animate-sheet-up rounded-t-card',
};

/** A dialog that comes from an edge and fills it. Its content brings its own close button where it shows one. */
export function Sheet({
  isOpen,
  onClose,
  title,
  side,
  children,
}: {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  side: keyof typeof sheetSides;
  children: ReactNode;
}) {
  const { remember, onCloseAutoFocus } = useFocusReturn();
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Scrim />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            remember();
            // The sheet itself, not its first field: on a phone that would open the keyboard.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onEscapeKeyDown={leaveEscape}
          onKeyDown={closeOnEscape(onClose)}
          className={classNames(
            'fixed z-40 flex flex-col overflow-hidden bg-surface shadow-float focus:outline-none',
            sheetSides[side],
          )}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
