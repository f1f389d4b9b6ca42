import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import { common } from '#src/strings/common.ts';
import { planCommands as words } from '#src/strings/plan-commands.ts';
import { CodeBlock } from '#src/ui/code.tsx';
import { saveFile, selectContents } from '#src/ui/dom.ts';
import type { Client } from '#src/wizard/commands/script.ts';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

/**
 * How each script is saved. Windows PowerShell 5.1 reads a file without a byte order mark in the code page of
 * the system, which would change names (Microsoft Learn, about_Character_Encoding).
 */
const FILES: Readonly<Record<Client, { readonly end: string; readonly mark: string }>> = {
  rest: { end: 'http', mark: '' },
  cli: { end: 'sh', mark: '' },
  powerShell: { end: 'ps1', mark: '\ufeff' },
};

export interface ScriptTextProps {
  readonly client: Client;
  /** With the line of its hash. */
  readonly text: string;
  readonly hash: string | null;
}

/** A script to copy or to save. What is hidden in its names is written out here, and copied as it is. */
export function ScriptText({ client, text, hash }: ScriptTextProps) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const isRefused = outcome === 'refused';
  const name = words.clients[client];
  const copy = () => {
    setOutcome('none');
    void hasCopied(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'refused'));
  };
  const { end, mark } = FILES[client];
  const save = () => saveFile(`restore-${hash ?? 'plan'}.${end}`, 'text/plain', mark + text);
  return (
    <>
      {hasControls(text) && <span>{words.controls}</span>}
      <CodeBlock label={words.script(name)} text={text}>
        {isRefused ? <bdi ref={selectContents}>{text}</bdi> : undefined}
      </CodeBlock>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<Copy16Regular />}
          aria-label={`${outcome === 'copied' ? common.copied : common.copy} ${name}`}
          onClick={copy}
        >
          {outcome === 'copied' ? common.copied : common.copy}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownload16Regular />}
          aria-label={words.download(name)}
          onClick={save}
        >
          {words.save}
        </Button>
        {isRefused && <span role="alert">{common.copyByHand}</span>}
      </div>
    </>
  );
}

/** A terminal takes some pasted control characters for keys. */
const hasControls = (text: string): boolean => /(?!\n)\p{Cc}/u.test(text);
