import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { common } from '#src/strings/common.ts';
import { SignInContext } from '#src/ui/sign-in.ts';

/** The way on for a person whom Azure does not know any more. */
export function SignInAgain() {
  const signIn = use(SignInContext);
  return signIn === null ? null : <Button onClick={signIn.again}>{common.signInAgain}</Button>;
}
