import { StartTrouble } from '#src/app/StartTrouble.tsx';
import { shell } from '#src/strings/shell.ts';

const words = shell.startFailed;

/** For any other reason why the application could not start, such as a sign-in that failed. */
export function StartFailed({ error }: { readonly error: unknown }) {
  return (
    <StartTrouble
      title={words.title}
      detail={error instanceof Error ? error.message : String(error)}
    >
      <p>{words.body}</p>
    </StartTrouble>
  );
}
