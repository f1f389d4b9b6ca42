import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { shell } from '#src/strings/shell.ts';

const words = shell.cannotStart;

export interface CannotStartProps {
  readonly reason: keyof typeof words.reason;
  readonly detail: string;
}

/** Where the simulated Azure cannot run there is no demo: nothing may reach the real one instead. */
export function CannotStart({ reason, detail }: CannotStartProps) {
  return (
    <StartTrouble title={words.title} detail={detail}>
      <p>{words.reason[reason]}</p>
      <p>{words.safe}</p>
    </StartTrouble>
  );
}
