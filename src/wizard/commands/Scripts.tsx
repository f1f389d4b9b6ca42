import { saveFile, selectContents } from '#src/ui/dom.ts';
import { CodeBlock } from '#src/ui/code.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { hasCopied } from '#src/lib/browser.ts';
import type { Command } from '#src/lib/command.ts';
import { common } from '#src/strings/common.ts';
import { planCommands as words } from '#src/strings/commands.ts';
import {
  type Client,
  CLIENTS,
  type ClientScript,
  scriptOf,
  type Scripts,
  withHash,
} from '#src/wizard/commands/script.ts';

const useTextStyles = makeStyles({
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

interface ScriptTextProps {
  readonly client: Client;
  /** With the line of its hash. */
  readonly text: string;
  readonly hash: string | null;
  /** It isn't written out: it stands elsewhere. */
  readonly isHidden?: boolean;
}

/** A script to copy or to save. What is hidden in its names is written out here, and copied as it is. */
function ScriptText({ client, text, hash, isHidden = false }: ScriptTextProps) {
  const styles = useTextStyles();
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
      {isHidden && !isRefused ? (
        <span>{words.underRequest}</span>
      ) : (
        <CodeBlock label={words.script(name)} text={text}>
          {isRefused ? <bdi ref={selectContents}>{text}</bdi> : undefined}
        </CodeBlock>
      )}
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

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '100%' },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface ScriptPanelProps {
  readonly scripts: Scripts;
  /** Null: this browser can’t calculate it. */
  readonly hash: string | null;
  /** The request stands beside it. */
  readonly hidesRest: boolean;
}

/** One restore for the client that is chosen: its script, and what the client does differently. */
export function ScriptPanel({ scripts, hash, hidesRest }: ScriptPanelProps) {
  const styles = useStyles();
  const [client, setClient] = useState<Client>(hidesRest ? 'cli' : 'rest');
  const { script, notes } = scripts[client];
  return (
    <div className={styles.root}>
      <RadioGroup
        layout="horizontal"
        aria-label={words.choose}
        value={client}
        onChange={(_, { value }) => setClient(CLIENTS.find((one) => one === value) ?? 'rest')}
      >
        {CLIENTS.map((one) => (
          <Radio key={one} value={one} label={words.clients[one]} />
        ))}
      </RadioGroup>
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label={words.notes(words.clients[client])}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {script !== null && (
        <ScriptText
          key={client}
          client={client}
          text={withHash(script, hash)}
          hash={hash}
          isHidden={hidesRest && client === 'rest'}
        />
      )}
    </div>
  );
}

interface ActionCommandsProps {
  /** What the part holds, for screen readers. */
  readonly label: string;
  /** Written out only where it is shown. */
  readonly commandsOf: () => {
    readonly az: readonly Command[];
    readonly powerShell: readonly Command[];
  };
}

/** An action as commands, for whoever prefers a terminal. */
export function ActionCommands({ label, commandsOf }: ActionCommandsProps) {
  const { column } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-label={label} className={column}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.hide : words.show}
      </Button>
      {isOpen && <ShellScripts {...commandsOf()} />}
    </section>
  );
}

function ShellScripts({ az, powerShell }: ReturnType<ActionCommandsProps['commandsOf']>) {
  return (
    <>
      <Script client="cli" {...scriptOf('sh', az, [])} />
      <Script client="powerShell" {...scriptOf('powerShell', powerShell, [])} />
    </>
  );
}

interface ScriptProps extends ClientScript {
  readonly client: 'cli' | 'powerShell';
}

function Script({ client, script, notes }: ScriptProps) {
  const { strong } = useCommonStyles();
  return (
    <>
      <span className={strong}>{words.clients[client]}</span>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      {script !== null && <ScriptText client={client} text={script} hash={null} />}
    </>
  );
}
