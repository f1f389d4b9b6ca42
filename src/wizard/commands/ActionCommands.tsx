import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Command } from '#src/lib/command.ts';
import { planCommands as words } from '#src/strings/plan-commands.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { type ClientScript, scriptOf } from '#src/wizard/commands/script.ts';
import { ScriptText } from '#src/wizard/commands/ScriptText.tsx';

export interface ActionCommandsProps {
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
      {isOpen && <Scripts {...commandsOf()} />}
    </section>
  );
}

function Scripts({ az, powerShell }: ReturnType<ActionCommandsProps['commandsOf']>) {
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
