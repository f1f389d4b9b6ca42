import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import { afterReal } from '#src/lib/clock.ts';
import { CopyByHand } from '#src/mocks/panel/CopyByHand.tsx';
import { Announced } from '#src/mocks/panel/Announced.tsx';
import { simulation as strings } from '#src/strings/simulation.ts';

/** Real time for which the button says that the lines were copied. */
const SHOWN_MS = 2000;

/** Copies the lines that are shown; `text` makes them when they are wanted. */
export function CopyLog({ text }: { readonly text: () => string }) {
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async () => {
    const wanted = text();
    setRefused(null);
    if (!(await hasCopied(wanted))) {
      setRefused(wanted);
      return;
    }
    setConfirmation(strings.logCopied);
    afterReal(SHOWN_MS, () => setConfirmation(null));
  };
  return (
    <>
      <Announced>{confirmation}</Announced>
      <Button appearance="subtle" size="small" icon={<Copy16Regular />} onClick={() => void copy()}>
        {confirmation ?? strings.copyLog}
      </Button>
      {refused !== null && <CopyByHand label={strings.copyLog} text={refused} />}
    </>
  );
}
