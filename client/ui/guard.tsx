import { createContext, type ReactNode, useContext } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

/** A part of the screen that broke: the view in the middle, what is beside it, or what is over it. */
export interface Broken {
  error: Error;
  place: 'view' | 'sidebar' | 'over';
  /** Renders the part anew. */
  retry: () => void;
  /** Takes away a part that was opened over or beside the view. */
  onClose?: (() => void) | undefined;
}

/** What stands in for a part that broke; the app gives it, since it alone knows how to save what there is. */
export const BrokenContext = createContext<(broken: Broken) => ReactNode>(() => null);

/** Keeps an error of one part of the screen from taking the others with it, and says what to do about it. */
export function Guard({
  place,
  resetKey = '',
  onClose,
  children,
}: {
  place: Broken['place'];
  /** Another value (the address, say) tries again by itself. */
  resetKey?: string;
  onClose?: () => void;
  children: ReactNode;
}) {
  const renderBroken = useContext(BrokenContext);
  return (
    <ErrorBoundary
      resetKey={resetKey}
      renderFallback={({ error, retry }) => renderBroken({ error, place, retry, onClose })}
    >
      {children}
    </ErrorBoundary>
  );
}
