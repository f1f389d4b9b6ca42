import type { Command } from '#src/lib/command.ts';
import { commands } from '#src/strings/commands.ts';
import { CopyText } from '#src/ui/CopyText.tsx';

export interface CommandTextProps {
  readonly label: string;
  readonly command: Command;
}

/** A command to copy; or why there is none. */
export function CommandText({ label, command }: CommandTextProps) {
  return command.ok ? (
    <CopyText label={label} text={command.value} />
  ) : (
    <span>{commands.notExpressible(command.reason)}</span>
  );
}
