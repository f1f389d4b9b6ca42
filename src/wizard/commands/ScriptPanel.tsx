import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { planCommands as words } from '#src/strings/plan-commands.ts';
import { type Client, CLIENTS, type Scripts, withHash } from '#src/wizard/commands/script.ts';
import { ScriptText } from '#src/wizard/commands/ScriptText.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, width: '100%' },
  notes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface ScriptPanelProps {
  readonly scripts: Scripts;
  /** Null: this browser can’t calculate it. */
  readonly hash: string | null;
}

/** One restore for the client that is chosen: its script, and what the client does differently. */
export function ScriptPanel({ scripts, hash }: ScriptPanelProps) {
  const styles = useStyles();
  const [client, setClient] = useState<Client>('rest');
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
        <ScriptText key={client} client={client} text={withHash(script, hash)} hash={hash} />
      )}
    </div>
  );
}
