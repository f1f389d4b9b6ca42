import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { commandsOf } from '#src/datasources/azure-vm/disks/commands.ts';
import type { DiskOrder } from '#src/datasources/azure-vm/disks/order.ts';

import { diskActions } from '#src/strings/disk-actions.ts';
import { planCommands as words } from '#src/strings/plan-commands.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { type ClientScript, scriptOf } from '#src/wizard/commands/script.ts';
import { ScriptText } from '#src/wizard/commands/ScriptText.tsx';

/** The same as commands, for whoever prefers a terminal. */
export function OrderCommands({ order }: { readonly order: DiskOrder }) {
  const { column } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section aria-label={diskActions.commands} className={column}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? words.hide : words.show}
      </Button>
      {isOpen && <Scripts order={order} />}
    </section>
  );
}

function Scripts({ order }: { readonly order: DiskOrder }) {
  const { az, powerShell } = commandsOf(order);
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
