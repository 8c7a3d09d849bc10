import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import type { ToastLabels, ToastMessage } from './toast.tsx';

// Long enough to read and reach (WCAG 2.2.1); hover and focus stop the clock, and Undo is also in the header.
const shownMs = 10_000;

/** Neither time nor Escape nor a swipe takes such a message away. */
const staying = {
  duration: Number.POSITIVE_INFINITY,
  onEscapeKeyDown: (event: Event) => event.preventDefault(),
  onSwipeStart: (event: Event) => event.preventDefault(),
} as const;

/**
 * The messages at the lower edge. Radix's toasts rather than sonner: they style by class only, whereas sonner adds a
 * style element when it is loaded, which a strict content security policy forbids.
 */
export function ToastStack({
  label,
  listLabel,
  closeLabel,
  messages,
  onClose,
}: ToastLabels & {
  messages: readonly ToastMessage[];
  onClose: (id: string) => void;
}) {
  return (
    <Radix.Provider label={label} duration={shownMs} swipeDirection="down">
      {messages.map((message) => (
        <ToastCard
          // A text of its own: the same card with new words would not be announced, nor start its clock anew.
          key={`${message.id} ${message.text}`}
          message={message}
          closeLabel={closeLabel}
          onClose={() => onClose(message.id)}
        />
      ))}
      <Radix.Viewport
        // Radix puts its key there.
        label={listLabel('{hotkey}')}
        className="pointer-events-none fixed inset-x-0 bottom-[calc(env(safe-area-inset-bottom)+5rem)] z-50 mx-auto flex w-full max-w-md flex-col items-center gap-2 px-4 outline-none lg:bottom-6"
      />
    </Radix.Provider>
  );
}

function ToastCard({
  message,
  closeLabel,
  onClose,
}: {
  message: ToastMessage;
  closeLabel: string;
  onClose: () => void;
}) {
  return (
    <Radix.Root
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      data-testid={message.testId}
      {...(message.stays === true ? staying : {})}
      // Long words take lines of their own above the actions, rather than lose their end.
      className="pointer-events-auto flex min-h-11 max-w-full animate-rise-in flex-wrap items-center justify-end gap-x-1 rounded-card bg-text py-1 pe-1.5 ps-4 text-bg shadow-float"
    >
      <Radix.Description className="line-clamp-3 min-w-0 grow py-1 pe-2 text-[0.8125rem] font-medium wrap-anywhere">
        {message.text}
      </Radix.Description>
      <div className="flex shrink-0 items-center gap-1">
        {[message.action, message.second, message.third].map((action) =>
          action === undefined ? null : (
            <Radix.Action
              key={action.label}
              altText={action.label}
              data-testid={action.testId}
              onClick={action.run}
              className="press h-8 shrink-0 rounded-control px-2.5 text-[0.8125rem] font-semibold text-bg underline decoration-bg/40 underline-offset-3 hover:bg-bg/15 focus-visible:outline-bg pointer-coarse:h-11"
            >
              {action.label}
            </Radix.Action>
          ),
        )}
        {message.stays === true ? null : (
          <Radix.Close
            aria-label={closeLabel}
            className="press inline-flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-bg/15 focus-visible:outline-bg pointer-coarse:size-11"
          >
            <X className="size-4" />
          </Radix.Close>
        )}
      </div>
    </Radix.Root>
  );
}
