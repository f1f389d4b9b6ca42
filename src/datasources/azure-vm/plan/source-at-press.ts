import * as z from 'zod/mini';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { hasAddresses } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';

const id = z.pipe(z.string(), z.transform(resourceId));

const source = z.object({
  osType: z.nullable(z.enum(['Windows', 'Linux'])),
  availabilitySet: z.nullable(z.string()),
  hybridBenefit: z.boolean(),
  extensions: z.nullable(z.array(z.string())),
  nicCount: z.nullable(z.number()),
  /** Its static addresses; null: not all of its NICs were read. */
  addresses: z.nullable(z.array(z.string())),
  disks: z.array(id),
  /** Of the vault that it was restored from. */
  policyName: z.nullable(z.string()),
});
/** The settings of a VM as they were when its restore was sent: later they may be gone with the VM. */
export type SourceAtPress = z.infer<typeof source>;

/** The settings of the source as a draft keeps them; undefined: the VM wasn't read, or is gone. */
export function sourceText(reads: Reads): string | undefined {
  const machine = known(reads.machine);
  if (!machine) return undefined;
  const nics = reads.interfaces.flatMap((read) => known(read) ?? []);
  const { osType, availabilitySet, hybridBenefit, extensions, nicCount, disks } = machine;
  const settings = {
    osType,
    availabilitySet,
    hybridBenefit,
    extensions: extensions && [...extensions],
    nicCount,
    addresses:
      nics.length === nicCount && nics.every(hasAddresses)
        ? nics.flatMap(({ addresses }) =>
            addresses.flatMap(({ address, isStatic }) => (isStatic ? [address ?? ''] : [])),
          )
        : null,
    disks: disks.flatMap(({ managedDiskId }) => managedDiskId ?? []),
    policyName: known(reads.instance)?.policyName ?? null,
  } satisfies SourceAtPress;
  return JSON.stringify(settings);
}

/** What a draft kept of the source; null: nothing, or it can't be read. */
export function readSource(text: string | undefined): SourceAtPress | null {
  try {
    return source.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}
