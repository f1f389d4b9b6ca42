import { Button } from '@fluentui/react-components';
import {
  type CommvaultVm,
  type CommvaultVmStatus,
  VM_STATUSES,
  type VmFilter,
} from '#src/api/commvault/vms.ts';
import { type ReadSoFar as SoFar, searchHere } from '#src/api/queries/paged.ts';
import { type Address, addressReader, oneOf } from '#src/lib/address-values.ts';
import { countText } from '#src/lib/format.ts';
import { commvaultLists } from '#src/strings/commvault.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID, by which alone a CommServe finds a VM. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** What the address of the list of VMs searches for. */
interface VmSearch {
  /** As it was typed. */
  readonly search: string;
  /** What is looked for in the rows that were read: a GUID the CommServe finds itself. */
  readonly text: string;
  readonly status: VmFilter['status'];
  readonly filter: VmFilter;
  /** Parts that mean nothing. */
  readonly ignored: readonly string[];
}

/** What an address asks for. Its status stands where other lists have the health; `all` is none. */
export function vmSearch(address: Address): VmSearch {
  const reader = addressReader(address);
  const { search } = reader;
  const chosen = reader.one('health', oneOf(['all', ...VM_STATUSES] as const));
  const status = chosen === 'all' ? undefined : chosen;
  const filter = { ...(isGuid(search) && { guid: search }), ...(status && { status }) };
  return { search, text: isGuid(search) ? '' : search, status, filter, ignored: reader.ignored() };
}

/** The list of VMs, and what was read of it, which is searched here: a CommServe can't. */
export const { source: vmSource, useReadSoFar: useVmsRead } = searchHere<CommvaultVm>(
  ({ name }, text) => name.toLowerCase().includes(text),
);

const words = commvaultLists.readSoFar;

/** How much of a list was searched, and the way to read the rest of it. */
export function ReadSoFar({ read, total, isReading, failed, readAll, stop }: SoFar) {
  const isWhole = total !== undefined && read >= total && !isReading;
  const found = total === undefined ? null : words.found(countText(read), countText(total));
  const why = failed === null ? '' : ` ${words.failed(failed)}`;
  useCaveat(isWhole || found === null ? null : `${found}${why}`);
  if (found === null) return null;
  return (
    <span>
      <span role="status">
        {isWhole ? words.all(countText(read)) : found}
        {why}
      </span>{' '}
      {!isWhole && (
        <Button size="small" onClick={isReading ? stop : readAll}>
          {isReading ? words.stop : words.readAll}
        </Button>
      )}
    </span>
  );
}

const TONES: Readonly<Record<CommvaultVmStatus, Tone>> = {
  protected: 'done',
  notProtected: 'failed',
  pending: 'waiting',
  backedUpWithErrors: 'warning',
  unknown: 'unknown',
};

/** Whether a VM is backed up. */
export function VmStatus({ status }: { readonly status: CommvaultVmStatus }) {
  return <Status tone={TONES[status]}>{commvaultLists.vms.statuses[status]}</Status>;
}
