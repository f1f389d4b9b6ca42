import { Caveat } from '#src/ui/Caveat.tsx';

export interface UnreadVaultsProps {
  /** The read that reports which vaults the person has no permission to view. */
  readonly read: {
    readonly data:
      | { readonly vaults: readonly { readonly name: string }[]; readonly isChecked: boolean }
      | undefined;
    readonly error: Error | null;
  };
  readonly words: {
    readonly some: (names: readonly string[]) => string;
    readonly notChecked: string;
    readonly tooMany: string;
  };
}

/** Names the vaults that can't be viewed without permission, so that they count instead of being hidden. */
export function UnreadVaults({ read: { data, error }, words }: UnreadVaultsProps) {
  if (error !== null) return <Caveat>{words.notChecked}</Caveat>;
  if (data === undefined) return null;
  return (
    <>
      {data.vaults.length > 0 && <Caveat>{words.some(data.vaults.map(({ name }) => name))}</Caveat>}
      {!data.isChecked && <Caveat>{words.tooMany}</Caveat>}
    </>
  );
}
