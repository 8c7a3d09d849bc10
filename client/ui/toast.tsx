import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { lazy } from '#client/ui/lazy.ts';

/** A message that goes by itself. A new one with the same `id` takes the place of the old one. */
export interface ToastMessage {
  id: string;
  text: string;
  action?: { label: string; testId?: string; run: () => void } | undefined;
  /** More that can be done, behind it. */
  second?: { label: string; testId?: string; run: () => void } | undefined;
  third?: { label: string; testId?: string; run: () => void } | undefined;
  testId?: string;
  /** It goes only by one of its actions, and nothing takes its place. */
  stays?: boolean;
}

/** Shows and takes away messages. */
export interface Toasts {
  show(message: ToastMessage): void;
  dismiss(id: string): void;
}

const ToastContext = createContext<Toasts>({ show: () => undefined, dismiss: () => undefined });

/** How to show messages. */
export function useToasts(): Toasts {
  return useContext(ToastContext);
}

const shownAtOnce = 3;

// What shows messages is loaded with the first of them: the list is on the screen before.
const ToastStack = lazy(async () => ({ default: (await import('./toast-stack.tsx')).ToastStack }));

function fewest(messages: readonly ToastMessage[]): readonly ToastMessage[] {
  const passing = messages.filter(({ stays }) => stays !== true).slice(-shownAtOnce);
  return messages.filter((message) => message.stays === true || passing.includes(message));
}

/** What the messages are called. */
export interface ToastLabels {
  /** Read out before each. */
  label: string;
  /** Of all of them, with the key that leads there. */
  listLabel: (key: string) => string;
  closeLabel: string;
}

/** Holds the messages that are shown at the lower edge. */
export function ToastProvider({ children, ...labels }: ToastLabels & { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly ToastMessage[]>();
  const dismiss = useCallback((id: string) => {
    setMessages((shown) => shown?.filter((message) => message.id !== id));
  }, []);
  const toasts = useMemo<Toasts>(() => {
    const show = (message: ToastMessage) =>
      setMessages((shown = []) =>
        fewest([...shown.filter(({ id }) => id !== message.id), message]),
      );
    return { show, dismiss };
  }, [dismiss]);
  return (
    <ToastContext value={toasts}>
      {children}
      {messages === undefined ? null : (
        <Suspense>
          <ToastStack {...labels} messages={messages} onClose={dismiss} />
        </Suspense>
      )}
    </ToastContext>
  );
}
