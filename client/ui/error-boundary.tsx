import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** Shown in place of what broke; `retry` renders the children anew. */
  renderFallback: (of: { error: Error; retry: () => void }) => ReactNode;
  /** Another value (the address, say) tries again by itself. */
  resetKey?: string;
  onError?: (error: Error, info: ErrorInfo) => void;
  children: ReactNode;
}

interface State {
  error: Error | undefined;
  resetKey: string | undefined;
}

/** Keeps an error of one view from taking the others with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null;
    return { error: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    this.props.onError?.(error, info);
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return this.props.renderFallback({ error, retry: () => this.setState({ error: undefined }) });
  }
}
