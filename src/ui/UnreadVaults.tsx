import { Status } from '#src/ui/Status.tsx';

export interface UnreadVaultsProps {
  /** The read that says which vaults may not be looked into. */
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

/** Says which vaults may not be looked into: what may not be read is counted and not hidden. */
export function UnreadVaults({ read: { data, error }, words }: UnreadVaultsProps) {
  if (error !== null) return <Status tone="unknown">{words.notChecked}</Status>;
  if (data === undefined) return null;
  return (
    <>
      {data.vaults.length > 0 && (
        <Status tone="unknown">{words.some(data.vaults.map(({ name }) => name))}</Status>
      )}
      {!data.isChecked && <Status tone="unknown">{words.tooMany}</Status>}
    </>
  );
}
