import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { shell } from '#src/strings/shell.ts';

const words = shell.notConfigured;

/** Shown by a live build that was made without its settings. */
export function NotConfigured({ missing }: { readonly missing: readonly string[] }) {
  return (
    <StartTrouble title={words.title}>
      <p>{words.body}</p>
      <ul>
        {missing.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </StartTrouble>
  );
}
