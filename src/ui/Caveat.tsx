import { useCaveat } from '#src/ui/caveats.ts';
import { Status } from '#src/ui/Status.tsx';

/** Says what wasn't read beside a list; its file says it, too. */
export function Caveat({ children }: { readonly children: string }) {
  useCaveat(children);
  return <Status tone="unknown">{children}</Status>;
}
