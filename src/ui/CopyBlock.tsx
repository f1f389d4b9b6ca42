import { Button } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import { common } from '#src/strings/common.ts';
import { CodeBlock } from '#src/ui/CodeBlock.tsx';
import { selectContents } from '#src/ui/select-contents.ts';

export interface CopyBlockProps {
  readonly label: string;
  readonly text: string;
}

/** Lines of code with a button that copies them. Where the browser doesn't allow that, they are selected. */
export function CopyBlock({ label, text }: CopyBlockProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const isRefused = outcome === 'refused';
  const shown = outcome === 'copied' ? common.copied : common.copy;
  return (
    <>
      <CodeBlock label={label} text={text}>
        {isRefused ? <bdi ref={selectContents}>{text}</bdi> : undefined}
      </CodeBlock>
      <Button
        size="small"
        icon={<Copy16Regular />}
        aria-label={`${shown} ${label}`}
        onClick={() => {
          setOutcome('none');
          void hasCopied(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'refused'));
        }}
      >
        {shown}
      </Button>
      {isRefused && <span role="alert">{common.copyByHand}</span>}
    </>
  );
}
