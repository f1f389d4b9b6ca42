import { Button, type ButtonProps } from '@fluentui/react-components';
import type { Retry } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { SignInAgain } from '#src/ui/SignInAgain.tsx';
import { ReloadNew } from '#src/ui/states/ReloadNew.tsx';

export interface TryAgainProps extends Pick<ButtonProps, 'size'> {
  readonly way: Retry['way'];
  /** Left out: what failed is done again elsewhere. */
  readonly onRetry?: (() => void) | undefined;
  /** What is read, where several such buttons are near each other. */
  readonly what?: string;
}

/** The button that leads on from a problem. Reading again is offered only where that can succeed. */
export function TryAgain({ way, onRetry, what, size }: TryAgainProps) {
  switch (way) {
    case 'again':
    case 'after': {
      if (onRetry === undefined) return null;
      const label = way === 'again' ? common.retry : common.checkAgain;
      return (
        <Button
          size={size}
          aria-label={what === undefined ? undefined : `${label}: ${what}`}
          onClick={onRetry}
        >
          {label}
        </Button>
      );
    }
    case 'signIn':
      return <SignInAgain size={size} />;
    case 'token':
      return (
        <RouterButton to="/settings" size={size}>
          {common.toSettings}
        </RouterButton>
      );
    case 'reload':
      return <ReloadNew size={size} />;
    case 'setUp':
    case 'gone':
    case 'change':
      return null;
  }
}
