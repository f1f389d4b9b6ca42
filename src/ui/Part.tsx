import { Component, type ReactNode, Suspense } from 'react';
import { PartFailed, type PartFailedProps } from '#src/ui/states/PartFailed.tsx';

export interface PartProps extends Omit<PartFailedProps, 'error'> {
  /** What stands there while its code is on its way. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

interface PartState {
  readonly failure: { readonly error: unknown } | null;
}

/**
 * A part of a page that fails alone: when its code can't be loaded, or it can't be drawn, the rest of the
 * page goes on.
 */
export class Part extends Component<PartProps, PartState> {
  static getDerivedStateFromError(error: unknown): PartState {
    return { failure: { error } };
  }

  override state: PartState = { failure: null };

  override render() {
    const { waiting, children, ...words } = this.props;
    const { failure } = this.state;
    if (failure !== null) return <PartFailed {...words} error={failure.error} />;
    return <Suspense fallback={waiting}>{children}</Suspense>;
  }
}
