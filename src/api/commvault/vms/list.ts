import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { PAGE, trueTotal } from '#src/api/commvault/total.ts';
import { toVm } from '#src/api/commvault/vms/map.ts';
import {
  type CommvaultVm,
  type CommvaultVmStatus,
  VM_STATUSES,
} from '#src/api/commvault/vms/vm.ts';
import { vmPageWire } from '#src/api/commvault/vms/wire.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';

/** Which VMs a list has: a CommServe filters by these two alone (C). */
export interface VmFilter {
  readonly guid?: string;
  readonly status?: Exclude<CommvaultVmStatus, 'unknown'>;
}

/** Which part of the VMs of which CommServe is read. */
export interface VmsWanted {
  readonly host: string;
  readonly filter: VmFilter;
  readonly start: PageStart;
  readonly top: number;
}

/**
 * Rows of the VMs: GET of `/VM`, a hundred in one answer (D, R). The total that a CommServe counts may be wrong
 * either way, so the list ends where an answer is not full and the total has come, or where one is empty.
 * @throws ArmError as every read.
 */
export async function listVms(
  serve: ArmPipelines,
  { host, filter, start, top }: VmsWanted,
  signal?: AbortSignal,
): Promise<GraphPage<CommvaultVm>> {
  const readPage = async (page: number) => {
    const answer = await sendFor(serve, vmPageWire, {
      method: 'GET',
      url: `/VM${queryOf(filter)}`,
      headers: { PagingInfo: `${String(page)},${String(PAGE)}` },
      signal,
    });
    const rows = (answer.vmStatusInfoList ?? []).map((item) => toVm(host, item));
    return { rows, total: answer.totalRecords ?? 0 };
  };
  const skip = 'token' in start ? Number(start.token) : start.skip;
  const first = skip % PAGE;
  const rows: CommvaultVm[] = [];
  let page = Math.floor(skip / PAGE);
  let total = 0;
  let isOver = false;
  while (!isOver && page * PAGE < skip + top) {
    const answer = await readPage(page);
    rows.push(...answer.rows);
    const read = skip - first + rows.length;
    total = Math.max(answer.total, read);
    isOver = answer.rows.length === 0 || (answer.rows.length < PAGE && read >= total);
    if (isOver) total = read;
    page += 1;
  }
  if (skip === 0 && !isOver && top > PAGE) {
    // A CommServe that doesn't page gives its first page again and again.
    const rowsOn = async (at: number) => {
      const { rows: found } = await readPage(at);
      return found[0]?.id === rows[0]?.id ? 0 : found.length;
    };
    total = await trueTotal(total, rows.length, rowsOn);
  }
  const part = rows.slice(first, first + top);
  const isLast = isOver && first + top >= rows.length;
  return { rows: part, total, next: isLast ? null : String(skip + part.length) };
}

function queryOf({ guid, status }: VmFilter): string {
  const query = new URLSearchParams();
  if (guid !== undefined) query.set('guid', guid);
  if (status !== undefined) query.set('status', String(VM_STATUSES.indexOf(status) + 1));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
