import { Button, type ButtonProps } from '@fluentui/react-components';
import { use } from 'react';
import { common } from '#src/strings/common.ts';
import { SignInContext } from '#src/ui/sign-in.ts';

/** A button to sign in again when Azure no longer accepts the sign-in. */
export function SignInAgain({ size }: Pick<ButtonProps, 'size'>) {
  const signIn = use(SignInContext);
  return signIn === null ? null : (
    <Button size={size} onClick={signIn.again}>
      {common.signInAgain}
    </Button>
  );
}
