import type { Command } from '#src/lib/command.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { CommandText } from '#src/ui/CommandText.tsx';

/** Commands to copy, one below the other. */
export function CommandList({ commands }: { readonly commands: readonly Command[] }) {
  return commands.map((command) => (
    <CommandText
      key={command.ok ? command.value : command.reason.option}
      label={words.command}
      command={command}
    />
  ));
}
