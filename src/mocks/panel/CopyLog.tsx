import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { afterReal } from '#src/lib/clock.ts';
import { Told } from '#src/mocks/panel/Told.tsx';
import { simulation as strings } from '#src/strings/simulation.ts';

/** Real time for which the button says what came of it. */
const SAID_MS = 2000;

/** Copies the lines that are shown; `text` makes them when they are wanted. */
export function CopyLog({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState<string | null>(null);
  const say = (words: string) => {
    setSaid(words);
    afterReal(SAID_MS, () => setSaid(null));
  };
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => say(strings.logCopied),
      () => say(strings.notCopied),
    );
  return (
    <>
      <Told>{said}</Told>
      <Button appearance="subtle" size="small" icon={<Copy16Regular />} onClick={() => void copy()}>
        {said ?? strings.copyLog}
      </Button>
    </>
  );
}
