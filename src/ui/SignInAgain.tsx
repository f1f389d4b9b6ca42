import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { common } from '#src/strings/common.ts';
import { SignInContext } from '#src/ui/sign-in.ts';

/** A button to sign in again when Azure no longer accepts the sign-in. */
export function SignInAgain() {
  const signIn = use(SignInContext);
  return signIn === null ? null : <Button onClick={signIn.again}>{common.signInAgain}</Button>;
}
