import { VM_STATUSES, type VmFilter } from '#src/api/commvault/vms.ts';
import { type Address, addressReader, oneOf } from '#src/lib/address-values.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is a GUID, by which alone a CommServe finds a VM. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** What the address of the list of VMs searches for. */
export interface VmSearch {
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
