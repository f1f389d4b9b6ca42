import { shell } from '#src/strings/shell.ts';

const words = shell.cannotStart;

export interface CannotStartProps {
  readonly reason: keyof typeof words.reason;
  readonly detail: string;
}

/** Shown in place of the demo where the simulated Azure cannot run. Plain: nothing else may be there. */
export function CannotStart({ reason, detail }: CannotStartProps) {
  return (
    <main>
      <title>{words.title}</title>
      <h1>{words.title}</h1>
      <p>{words.reason[reason]}</p>
      <p>{words.safe}</p>
      <button type="button" onClick={() => location.reload()}>
        {words.reload}
      </button>
      <details>
        <summary>{words.details}</summary>
        {detail}
      </details>
    </main>
  );
}
