import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { fileSession } from '#src/strings/file-session.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

const words = fileSession.ready.password;

/** The password, shown on request: others might look at the same screen. */
export function PasswordText({ password }: { readonly password: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      {isShown && <CopyText label={words.label} text={password} />}
      <Button size="small" aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
        {isShown ? words.hide : words.show}
      </Button>
      <span>{words.note}</span>
    </>
  );
}
